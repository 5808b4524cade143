import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** Of how many people it is not known whether they hold a role. */
export async function countRolesNotKnown(
  knex: Knex,
  view: SnapshotView,
): Promise<number> {
  const [row] = await knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .whereNull('p.privileged')
    .count({ people: '*' });
  return Number(row.people);
}
