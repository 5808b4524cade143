import type { Knex } from 'knex';
import type { AnyView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** Which User entities: a condition on the column that holds the ref. */
type OnUser = (column: string) => Knex.Raw | Knex.QueryCallback;

/**
 * Pairs of `object_id` and `entity_ref`: the people of some User entities. A person may have several of
 * them, and one row for each. The condition is given to both tables, so that each is read by its index.
 */
export function usersOfPeople(
  knex: Knex,
  view: AnyView,
  onUser: OnUser,
): Knex.QueryBuilder {
  return knex({ u: 'person' })
    .where(versionAt(view, 'u'))
    .whereNotNull('u.entity_ref')
    .andWhere(onUser('u.entity_ref'))
    .select({ object_id: 'u.object_id', entity_ref: 'u.entity_ref' })
    .unionAll(further =>
      further
        .from({ f: 'person_entity' })
        .where(versionAt(view, 'f'))
        .andWhere(onUser('f.entity_ref'))
        .select({ object_id: 'f.object_id', entity_ref: 'f.entity_ref' }),
    );
}

/** The object ids of the people of some User entities. */
export function idsOfUsers(
  knex: Knex,
  view: AnyView,
  onUser: OnUser,
): Knex.QueryBuilder {
  return knex
    .from(usersOfPeople(knex, view, onUser).as('users'))
    .select('users.object_id');
}
