import type { Knex } from 'knex';
import { STILL_TRUE, type PersonChangeRow } from '../sql/tables';

/**
 * Lets the changes that people had before a snapshot know that it changed them again. Whoever reads
 * up to an earlier snapshot finds the same as before: the next change lies beyond either way.
 */
export async function closePersonChanges(
  trx: Knex.Transaction,
  { tenantId, snapshot }: { tenantId: string; snapshot: number },
): Promise<void> {
  await trx<PersonChangeRow>('person_change')
    .where({ tenant_id: tenantId, next_snapshot: STILL_TRUE })
    .andWhere('snapshot', '<', snapshot)
    .whereIn('object_id', changed =>
      changed
        .from('person_change')
        .where({ tenant_id: tenantId, snapshot })
        .select('object_id'),
    )
    .update({ next_snapshot: snapshot });
}
