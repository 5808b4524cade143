import type { Knex } from 'knex';
import type { PublicationHoldRow } from '../sql/tables';

/** Ends the hold of a tenant's figure, if there is one, with the snapshot that is published. */
export async function closeHold(
  trx: Knex.Transaction,
  tenantId: string,
  { snapshot, at }: { snapshot: number; at: Date | string | number },
): Promise<void> {
  await trx<PublicationHoldRow>('hold')
    .where({ tenant_id: tenantId, closed_at: null })
    .update({ closed_at: at, closed_snapshot: snapshot });
}
