import type { Knex } from 'knex';
import { keyIn } from '../../sql/keyIn';
import { allowedPeople, type PersonCriteria } from '../personFilter';
import type { SnapshotView } from '../../asOf/types';
import { usersOfPeople } from '../usersOfPeople';
import { versionAt } from '../../asOf/versionAt';

/** Of some Users, those whose people the criteria allow. */
export async function readUsersSeen(
  knex: Knex,
  view: SnapshotView,
  refs: readonly string[],
  allowed: PersonCriteria,
): Promise<Set<string>> {
  const users = usersOfPeople(knex, view, ref => keyIn(knex, ref, refs));
  const seen: string[] = await knex({ p: 'person' })
    .join(users.as('user'), 'user.object_id', 'p.object_id')
    .where(versionAt(view, 'p'))
    .andWhere(allowedPeople(knex, view, allowed))
    .pluck('user.entity_ref');
  return new Set(seen);
}
