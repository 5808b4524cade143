import { hash } from 'crypto';
import type { Knex } from 'knex';
import { DELIMITER } from '../sql/copyFormat';
import { eachKeyIn } from '../sql/eachKeyIn';
import { keyIn } from '../sql/keyIn';
import { KeyList } from '../../packed/KeyList';
import type { Keys } from '../../packed/Keys';
import { STILL_TRUE, type DataSetRow, type RecordRow } from '../sql/tables';
import type { NewRecord } from './writePages';

/** What a run writes where it was told that there is none under the key any more, until it publishes. */
export const GONE: NewRecord = {
  hash: hash('sha256', 'null', 'base64url'),
  body: 'null',
};

/** Where the id of the group stands in a key, after a person's id, and after that of a group that is in it. */
const GROUP_OF_PERSON = 'substr(record_key, 38)';
const GROUP_AROUND = 'substr(record_key, 39)';

/** A data set as a run reads it. */
interface DataSetOfRun {
  tenantId: string;
  dataSet: string;
  run: number;
}

/** Where a data set stands that is read by what changed. */
export async function readDeltaLink(
  knex: Knex,
  { tenantId, dataSet }: Omit<DataSetOfRun, 'run'>,
): Promise<string | null> {
  const row = await knex<DataSetRow>('data_set')
    .where({ tenant_id: tenantId, data_set: dataSet })
    .first('delta_link');
  return row?.delta_link ?? null;
}

/**
 * What is known of some keys: each current record that the run did not write, in the order of the keys, where they are asked
 * for; and then each that it wrote. See `readIndex` for how they are told.
 */
export async function readSomeOfIndex(
  knex: Knex,
  of: DataSetOfRun,
  keys: readonly string[],
  told: {
    before?(bytes: Buffer, start: number, end: number): void;
    by(bytes: Buffer, start: number, end: number): void;
  },
): Promise<void> {
  const rows = await stillTrue(knex, of)
    .where('from_run', told.before ? '<=' : '=', of.run)
    .where(keyIn(knex, 'record_key', keys))
    .orderBy('record_key')
    .select('record_key', 'hash', 'from_run');
  for (const isOwn of [false, true]) {
    for (const { record_key: key, hash: digest, from_run: run } of rows) {
      if ((run === of.run) === isOwn) {
        const bytes = Buffer.from(`${key}${DELIMITER}${digest}`);
        const end = Buffer.byteLength(key);
        told[isOwn ? 'by' : 'before']?.(bytes, 0, end);
      }
    }
  }
}

/** The keys of all members of those of the groups that are there: see `GroupBody`. */
export async function readMemberKeys(
  knex: Knex,
  of: DataSetOfRun,
  groupIds: readonly string[],
): Promise<string[]> {
  const own = groupIds.map(id => `|${id}`);
  const there = await stillTrue(knex, of)
    .where(keyIn(knex, 'record_key', own))
    .pluck('record_key');
  const ids = [...new Set(there.map(key => key.slice(1)))];
  if (ids.length === 0) {
    return [];
  }
  const inside = await stillTrue(knex, of)
    .whereBetween('record_key', ['+', ','])
    .where(keyIn(knex, knex.raw(GROUP_AROUND), ids))
    .pluck('record_key');
  const people = await stillTrue(knex, of)
    .whereBetween('record_key', ['0', '|'])
    .where(keyIn(knex, knex.raw(GROUP_OF_PERSON), ids))
    .pluck('record_key');
  return [...inside, ...people];
}

/** Which of some keys there was before the run. */
export async function isAnyBefore(
  knex: Knex,
  of: DataSetOfRun,
  keys: readonly string[],
): Promise<boolean> {
  const row = await stillTrue(knex, of)
    .where('from_run', '<', of.run)
    .where(keyIn(knex, 'record_key', keys))
    .first('record_key');
  return row !== undefined;
}

/** Which of some keys the run has written: the others were found as they are. */
export async function readOwnKeys(
  knex: Knex,
  of: DataSetOfRun,
  keys: Keys,
): Promise<KeyList> {
  const own = new KeyList();
  await eachKeyIn(knex, 'record_key', keys, async isOne => {
    const some = await stillTrue(knex, of)
      .where('from_run', of.run)
      .where(isOne)
      .pluck('record_key');
    some.forEach(key => own.push(key));
  });
  return own;
}

/** How many of some keys' own records of the run are new, in the place of another, or say that there is none any more. */
export async function countOwnRecords(
  knex: Knex,
  of: DataSetOfRun,
  keys: Keys,
): Promise<{
  added: number;
  changed: number;
  removed: number;
  /** Say that there is none, where there was none before. */
  empty: number;
}> {
  const counts = { added: 0, changed: 0, removed: 0, empty: 0 };
  await eachKeyIn(knex, 'record_key', keys, async isOne => {
    const rows = await stillTrue(knex, of)
      .where(isOne)
      .select('record_key', 'from_run', {
        gone: knex.raw('body = ?', [GONE.body]),
      });
    const before = new Set(
      rows.flatMap(row => (row.from_run < of.run ? [row.record_key] : [])),
    );
    for (const { record_key: key, from_run: run, gone } of rows) {
      if (run === of.run) {
        const kinds = gone
          ? (['removed', 'empty'] as const)
          : (['changed', 'added'] as const);
        counts[kinds[before.has(key) ? 0 : 1]] += 1;
      }
    }
  });
  return counts;
}

function stillTrue(knex: Knex, { tenantId, dataSet }: DataSetOfRun) {
  return knex<RecordRow>('record').where({
    tenant_id: tenantId,
    data_set: dataSet,
    to_run: STILL_TRUE,
  });
}
