import type { Knex } from 'knex';
import { recordAt } from '../asOf/recordAt';
import type { RecordRow } from '../sql/tables';

const ROWS_AT_ONCE = 1_000;

/**
 * Reads the records of a data set in key order, each with its body parsed as given.
 *
 * @param of - with `version`, the records as they were then; without it, the current ones
 */
export async function* readRecords<Body>(
  knex: Knex,
  of: { tenantId: string; dataSet: string; version?: number },
): AsyncGenerator<{ key: string; body: Body }> {
  let after = '';
  for (;;) {
    const rows = await knex<RecordRow>('record')
      .where({ tenant_id: of.tenantId, data_set: of.dataSet })
      .where(recordAt(of.version))
      .where('record_key', '>', after)
      .orderBy('record_key')
      .limit(ROWS_AT_ONCE)
      .select('record_key', 'body');
    for (const row of rows) {
      yield { key: row.record_key, body: JSON.parse(row.body) };
    }
    if (rows.length < ROWS_AT_ONCE) {
      return;
    }
    after = rows[rows.length - 1].record_key;
  }
}
