import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** What a team is called; null where the catalog had none of that ref. */
export async function readTeamTitle(
  knex: Knex,
  view: SnapshotView,
  teamRef: string,
): Promise<string | null> {
  const row: { title: string } | undefined = await knex({ t: 'team' })
    .where('t.team_ref', teamRef)
    .andWhere(versionAt(view, 't'))
    .first('t.title');
  return row?.title ?? null;
}
