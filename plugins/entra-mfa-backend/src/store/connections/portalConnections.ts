import type { Knex } from 'knex';
import { toDate, toDateOrNull } from '../sql/instant';
import type { PortalConnectionRow } from '../sql/tables';

/** A tenant that is connected in the portal. */
export interface PortalConnection {
  tenantId: string;
  contact: string | null;
  switchedOff: string[];
  /** By consent to the application, in the name of somebody who signed in, or by an application of its own. */
  kind: PortalConnectionRow['kind'];
  /** Of its own application; null where it is read by the portal's. */
  clientId: string | null;
  /** When the secret of its own application ends; null where nobody said. */
  secretEndsAt: Date | null;
  /** Since when that secret is used. */
  credentialAt: Date | null;
  connectedAt: Date;
}

/** What of it may be changed. */
export type PortalConnectionChange = Partial<
  Pick<
    PortalConnection,
    'contact' | 'switchedOff' | 'secretEndsAt' | 'credentialAt'
  >
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
    clientId: row.client_id,
    secretEndsAt: toDateOrNull(row.secret_ends_at),
    credentialAt: toDateOrNull(row.credential_at),
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
  connection: PortalConnection,
): Promise<void> {
  const { tenantId, contact, switchedOff, kind, connectedAt } = connection;
  await trx<PortalConnectionRow>('portal_connection')
    .insert({
      tenant_id: tenantId,
      connected_at: connectedAt,
      deleted_at: null,
      contact,
      switched_off: JSON.stringify(switchedOff),
      kind,
      client_id: connection.clientId,
      secret_ends_at: connection.secretEndsAt,
      credential_at: connection.credentialAt,
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
  change: PortalConnectionChange,
): Promise<void> {
  const { contact, switchedOff, secretEndsAt, credentialAt } = change;
  const values = {
    ...(contact !== undefined && { contact }),
    ...(switchedOff && { switched_off: JSON.stringify(switchedOff) }),
    ...(credentialAt && {
      credential_at: credentialAt,
      secret_ends_at: secretEndsAt ?? null,
    }),
  };
  if (Object.keys(values).length > 0) {
    await trx<PortalConnectionRow>('portal_connection')
      .where({ tenant_id: tenantId })
      .whereNull('deleted_at')
      .update(values);
  }
}
