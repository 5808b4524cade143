import type { PageParams } from '../navigation/usePageParams';
import { refreshAfter } from './askedSync';
import { useRead } from './useRead';

/**
 * The figure and all that stands beside it; read again every two seconds while a sync runs, and while the
 * first one is about to.
 */
export const useOverview = ({ tenant, at }: PageParams) =>
  useRead(
    'getOverview',
    {},
    { tenant, at },
    {
      keep: true,
      every: (overview, client) => {
        const { progress, health } = overview?.freshness ?? {};
        return refreshAfter(
          client,
          Boolean(progress) || health === 'first-run',
        );
      },
    },
  );
