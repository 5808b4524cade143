import type { Knex } from 'knex';
import type { PublicationHoldRow } from '../sql/tables';

/** Reads the hold of a tenant's figure, released or not; null where none is open. */
export async function readOpenHold(
  knex: Knex,
  tenantId: string,
): Promise<PublicationHoldRow | null> {
  const row = await knex<PublicationHoldRow>('hold')
    .where({ tenant_id: tenantId, closed_at: null })
    .first();
  return row ?? null;
}
