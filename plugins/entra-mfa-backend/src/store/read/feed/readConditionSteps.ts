import type { Knex } from 'knex';
import { ABSENT } from '../../../assess/condition';
import { keyIn } from '../../sql/keyIn';
import type { PersonChangeRow } from '../../sql/tables';
import type { ChangeRange } from '../changes/netChanges';

/** What a snapshot changed of a person's condition. */
export type ConditionStep = Pick<
  PersonChangeRow,
  'object_id' | 'snapshot' | 'condition_before' | 'condition_after' | 'by_rules'
>;

const columns = [
  'object_id',
  'snapshot',
  'condition_before',
  'condition_after',
  'by_rules',
] as const;

/** The snapshots of a range that changed the condition of somebody who was there before and after. */
export async function readChangingSnapshots(
  knex: Knex,
  { tenantId, after, upTo }: ChangeRange,
): Promise<number[]> {
  return stepsOf(knex, tenantId)
    .andWhere('snapshot', '>', after)
    .andWhere('snapshot', '<=', upTo)
    .distinct('snapshot')
    .orderBy('snapshot')
    .pluck('snapshot');
}

/** These steps of one snapshot, page by page, by object id. */
export async function* conditionStepsOf(
  knex: Knex,
  tenantId: string,
  snapshot: number,
  atOnce: number,
): AsyncGenerator<ConditionStep[]> {
  let after: string | null = null;
  do {
    const query = stepsOf(knex, tenantId)
      .andWhere({ snapshot })
      .orderBy('object_id')
      .limit(atOnce)
      .select(columns);
    if (after !== null) {
      query.andWhere('object_id', '>', after);
    }
    const steps: ConditionStep[] = await query;
    yield steps;
    after = steps.length === atOnce ? steps[atOnce - 1].object_id : null;
  } while (after !== null);
}

/** All steps of some people before a snapshot, the last ones first. */
export async function readStepsBefore(
  knex: Knex,
  tenantId: string,
  snapshot: number,
  objectIds: readonly string[],
): Promise<ConditionStep[]> {
  if (objectIds.length === 0) {
    return [];
  }
  return knex<PersonChangeRow>('person_change')
    .where('tenant_id', tenantId)
    .andWhere(keyIn(knex, 'object_id', objectIds))
    .andWhere('snapshot', '<', snapshot)
    .orderBy('snapshot', 'desc')
    .select(columns);
}

function stepsOf(knex: Knex, tenantId: string): Knex.QueryBuilder {
  return knex<PersonChangeRow>('person_change')
    .where('tenant_id', tenantId)
    .andWhere('condition_before', '<>', ABSENT)
    .andWhere('condition_after', '<>', ABSENT)
    .andWhere('condition_before', '<>', knex.ref('condition_after'));
}
