import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { WhatIfService } from '../whatIf/types';
import { addRoute } from './addRoute';

/** What a figure would be. Who goes away stops the computation. */
export function addWhatIfRoutes(
  router: Router,
  { whatIf, httpAuth }: { whatIf: WhatIfService; httpAuth: HttpAuthService },
): void {
  addRoute(
    router,
    httpAuth,
    'getWhatIf',
    async ({ query, credentials, response }) => {
      const left = new AbortController();
      const leave = () => left.abort(new Error('Nobody waits for the answer'));
      response.once('close', leave);
      try {
        return await whatIf.getWhatIf(query, left.signal, credentials);
      } catch (error) {
        if (left.signal.aborted) {
          return undefined;
        }
        throw error;
      } finally {
        response.off('close', leave);
      }
    },
  );
}
