import { parseEntityRef } from '@backstage/catalog-model';
import { useList } from '../api/useList';
import type { PageParams } from '../navigation/usePageParams';
import type { ServicesFilter } from '../navigation/servicesFilter';

/** Services of the whole tenant, or what a team reaches, the worst off first; page by page. */
export const useServices = (
  { tenant, at }: PageParams,
  { team, ...filter }: ServicesFilter,
) =>
  useList(
    team ? 'getTeamServices' : 'getServices',
    team ? parseEntityRef(team) : {},
    { ...filter, tenant, at, limit: 50 },
    { keep: true },
  );
