import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { itemsOf, type ReviewView } from './itemConditions';
import { membersOf, type Membership } from './membersOf';

/** Of whom access was decided to go from: how many there are, and how many are members still. */
export async function countStillMembers(
  knex: Knex,
  of: ReviewView,
  now: Membership | null,
): Promise<{ toRemove: number; still: number }> {
  const toRemove = () =>
    itemsOf(knex, of, null, { decision: ['remove-access'] });
  const [all] = await toRemove().count({ people: '*' });
  if (!now) {
    return { toRemove: Number(all.people), still: 0 };
  }
  const [still] = await toRemove()
    .whereIn('i.object_id', membersOf(knex, now))
    .count({ people: '*' });
  return { toRemove: Number(all.people), still: Number(still.people) };
}

/** Which of some people are members. */
export async function readMembersAmong(
  knex: Knex,
  of: Membership,
  objectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids: string[] = await knex
    .from(membersOf(knex, of).as('m'))
    .where(keyIn(knex, 'm.object_id', objectIds))
    .distinct('m.object_id')
    .pluck('m.object_id');
  return new Set(ids);
}
