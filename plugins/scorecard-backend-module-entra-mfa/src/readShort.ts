import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  EntraMfaListedTeam,
  EntraMfaService,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** How many people a team is short of its target, over all tenants; or why that is not known. */
export type Short = { people: number } | { notKnown: string };

const reasons: Record<string, string> = {
  'no-data': 'nothing has been read yet',
  stale: 'the data is too old',
  held: 'a sudden fall of the figure is held back',
  hidden: 'it has so few people that its figures are not shown to everybody',
};

/**
 * How many people each team is short, by its ref: in pages of 200 teams, and as somebody is told who sees nobody by name,
 * since whoever reads scorecards reads it. Teams without people are not there.
 */
export async function readShort(
  entraMfa: EntraMfaService,
  credentials: BackstageCredentials,
): Promise<Map<string, Short>> {
  const { items } = await entraMfa.call('getTenants', {}, {}, { credentials });
  const all = new Map<string, Short>();
  for (const { id: tenant } of items) {
    const pages = entraMfa.listTeams({
      ...{ credentials, tenant },
      withoutNames: true,
    });
    for await (const page of pages) {
      for (const team of page.filter(one => !hasNobody(one))) {
        const { ref } = team.team;
        all.set(ref, sumOf(all.get(ref) ?? { people: 0 }, shortOf(team)));
      }
    }
  }
  return all;
}

function hasNobody({ covered, uncovered, unknown }: EntraMfaListedTeam) {
  return covered === 0 && uncovered === 0 && unknown === 0;
}

function shortOf({ target, notKnown, short }: EntraMfaListedTeam): Short {
  return target === 'not-known' || short === null
    ? { notKnown: reasons[notKnown ?? ''] ?? 'nobody of it counts' }
    : { people: short };
}

function sumOf(a: Short, b: Short): Short {
  if ('notKnown' in a) return a;
  return 'notKnown' in b ? b : { people: a.people + b.people };
}
