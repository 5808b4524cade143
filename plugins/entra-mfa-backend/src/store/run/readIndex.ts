import type { Knex } from 'knex';
import { to as copyTo } from 'pg-copy-streams';
import { COPY_OPTIONS, DELIMITER } from '../sql/copyFormat';
import { isPostgres } from '../sql/dialect';
import { postgresConnection } from '../sql/rawConnection';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

/** Characters of a hash: SHA-256 in base64url. */
const HASH_LENGTH = 43;

const ROWS_AT_ONCE = 20_000;

/** Which records are read: the current ones that run did not write, or only those. */
interface IndexOf {
  tenantId: string;
  dataSet: string;
  run: number;
  written: 'before' | 'by';
}

/**
 * Told of each record, in the order of the keys: the key's bytes (UTF-8) lie from `start` up to
 * `end`, the hash's from `end + 1`. They are good only until it returns.
 */
type OnRecord = (bytes: Buffer, start: number, end: number) => void;

/**
 * Reads key and hash of the records, which is all that a run has to know of them. On PostgreSQL it is
 * a COPY whose bytes are taken apart here: a row object for each record would cost more than the
 * whole comparison.
 */
export async function readIndex(
  knex: Knex,
  of: IndexOf,
  onRecord: OnRecord,
): Promise<void> {
  const query: Knex.QueryBuilder = knex('record')
    .where({ tenant_id: of.tenantId, data_set: of.dataSet, to_run: STILL_TRUE })
    .where('from_run', of.written === 'by' ? '=' : '<', of.run)
    .orderBy('record_key')
    .select('record_key', 'hash');
  await (isPostgres(knex)
    ? copyIndex(knex, query.toQuery(), onRecord)
    : selectIndex(query, onRecord));
}

async function copyIndex(knex: Knex, query: string, onRecord: OnRecord) {
  await knex.transaction(async trx => {
    const connection = await postgresConnection(trx);
    await trx.raw(`SET LOCAL work_mem = '64MB'`);
    const stream = connection.query(
      copyTo(`COPY (${query}) TO STDOUT ${COPY_OPTIONS}`),
    );
    let rest: Buffer | null = null;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
      const lastRow = bytes.lastIndexOf('\n') + 1;
      for (let start = 0; start < lastRow; ) {
        const end = bytes.indexOf(DELIMITER, start);
        onRecord(bytes, start, end);
        start = end + 1 + HASH_LENGTH + 1;
      }
      rest = lastRow < bytes.length ? bytes.subarray(lastRow) : null;
    }
  });
}

async function selectIndex(query: Knex.QueryBuilder, onRecord: OnRecord) {
  let after: string | undefined;
  for (;;) {
    const page = query.clone().limit(ROWS_AT_ONCE);
    const rows: Pick<RecordRow, 'record_key' | 'hash'>[] = await (after ===
    undefined
      ? page
      : page.where('record_key', '>', after));
    for (const row of rows) {
      const bytes = Buffer.from(`${row.record_key}${DELIMITER}${row.hash}`);
      onRecord(bytes, 0, bytes.length - HASH_LENGTH - 1);
    }
    if (rows.length < ROWS_AT_ONCE) {
      return;
    }
    after = rows[rows.length - 1].record_key;
  }
}
