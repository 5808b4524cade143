import type { Knex } from 'knex';
import type { ConnectionRow } from '../sql/tables';

/** Every connection that there ever was. The one read that is over all tenants. */
export async function readConnections(knex: Knex): Promise<ConnectionRow[]> {
  return knex<ConnectionRow>('connection').orderBy('tenant_id');
}

/** Whether there is or was a connection to a tenant. */
export async function isKnown(knex: Knex, tenantId: string): Promise<boolean> {
  const row = await knex<ConnectionRow>('connection')
    .where({ tenant_id: tenantId })
    .andWhere('last_episode', '>', 0)
    .first('tenant_id');
  return row !== undefined;
}
