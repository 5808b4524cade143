import { refreshAfter } from '../api/askedSync';
import { usePagedList } from '../api/usePagedList';
import type { PageParams } from '../navigation/usePageParams';

/** Reads of a tenant up to the day that is shown, newest first, page by page. */
export const useRuns = ({ tenant, at }: PageParams) =>
  usePagedList(
    'getRuns',
    {},
    { tenant, at },
    {
      list: 'runs',
      every: (answer, client) => {
        const newest = answer?.items[0];
        const isFirstExpected = at === undefined && !newest;
        return refreshAfter(
          client,
          isFirstExpected || newest?.state === 'running',
        );
      },
    },
  );
