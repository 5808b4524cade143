import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { allowedPeople, type PersonCriteria } from './personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

const MEMBERS_AT_ONCE = 1_000;

/**
 * Whether every person of a team and its sub-teams is one that the criteria allow. Goes through the
 * team in batches and stops at the first who is not: in a large team that is seen in part, that is
 * nearly always the first batch.
 */
export async function seesWholeTeam(
  knex: Knex,
  view: SnapshotView,
  teamRef: string,
  allowed: PersonCriteria,
): Promise<boolean> {
  let last = '';
  for (;;) {
    const members: { object_id: string }[] = await knex({ m: 'person_team' })
      .where('m.team_ref', teamRef)
      .andWhere(versionAt(view, 'm'))
      .andWhere('m.object_id', '>', last)
      .orderBy('m.object_id')
      .limit(MEMBERS_AT_ONCE)
      .select('m.object_id');
    const ids = members.map(member => member.object_id);
    const [{ hidden }] = await knex({ p: 'person' })
      .where(keyIn(knex, 'p.object_id', ids))
      .andWhere(versionAt(view, 'p'))
      .whereNot(allowedPeople(knex, view, allowed))
      .count({ hidden: '*' });
    if (Number(hidden) > 0) {
      return false;
    }
    if (ids.length < MEMBERS_AT_ONCE) {
      return true;
    }
    last = ids[ids.length - 1];
  }
}
