import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { phoneColumns, phoneFigures } from './phoneEnds';
import type { Recount, Recounted } from './types';

/** Each team with its sub-teams, each person once. */
export async function recountTeams({ knex, api }: Recount): Promise<Recounted> {
  const { body } = await api.get('/teams?limit=200');
  const { items: teams, pageInfo } = routes.getTeams.response.parse(body);
  expect(pageInfo.nextCursor).toBeNull();
  expect(teams).toHaveLength(200);
  const counted: object[] = await knex.raw(
    `SELECT t.team AS ref, count(p.id) AS people,
      total(p.state = 'covered') AS covered, total(p.state = 'uncovered') AS uncovered,
      ${phoneColumns}
     FROM (SELECT DISTINCT team FROM raw_above) t
     LEFT JOIN (SELECT DISTINCT a.team, m.id FROM raw_membership m
                JOIN raw_above a ON a.sub_team = m.team) w ON w.team = t.team
     LEFT JOIN raw_person p ON p.id = w.id GROUP BY 1 ORDER BY 1`,
  );
  const told = teams
    .map(({ ref, people, coverage, ...rest }) => ({
      ref,
      people,
      covered: coverage!.covered,
      uncovered: coverage!.uncovered,
      ...phoneFigures(rest),
    }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return { told, counted };
}
