import type { Knex } from 'knex';
import { peopleConditions, type PeopleSelection } from './peopleConditions';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** How many people a filter finds. */
export async function countPeople(
  knex: Knex,
  view: SnapshotView,
  selection: PeopleSelection,
): Promise<number> {
  const [row] = await knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(peopleConditions(knex, view, selection))
    .count({ people: '*' });
  return Number(row.people);
}
