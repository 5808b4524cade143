import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import type { PortalConnectionRow } from '../sql/tables';

/** A tenant that is connected in the portal. */
export interface PortalConnection {
  tenantId: string;
  contact: string | null;
  switchedOff: string[];
  /** By consent to the application, or in the name of somebody who signed in. */
  kind: PortalConnectionRow['kind'];
  connectedAt: Date;
}

/** What of it may be changed. */
export type PortalConnectionChange = Partial<
  Pick<PortalConnection, 'contact' | 'switchedOff'>
>;

/** Those that are read, in the order in which they were connected. Over all tenants. */
export async function readPortalConnections(
  knex: Knex,
): Promise<PortalConnection[]> {
  const rows = await knex<PortalConnectionRow>('portal_connection')
    .whereNull('deleted_at')
    .orderBy([{ column: 'connected_at' }, { column: 'tenant_id' }]);
  return rows.map(row => ({
    tenantId: row.tenant_id,
    contact: row.contact,
    switchedOff: JSON.parse(row.switched_off),
    kind: row.kind,
    connectedAt: toDate(row.connected_at),
  }));
}

/** Whether a tenant was ever connected in the portal, and whether it is now. */
export async function readPortalConnectionState(
  knex: Knex,
  tenantId: string,
): Promise<'connected' | 'disconnected' | null> {
  const row = await knex<PortalConnectionRow>('portal_connection')
    .where({ tenant_id: tenantId })
    .first();
  if (!row) {
    return null;
  }
  return row.deleted_at === null ? 'connected' : 'disconnected';
}

/** How a tenant is read that is connected in the portal; null for one that is not. */
export async function readPortalConnectionKind(
  knex: Knex,
  tenantId: string,
): Promise<PortalConnection['kind'] | null> {
  const row = await knex<PortalConnectionRow>('portal_connection')
    .where({ tenant_id: tenantId })
    .whereNull('deleted_at')
    .first('kind');
  return row?.kind ?? null;
}

/** Whether a tenant that was connected in the portal still is. */
export async function isConnectedInPortal(
  knex: Knex,
  tenantId: string,
): Promise<boolean> {
  return (await readPortalConnectionState(knex, tenantId)) === 'connected';
}

/** Connects a tenant, also one that was before. */
export async function insertPortalConnection(
  trx: Knex.Transaction,
  { tenantId, contact, switchedOff, kind, connectedAt }: PortalConnection,
): Promise<void> {
  await trx<PortalConnectionRow>('portal_connection')
    .insert({
      tenant_id: tenantId,
      connected_at: connectedAt,
      deleted_at: null,
      contact,
      switched_off: JSON.stringify(switchedOff),
      kind,
    })
    .onConflict('tenant_id')
    .merge();
}

/** Ends one. Returns whether there was one to end. */
export async function endPortalConnection(
  trx: Knex.Transaction,
  tenantId: string,
  at: Date,
): Promise<boolean> {
  const ended = await trx<PortalConnectionRow>('portal_connection')
    .where({ tenant_id: tenantId })
    .whereNull('deleted_at')
    .update({ deleted_at: at });
  return ended > 0;
}

/** Changes one that is read. */
export async function updatePortalConnection(
  trx: Knex.Transaction,
  tenantId: string,
  { contact, switchedOff }: PortalConnectionChange,
): Promise<void> {
  const change = {
    ...(contact !== undefined && { contact }),
    ...(switchedOff && { switched_off: JSON.stringify(switchedOff) }),
  };
  if (Object.keys(change).length > 0) {
    await trx<PortalConnectionRow>('portal_connection')
      .where({ tenant_id: tenantId })
      .whereNull('deleted_at')
      .update(change);
  }
}
