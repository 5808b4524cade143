import type { Knex } from 'knex';
import type { PersonChangeRow } from '../sql/tables';

/** How a snapshot changed people: as many rows as there are ways. */
export type Step = Pick<
  PersonChangeRow,
  'snapshot' | 'condition_before' | 'condition_after'
>;

/** The ways in which snapshots changed people, after one and up to another, in their order. */
export async function readSteps(
  knex: Knex,
  { tenantId, after, upTo }: { tenantId: string; after: number; upTo: number },
): Promise<Step[]> {
  return knex<PersonChangeRow>('person_change')
    .where('tenant_id', tenantId)
    .andWhere('snapshot', '>', after)
    .andWhere('snapshot', '<=', upTo)
    .andWhere('by_rules', false)
    .orderBy(['snapshot', 'condition_before', 'condition_after'])
    .distinct('snapshot', 'condition_before', 'condition_after');
}
