import type { Knex } from 'knex';
import { peopleConditions } from './peopleConditions';
import type { PeopleRequest } from './readPeople';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** How many people a filter finds. */
export async function countPeople(
  knex: Knex,
  view: SnapshotView,
  request: Omit<PeopleRequest, 'sort'>,
): Promise<number> {
  const [row] = await knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(peopleConditions(knex, view, request.filter, request.allowed))
    .count({ people: '*' });
  return Number(row.people);
}
