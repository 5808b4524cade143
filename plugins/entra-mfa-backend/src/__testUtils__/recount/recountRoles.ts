import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { Recount, Recounted } from './types';

const states = ['covered', 'uncovered', 'unknown', 'exempt'] as const;

/** The people who have a role, each once, by what they have of it. */
const counts = (kind: string) =>
  ["p.state <> 'out-of-scope'", ...states.map(state => `p.state = '${state}'`)]
    .map(
      (what, i) =>
        `count(DISTINCT CASE WHEN ${what} AND ${kind} THEN p.id END) AS ${
          ['people', ...states][i]
        }`,
    )
    .join(', ');

type Row = Record<'people' | (typeof states)[number] | 'outOfScope', number> & {
  role: string;
};

function figureOf({ role: _, outOfScope: __, ...figure }: Row) {
  return figure;
}

/** Who holds and who can activate each role, and how they are covered. */
export async function recountRoles({ knex, api }: Recount): Promise<Recounted> {
  const { items } = routes.getRoles.response.parse(
    (await api.get('/roles')).body,
  );
  const countOf = (kind: string): Promise<Row[]> =>
    knex.raw(`SELECT r.role, ${counts(kind)},
      count(DISTINCT CASE WHEN p.state = 'out-of-scope' THEN p.id END) AS outOfScope
      FROM raw_role r JOIN raw_person p ON p.id = r.id GROUP BY 1 ORDER BY 1`);
  const [all, active, eligible] = [
    await countOf('1'),
    await countOf("r.kind = 'active'"),
    await countOf("r.kind = 'eligible'"),
  ];
  expect(all.length).toBeGreaterThan(5);
  return {
    told: items!
      .map(role => ({
        id: role.id,
        all: role.all,
        active: role.active,
        eligible: role.eligible,
        outOfScope: role.outOfScope,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    counted: all.map((row, i) => ({
      id: row.role,
      all: figureOf(row),
      active: figureOf(active[i]),
      eligible: figureOf(eligible[i]),
      outOfScope: row.outOfScope,
    })),
  };
}
