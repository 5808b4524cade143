import type { Knex } from 'knex';
import type { HoldRow } from '../sql/tables';

/** Reads the hold of a tenant's figure, released or not; null where none is open. */
export async function readOpenHold(
  knex: Knex,
  tenantId: string,
): Promise<HoldRow | null> {
  const row = await knex<HoldRow>('hold')
    .where({ tenant_id: tenantId, closed_at: null })
    .first();
  return row ?? null;
}
