import type { Knex } from 'knex';
import type { PersonRow } from '../sql/tables';
import { allowedPeople, type PersonCriteria } from './personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** One person, if the caller may see them. */
export async function readPerson(
  knex: Knex,
  view: SnapshotView,
  objectId: string,
  allowed: PersonCriteria | null,
): Promise<PersonRow | null> {
  const query = knex<PersonRow>({ p: 'person' })
    .where('p.object_id', objectId)
    .andWhere(versionAt(view, 'p'));
  if (allowed) {
    query.andWhere(allowedPeople(knex, view, allowed));
  }
  return (await query.first('p.*')) ?? null;
}
