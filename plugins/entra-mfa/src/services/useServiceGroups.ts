import { parseEntityRef } from '@backstage/catalog-model';
import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';

/** The kinds, lifecycles and tiers of what can be listed, whatever the list is filtered by. */
export function useServiceGroups(
  { tenant, at }: PageParams,
  team: string | undefined,
) {
  const { data } = useRead(
    team ? 'getTeamServices' : 'getServices',
    team ? parseEntityRef(team) : {},
    { tenant, at, limit: 1 },
    { keep: true },
  );
  return data?.groups ?? [];
}
