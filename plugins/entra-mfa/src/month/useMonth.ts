import { parseEntityRef } from '@backstage/catalog-model';
import type {
  ChangeKind,
  Forecast,
  Overview,
  Team,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import type { Month } from './monthOf';

/** Of whom a report of a month is: a team with its sub-teams, or without one, everyone. */
export interface MonthSubject {
  tenant: string | undefined;
  team: string | undefined;
}

/** What a report shows of an end of the month. */
export interface Stand {
  tenant: Overview['tenant'];
  /** The team's. */
  title: string | undefined;
  snapshot: Overview['snapshot'];
  freshness: Overview['freshness'];
  targetPermille: number;
  counts: Overview['counts'];
  forecast: Forecast | null;
  hidden: boolean;
}

const ofOverview = (overview: Overview): Stand => ({
  ...overview,
  title: undefined,
  hidden: false,
});

const ofTeam = (team: Team): Stand => ({ ...team });

/** The figures as they were at the end of a day, or as they are now. */
export function useStand({ tenant, team }: MonthSubject, at?: string) {
  const overview = useRead(
    'getOverview',
    {},
    { tenant, at },
    { enabled: team === undefined },
  );
  const one = useRead(
    'getTeam',
    parseEntityRef(team ?? 'group:default/none'),
    { tenant, at },
    { enabled: team !== undefined },
  );
  const { error, refetch } = team === undefined ? overview : one;
  return {
    stand:
      team === undefined
        ? overview.data && ofOverview(overview.data)
        : one.data && ofTeam(one.data),
    error,
    refetch,
  };
}

/** Who changed in one way within the month. */
export function useChanged(
  { tenant, team }: MonthSubject,
  { before, last }: Month,
  kind: ChangeKind | undefined,
  limit: number,
) {
  return useRead(
    'getChanges',
    {},
    { tenant, team, from: before, to: last, kind, limit },
  );
}
