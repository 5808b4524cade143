import type { UrlValues } from '../navigation/useUrlValues';
import { useList } from '../api/useList';
import type { PageParams } from '../navigation/usePageParams';

/** How a list of teams is found and sorted. */
export type TeamsValues = UrlValues<'q' | 'sort' | 'order'>;

/** Teams below a parent; page by page. */
export const useTeams = (
  { tenant, at }: PageParams,
  query: { parent: string } & TeamsValues,
) =>
  useList('getTeams', {}, { ...query, tenant, at, limit: 100 }, { keep: true });
