import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { ChangesService } from '../changes/types';
import { addRoute } from './addRoute';

/** What changed between two dates. */
export function addChangesRoutes(
  router: Router,
  { changes, httpAuth }: { changes: ChangesService; httpAuth: HttpAuthService },
): void {
  addRoute(router, httpAuth, 'getChanges', ({ query, credentials }) =>
    changes.getChanges(query, credentials),
  );
}
