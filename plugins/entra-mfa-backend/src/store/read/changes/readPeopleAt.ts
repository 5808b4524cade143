import type { Knex } from 'knex';
import { keyIn } from '../../sql/keyIn';
import type { PersonRow } from '../../sql/tables';
import type { SnapshotView } from '../../asOf/types';
import { versionAt } from '../../asOf/versionAt';

/** Some people as they were at a snapshot, by object id. */
export async function readPeopleAt(
  knex: Knex,
  view: SnapshotView,
  objectIds: readonly string[],
): Promise<Map<string, PersonRow>> {
  const rows: PersonRow[] = await knex<PersonRow>({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(keyIn(knex, 'p.object_id', objectIds))
    .select('p.*');
  return new Map(rows.map(row => [row.object_id, row]));
}
