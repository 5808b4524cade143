import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** The teams whose member each person is, without their parents, by object id. */
export async function readDirectTeams(
  knex: Knex,
  view: SnapshotView,
  objectIds: readonly string[],
): Promise<Map<string, { ref: string; title: string }[]>> {
  const rows: { object_id: string; ref: string; title: string }[] = await knex({
    m: 'person_team',
  })
    .join({ t: 'team' }, 't.team_ref', 'm.team_ref')
    .where(versionAt(view, 'm'))
    .andWhere(versionAt(view, 't'))
    .andWhere('m.direct', true)
    .andWhere(keyIn(knex, 'm.object_id', objectIds))
    .orderBy(['t.sort_name', 't.team_ref'])
    .select({ object_id: 'm.object_id', ref: 't.team_ref', title: 't.title' });
  const teams = new Map<string, { ref: string; title: string }[]>();
  for (const { object_id, ref, title } of rows) {
    const known = teams.get(object_id) ?? [];
    known.push({ ref, title });
    teams.set(object_id, known);
  }
  return teams;
}
