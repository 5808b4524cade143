import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { ConnectRequestRow } from '../sql/tables';

/** What a new request says. */
export type NewConnectRequest = Pick<
  ConnectRequestRow,
  | 'id'
  | 'tenant_id'
  | 'handed_on'
  | 'asked_by'
  | 'contact'
  | 'switched_off'
  | 'kind'
> & { asked_at: Date; expires_at: Date };

/** What ends a request, beside that its time is over. */
export type ConnectOutcome = NonNullable<ConnectRequestRow['outcome']>;

/** How a secret of an address is kept: whoever reads the table cannot use it. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Adds a request. */
export async function insertConnectRequest(
  knex: Knex,
  request: NewConnectRequest,
  link: string | null,
): Promise<void> {
  await knex<ConnectRequestRow>('connect_request').insert({
    ...request,
    link_hash: link && hashOf(link),
    state_hash: null,
    state_expires_at: null,
    outcome: null,
    ended_at: null,
    problem: null,
  });
}

/** Gives a request that is awaited the state that its answer has to bring; a state before it is worth nothing. */
export async function saveState(
  knex: Knex,
  id: string,
  state: string,
  expiresAt: Date,
): Promise<void> {
  await knex<ConnectRequestRow>('connect_request')
    .where({ id })
    .whereNull('outcome')
    .update({ state_hash: hashOf(state), state_expires_at: expiresAt });
}

/** The request whose link somebody has, while it is awaited. */
export async function readRequestOfLink(
  knex: Knex,
  link: string,
  now: Date,
): Promise<ConnectRequestRow | undefined> {
  return knex<ConnectRequestRow>('connect_request')
    .where({ link_hash: hashOf(link) })
    .whereNull('outcome')
    .andWhere('expires_at', '>', now)
    .first();
}

/** Takes the state of an answer, once: null where nobody waits for it, or not any more. */
export async function takeState(
  knex: Knex,
  state: string,
  now: Date,
): Promise<ConnectRequestRow | null> {
  const [row] = await knex<ConnectRequestRow>('connect_request')
    .where({ state_hash: hashOf(state) })
    .whereNull('outcome')
    .andWhere('state_expires_at', '>', now)
    .update({ state_hash: null, state_expires_at: null })
    .returning('*');
  return row ?? null;
}

/** Ends a request that is awaited. Returns whether there was one. */
export async function endConnectRequest(
  knex: Knex,
  id: string,
  end: { outcome: ConnectOutcome; at: Date; problem?: Problem },
): Promise<boolean> {
  const ended = await knex<ConnectRequestRow>('connect_request')
    .where({ id })
    .whereNull('outcome')
    .update({
      outcome: end.outcome,
      ended_at: end.at,
      problem: end.problem ? JSON.stringify(end.problem) : null,
      state_hash: null,
      link_hash: null,
    });
  return ended > 0;
}

/** Requests since a time, the newest first. Over all tenants. */
export async function readConnectRequests(
  knex: Knex,
  since: Date,
): Promise<ConnectRequestRow[]> {
  return knex<ConnectRequestRow>('connect_request')
    .where('expires_at', '>', since)
    .orderBy([
      { column: 'asked_at', order: 'desc' },
      { column: 'id', order: 'asc' },
    ])
    .limit(50);
}

/** One request. */
export async function readConnectRequest(
  knex: Knex,
  id: string,
): Promise<ConnectRequestRow | undefined> {
  return knex<ConnectRequestRow>('connect_request').where({ id }).first();
}

/** Ends every request for a tenant that is awaited. */
export async function withdrawConnectRequests(
  trx: Knex.Transaction,
  tenantId: string,
  at: Date,
): Promise<void> {
  await trx<ConnectRequestRow>('connect_request')
    .where({ tenant_id: tenantId })
    .whereNull('outcome')
    .update({
      outcome: 'withdrawn',
      ended_at: at,
      state_hash: null,
      link_hash: null,
    });
}
