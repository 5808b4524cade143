import { parseEntityRef } from '@backstage/catalog-model';
import { usePagedList } from '../api/usePagedList';
import type { PageParams } from '../navigation/usePageParams';
import type { ServicesFilter } from '../navigation/servicesFilter';

/** A page of the services of the whole tenant, or of what a team reaches. */
export const useServices = (
  { tenant, at }: PageParams,
  { team, ...filter }: ServicesFilter,
) =>
  usePagedList(
    team ? 'getTeamServices' : 'getServices',
    team ? parseEntityRef(team) : {},
    { ...filter, tenant, at, count: true },
  );
