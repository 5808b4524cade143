import { useRead } from '../api/useRead';
import type { PageParams } from '../navigation/usePageParams';

/** The first teams by name whose name has a text in it. */
export const useTeamOptions = ({ tenant, at }: PageParams, q: string) =>
  useRead(
    'getTeams',
    {},
    { tenant, at, q, sort: 'name', limit: 50 },
    { keep: true },
  );
