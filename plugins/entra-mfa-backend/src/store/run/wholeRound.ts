import type { Knex } from 'knex';
import { GONE } from './deltaRecords';
import { keyIn } from '../sql/keyIn';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

/** A data set of which a run has written every record that there is, whether it is another one or not. */
interface WholeRound {
  tenantId: string;
  dataSet: string;
  run: number;
}

/** What such a run comes to against what was before. */
export interface WholeRoundCounts {
  added: number;
  changed: number;
  removed: number;
  /** How many records are true after it. */
  size: number;
}

const KEYS_AT_ONCE = 10_000;

/** The hash of what the run has written under a key, and of what was before. */
const OWN = 'max(case when from_run = ? then hash end)';
const BEFORE = 'max(case when from_run < ? then hash end)';

/** Counts what differs, without holding a key of it. */
export async function countWholeRound(
  knex: Knex,
  round: WholeRound,
): Promise<WholeRoundCounts> {
  const { run } = round;
  const byKey = stillTrue(knex, round)
    .groupBy('record_key')
    .select({
      own: knex.raw(`nullif(${OWN}, ?)`, [run, GONE.hash]),
      before: knex.raw(BEFORE, [run]),
    });
  const [counts]: Record<string, unknown>[] = await knex
    .from(byKey.as('by_key'))
    .select({
      size: knex.raw('count(own)'),
      before: knex.raw('count(before)'),
      kept: knex.raw('count(case when before is not null then own end)'),
      changed: knex.raw('count(case when before <> own then own end)'),
    });
  const size = Number(counts.size);
  const kept = Number(counts.kept);
  return {
    added: size - kept,
    changed: Number(counts.changed),
    removed: Number(counts.before) - kept,
    size,
  };
}

/**
 * Makes what the run has written what is true: what was before ends where the run has not written the very same, and what it
 * has written the very same of goes again, so that a record that did not change stays as it is.
 */
export async function publishWholeRound(
  trx: Knex.Transaction,
  round: WholeRound,
): Promise<void> {
  const { run } = round;
  const differs = trx.raw(`coalesce(${OWN}, ?) <> ${BEFORE}`, [run, '', run]);
  await eachKey(trx, round, differs, keys =>
    withKeys(trx, round, keys)
      .where('from_run', '<', run)
      .update({ to_run: run }),
  );
  const isNothingNew = trx.raw(`${OWN} in (?, ${BEFORE})`, [
    run,
    GONE.hash,
    run,
  ]);
  await eachKey(trx, round, isNothingNew, keys =>
    withKeys(trx, round, keys).where('from_run', run).delete(),
  );
}

/** Runs a statement for the keys that are so, some at a time, in their order. */
async function eachKey(
  trx: Knex.Transaction,
  round: WholeRound,
  isSo: Knex.Raw,
  run: (keys: string[]) => PromiseLike<unknown>,
): Promise<void> {
  let after = '';
  for (;;) {
    const keys: string[] = await stillTrue(trx, round)
      .where('record_key', '>', after)
      .groupBy('record_key')
      .having(isSo)
      .orderBy('record_key')
      .limit(KEYS_AT_ONCE)
      .pluck('record_key');
    if (keys.length > 0) {
      await run(keys);
    }
    if (keys.length < KEYS_AT_ONCE) {
      return;
    }
    after = keys[keys.length - 1];
  }
}

function withKeys(
  trx: Knex.Transaction,
  round: WholeRound,
  keys: readonly string[],
) {
  return stillTrue(trx, round).where(keyIn(trx, 'record_key', keys));
}

function stillTrue(knex: Knex, { tenantId, dataSet }: WholeRound) {
  return knex<RecordRow>('record').where({
    tenant_id: tenantId,
    data_set: dataSet,
    to_run: STILL_TRUE,
  });
}
