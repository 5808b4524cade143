import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { allowedPeople, type PersonCriteria } from './personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** Which of these roles nobody has whom the criteria do not allow. */
export async function readRolesSeen(
  knex: Knex,
  view: SnapshotView,
  roleIds: readonly string[],
  allowed: PersonCriteria,
): Promise<string[]> {
  const hidden = new Set<string>(
    await knex({ r: 'person_role' })
      .join({ p: 'person' }, 'p.object_id', 'r.object_id')
      .where(versionAt(view, 'r'))
      .andWhere(versionAt(view, 'p'))
      .andWhere(keyIn(knex, 'r.role_id', roleIds))
      .whereNot(allowedPeople(knex, view, allowed))
      .distinct('r.role_id')
      .pluck('r.role_id'),
  );
  return roleIds.filter(id => !hidden.has(id));
}
