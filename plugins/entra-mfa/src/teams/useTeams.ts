import { useList } from '../api/useList';
import type { PageParams } from '../navigation/usePageParams';

/** Teams below a parent, or found by name, most people short first; page by page. */
export const useTeams = (
  { tenant, at }: PageParams,
  query: { parent?: string; q?: string },
) =>
  useList(
    'getTeams',
    {},
    { ...query, tenant, at, sort: 'short', limit: 100 },
    { keep: true },
  );
