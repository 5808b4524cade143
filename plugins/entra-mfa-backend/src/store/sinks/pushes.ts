import type { Knex } from 'knex';
import type { EvidencePushRow } from '../sql/tables';

/** A push of one snapshot to one sink. */
export interface PushKey {
  tenantId: string;
  sink: string;
  snapshot: number;
}

const pushesOf = (knex: Knex, { tenantId, sink }: Omit<PushKey, 'snapshot'>) =>
  knex<EvidencePushRow>('evidence_push').where({ tenant_id: tenantId, sink });

const pushOf = (knex: Knex, key: PushKey) =>
  pushesOf(knex, key).andWhere({ snapshot: key.snapshot });

/** The push of the newest snapshot that a sink has taken; null where it has none. */
export async function readLastTaken(
  knex: Knex,
  of: Omit<PushKey, 'snapshot'>,
): Promise<EvidencePushRow | null> {
  const row = await pushesOf(knex, of)
    .whereNotNull('taken_at')
    .orderBy('snapshot', 'desc')
    .first();
  return row ?? null;
}

/** The push of the newest snapshot that was tried; null before the first. */
export async function readLastPush(
  knex: Knex,
  of: Omit<PushKey, 'snapshot'>,
): Promise<EvidencePushRow | null> {
  const row = await pushesOf(knex, of).orderBy('snapshot', 'desc').first();
  return row ?? null;
}

/** Puts on record that a push begins, or goes on. Returns up to which object id it was taken before. */
export async function beginPush(
  knex: Knex,
  key: PushKey,
  at: Date,
): Promise<string | null> {
  const tried = await pushOf(knex, key).first();
  if (!tried) {
    await knex<EvidencePushRow>('evidence_push').insert({
      tenant_id: key.tenantId,
      sink: key.sink,
      snapshot: key.snapshot,
      begun_at: at,
      tried_at: at,
      attempts: 1,
      taken_at: null,
      people: null,
      resume_after: null,
      problem: null,
    });
    return null;
  }
  await pushOf(knex, key).update({
    tried_at: at,
    attempts: tried.attempts + 1,
  });
  return tried.resume_after;
}

/** Keeps up to which object id a push was taken. */
export async function resumePushAfter(
  knex: Knex,
  key: PushKey,
  objectId: string,
): Promise<void> {
  await pushOf(knex, key).update({ resume_after: objectId });
}

/** Puts on record that a push was taken. */
export async function endPush(
  knex: Knex,
  key: PushKey,
  of: { at: Date; people: number },
): Promise<void> {
  await pushOf(knex, key).update({
    taken_at: of.at,
    people: of.people,
    resume_after: null,
    problem: null,
  });
}

/** Puts on record why a push was not taken. */
export async function failPush(
  knex: Knex,
  key: PushKey,
  problem: string,
): Promise<void> {
  await pushOf(knex, key).update({ problem });
}
