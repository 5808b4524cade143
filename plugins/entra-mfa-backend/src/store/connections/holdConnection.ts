import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import type { ConnectionRow } from '../sql/tables';

/** Makes the row of a connection, unless it is there. */
export async function ensureConnection(
  knex: Knex,
  tenantId: string,
): Promise<void> {
  await knex<ConnectionRow>('connection')
    .insert({ tenant_id: tenantId })
    .onConflict('tenant_id')
    .ignore();
}

/** Reads a connection and holds it until the transaction ends: no other replica judges it meanwhile. */
export async function holdConnection(
  trx: Knex.Transaction,
  tenantId: string,
): Promise<ConnectionRow | undefined> {
  const query = trx<ConnectionRow>('connection').where({
    tenant_id: tenantId,
  });
  return (isPostgres(trx) ? query.forUpdate() : query).first();
}

/** Keeps what is known of a connection. */
export async function updateConnection(
  trx: Knex.Transaction,
  tenantId: string,
  known: Partial<Omit<ConnectionRow, 'tenant_id' | 'last_event'>>,
): Promise<void> {
  await trx<ConnectionRow>('connection')
    .where({ tenant_id: tenantId })
    .update(known);
}
