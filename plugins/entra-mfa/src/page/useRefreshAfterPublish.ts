import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePageParams } from '../navigation/usePageParams';

/**
 * Has everything beside the headline read again when the headline shows another snapshot: where the
 * portal sends no signals, nothing else tells, and the page would contradict itself.
 */
export function useRefreshAfterPublish(overview: Overview | undefined): void {
  const queryClient = useQueryClient();
  const { tenant, at } = usePageParams();
  const snapshot = overview?.snapshot?.number;
  const seen = useRef({ tenant, at, snapshot });
  useEffect(() => {
    const before = seen.current;
    seen.current = { tenant, at, snapshot };
    if (
      before.tenant === tenant &&
      before.at === at &&
      before.snapshot !== snapshot &&
      before.snapshot !== undefined
    ) {
      const behind = queryClient.getQueryCache().findAll({
        queryKey: ['entra-mfa'],
        // What a signal has read again is on its way already.
        predicate: ({ queryKey, state }) =>
          queryKey[1] !== 'getOverview' && !state.isInvalidated,
      });
      queryClient.invalidateQueries({
        predicate: query => behind.includes(query),
      });
    }
  }, [queryClient, tenant, at, snapshot]);
}
