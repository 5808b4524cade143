import type { Knex } from 'knex';
import type { PeopleCondition } from '../read/changes/netChanges';
import type { PersonChangeRow } from '../sql/tables';
import type { Step } from './readSteps';

/** The condition on `object_id` that one of the steps changed the person. */
export function peopleOfSteps(
  knex: Knex,
  tenantId: string,
  steps: readonly Step[],
): PeopleCondition {
  return query =>
    query.whereIn(
      'object_id',
      knex<PersonChangeRow>({ s: 'person_change' })
        .where('s.tenant_id', tenantId)
        .andWhere(either => {
          for (const step of steps) {
            either.orWhere(one =>
              one
                .where('s.snapshot', step.snapshot)
                .andWhere('s.condition_before', step.condition_before)
                .andWhere('s.condition_after', step.condition_after),
            );
          }
        })
        .select('s.object_id'),
    );
}
