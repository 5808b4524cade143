import type { Knex } from 'knex';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

const KEYS_AT_ONCE = 5_000;

/** Reads the keys of the current records of a data set, in order, some at a time. */
export async function* readKeys(
  knex: Knex,
  of: { tenantId: string; dataSet: string },
): AsyncGenerator<string[]> {
  let after = '';
  for (let last = false; !last; ) {
    const keys: string[] = await knex<RecordRow>('record')
      .where({
        tenant_id: of.tenantId,
        data_set: of.dataSet,
        to_run: STILL_TRUE,
      })
      .where('record_key', '>', after)
      .orderBy('record_key')
      .limit(KEYS_AT_ONCE)
      .pluck('record_key');
    last = keys.length < KEYS_AT_ONCE;
    after = keys[keys.length - 1] ?? after;
    yield keys;
  }
}
