import type { Knex } from 'knex';
import { keyIn } from '../../keyIn';
import { allowedPeople, type PersonCriteria } from '../personFilter';
import type { SnapshotView } from '../types';
import { versionAt } from '../versionAt';

/** Of some Users, those whose people the criteria allow. */
export async function readUsersSeen(
  knex: Knex,
  view: SnapshotView,
  refs: readonly string[],
  allowed: PersonCriteria,
): Promise<Set<string>> {
  const seen: string[] = await knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(keyIn(knex, 'p.entity_ref', refs))
    .andWhere(allowedPeople(knex, view, allowed))
    .pluck('p.entity_ref');
  return new Set(seen);
}
