import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Overview } from 'backstage-plugin-entra-mfa-common';
import { usePageParams } from './usePageParams';

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
      queryClient.invalidateQueries({
        queryKey: ['entra-mfa'],
        predicate: ({ queryKey }) => queryKey[1] !== 'overview',
      });
    }
  }, [queryClient, tenant, at, snapshot]);
}
