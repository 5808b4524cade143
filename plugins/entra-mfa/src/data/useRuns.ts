import { refreshAfter } from '../api/askedSync';
import { useList } from '../api/useList';
import type { PageParams } from '../navigation/usePageParams';

/** Reads of a tenant up to the day that is shown, newest first, page by page. */
export const useRuns = ({ tenant, at }: PageParams) =>
  useList(
    'getRuns',
    {},
    { tenant, at, limit: 10 },
    {
      every: (first, client) => {
        const newest = first?.items[0];
        const isFirstExpected = at === undefined && !newest;
        return refreshAfter(
          client,
          isFirstExpected || newest?.state === 'running',
        );
      },
    },
  );
