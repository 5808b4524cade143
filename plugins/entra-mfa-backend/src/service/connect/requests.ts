import type { ConnectRequest } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { randomBytes } from 'node:crypto';
import { saveState } from '../../store/connections/connectRequests';
import { toDate, toDateOrNull } from '../../store/sql/instant';
import type { ConnectRequestRow } from '../../store/sql/tables';
import type { ConnectServiceOptions } from './types';

/** So long an answer of Microsoft's page is awaited. */
export const STATE_MS = 10 * 60_000;

/** What makes an address worth something: 32 random bytes. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A state for a request, in the place of an earlier one: good once and for ten minutes. */
export async function newState(
  { knex, clock }: Pick<ConnectServiceOptions, 'knex' | 'clock'>,
  { id }: Pick<ConnectRequestRow, 'id'>,
): Promise<string> {
  const state = newSecret();
  const until = new Date(clock.now().getTime() + STATE_MS);
  await saveState(knex, id, state, until);
  return state;
}

/** A request as the contract tells it. */
export function toRequest(row: ConnectRequestRow, now: Date): ConnectRequest {
  const expiresAt = toDate(row.expires_at);
  const open = expiresAt <= now ? 'expired' : 'waiting';
  return {
    id: row.id,
    tenant: row.tenant_id,
    kind: row.kind,
    state: row.outcome ?? open,
    handedOn: Boolean(row.handed_on),
    askedBy: row.asked_by,
    askedAt: toDate(row.asked_at).toISOString(),
    expiresAt: expiresAt.toISOString(),
    endedAt: toDateOrNull(row.ended_at)?.toISOString() ?? null,
    problem: row.problem === null ? null : JSON.parse(row.problem),
  };
}
