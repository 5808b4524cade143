import type {
  TrailDetails,
  TrailKind,
  TrailOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type {
  ConnectionEventRow,
  ConnectionEventUserRow,
  ConnectionRow,
} from '../sql/tables';

/** Who did something: a user by their ref, a service by its subject, or the plugin itself. */
export type Actor =
  | { kind: 'user'; ref: string }
  | { kind: 'service'; subject: string }
  | { kind: 'system' };

/** What happened to a connection. It holds no secret, and names nobody who is read. */
export interface TrailEntry {
  at: Date;
  actor: Actor;
  kind: TrailKind;
  outcome: TrailOutcome;
  details: TrailDetails;
}

/**
 * Adds to the trail of a tenant. The number is counted up first, in the same transaction: who counts waits for
 * who counted before, so there is neither a gap nor a number that becomes visible after a later one.
 *
 * @returns the number; null for a tenant that was never connected
 */
export async function appendEvent(
  trx: Knex.Transaction,
  tenantId: string,
  { at, actor, kind, outcome, details }: TrailEntry,
): Promise<number | null> {
  const [counted] = await trx<ConnectionRow>('connection')
    .where({ tenant_id: tenantId })
    .increment('last_event', 1)
    .returning('last_event');
  if (!counted) {
    return null;
  }
  const sequence = counted.last_event;
  await trx<ConnectionEventRow>('connection_event').insert({
    tenant_id: tenantId,
    sequence,
    at,
    actor_kind: actor.kind,
    service: actor.kind === 'service' ? actor.subject : null,
    kind,
    outcome,
    details: JSON.stringify(details),
  });
  if (actor.kind === 'user') {
    await trx<ConnectionEventUserRow>('connection_event_user').insert({
      tenant_id: tenantId,
      sequence,
      user_ref: actor.ref,
      at,
    });
  }
  return sequence;
}
