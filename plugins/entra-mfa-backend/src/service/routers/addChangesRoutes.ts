import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { ChangesService } from '../changes/types';
import { addRoute } from './addRoute';
import type { NameReads } from '../routes/NameReads';

/** What changed between two dates. */
export function addChangesRoutes(
  router: Router,
  options: {
    changes: ChangesService;
    httpAuth: HttpAuthService;
    reads: NameReads;
  },
): void {
  const { changes, httpAuth, reads } = options;
  addRoute(
    router,
    httpAuth,
    'getChanges',
    reads.audited('getChanges', ({ query, credentials }) =>
      changes.getChanges(query, credentials),
    ),
  );
}
