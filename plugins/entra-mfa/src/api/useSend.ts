import { useCallback } from 'react';
import { useAnalytics, useApi } from '@backstage/core-plugin-api';
import { entraMfaApiRef, type EntraMfaApi } from './EntraMfaApi';

/**
 * Sends a command to the backend. That it was taken is an event for the portal's analytics; whom it is about
 * and what was written is not.
 */
export function useSend(): EntraMfaApi['call'] {
  const api = useApi(entraMfaApiRef);
  const analytics = useAnalytics();
  return useCallback(
    async (route, params, query, options) => {
      const answer = await api.call(route, params, query, options);
      analytics.captureEvent('click', route);
      return answer;
    },
    [api, analytics],
  );
}
