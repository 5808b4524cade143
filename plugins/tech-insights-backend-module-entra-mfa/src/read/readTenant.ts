import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type {
  EntraMfaListedTeam,
  EntraMfaService,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Freshness, TeamFacts, Verdict } from '../facts/TeamFacts';
import { pagesOf } from './pagesOf';

/** What is read of a tenant. */
export interface Asked {
  entraMfa: EntraMfaService;
  credentials: BackstageCredentials;
  tenant: string;
  controls: readonly string[];
}

/** Whoever may read facts reads them, with or without the names of people: so small teams are hidden. */
const withoutNames = 'true';

/** How each team of a tenant stands that has people in it, by its ref. */
export async function readTenant(
  asked: Asked,
): Promise<Map<string, TeamFacts>> {
  const { entraMfa, credentials, tenant } = asked;
  const statuses = await readControls(asked);
  const privileged = await readPrivileged(asked);
  const teams = new Map<string, TeamFacts>();
  const pages = entraMfa.listTeams({
    credentials,
    tenant,
    withoutNames: true,
  });
  for await (const page of pages) {
    for (const team of page.filter(one => !hasNobody(one))) {
      const { ref } = team.team;
      teams.set(ref, {
        ...judged(team),
        privilegedUncovered: privileged.get(ref) ?? null,
        // What is stale or held is of a time before.
        controls: (team.trust === 'fresh' && statuses.get(ref)) || new Map(),
      });
    }
  }
  return teams;
}

function hasNobody({ covered, uncovered, unknown }: EntraMfaListedTeam) {
  return covered === 0 && uncovered === 0 && unknown === 0;
}

function judged(
  team: EntraMfaListedTeam,
): Pick<TeamFacts, 'target' | 'freshness' | 'figures' | 'readAt'> {
  const { covered, uncovered, permille, short, phoneOnly } = team;
  const isKnown =
    team.target !== 'not-known' &&
    covered !== null &&
    uncovered !== null &&
    permille !== null &&
    short !== null &&
    phoneOnly !== null;
  const freshness: Freshness =
    team.trust === 'no-data' ? 'unknown' : team.trust;
  return {
    target: team.target === 'not-known' ? 'unknown' : team.target,
    freshness,
    figures: isKnown
      ? { covered, uncovered, permille, short, phoneOnly }
      : null,
    readAt: team.readAt,
  };
}

/** Of each Group that alone owns something, its uncovered people with a privileged role. */
async function readPrivileged({ entraMfa, credentials, tenant }: Asked) {
  const counts = new Map<string, number>();
  const pages = pagesOf(page =>
    entraMfa.call(
      'getServices',
      {},
      { ...page, tenant, sort: 'name', withoutNames },
      { credentials },
    ),
  );
  for await (const services of pages) {
    for (const { ownerRefs, owners } of services) {
      const count = owners?.privilegedUncovered ?? null;
      if (ownerRefs.length === 1 && count !== null) {
        counts.set(ownerRefs[0], count);
      }
    }
  }
  return counts;
}

/** The status of each control, by team. A control that is not there says nothing of anybody. */
async function readControls({
  entraMfa,
  credentials,
  tenant,
  controls,
}: Asked) {
  const byTeam = new Map<string, Map<string, Verdict>>();
  for (const control of controls) {
    const [framework, id] = control.split('/');
    const pages = pagesOf(page =>
      entraMfa
        .call(
          'getControlTeams',
          { framework, id },
          { ...page, tenant, withoutNames },
          { credentials },
        )
        .catch(error => {
          if (isError(error) && error.name === 'NotFoundError') {
            return { items: [], pageInfo: { nextCursor: null } };
          }
          throw error;
        }),
    );
    for await (const items of pages) {
      for (const { team, status } of items) {
        const statuses = byTeam.get(team.ref) ?? new Map<string, Verdict>();
        statuses.set(
          control,
          status === 'met' || status === 'not-met' ? status : 'unknown',
        );
        byTeam.set(team.ref, statuses);
      }
    }
  }
  return byTeam;
}
