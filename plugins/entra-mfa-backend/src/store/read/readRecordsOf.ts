import type { Knex } from 'knex';
import type { DataSetId } from '../../collectors/types';
import { keyIn } from '../sql/keyIn';

/**
 * The bodies of records as they were at a version of the data set, with their keys: of the given
 * keys, or with `prefixes`, of all keys that start with one of them.
 */
export async function readRecordsOf<Body>(
  knex: Knex,
  of: { tenantId: string; dataSet: DataSetId; version: number },
  wanted: { keys: readonly string[] } | { prefixes: readonly string[] },
): Promise<{ key: string; body: Body }[]> {
  const query = knex({ r: 'record' })
    .where({ 'r.tenant_id': of.tenantId, 'r.data_set': of.dataSet })
    .andWhere('r.from_run', '<=', of.version)
    .andWhere('r.to_run', '>', of.version)
    .orderBy('r.record_key');
  if ('keys' in wanted) {
    query.andWhere(keyIn(knex, 'r.record_key', wanted.keys));
  } else if (wanted.prefixes.length === 0) {
    return [];
  } else {
    query.andWhere(some => {
      for (const prefix of wanted.prefixes) {
        // Keys compare by bytes, so everything that starts with it lies before its last successor.
        some.orWhere(one =>
          one
            .where('r.record_key', '>=', prefix)
            .andWhere('r.record_key', '<', `${prefix}\uffff`),
        );
      }
    });
  }
  const rows: { record_key: string; body: string }[] = await query.select(
    'r.record_key',
    'r.body',
  );
  return rows.map(row => ({
    key: row.record_key,
    body: JSON.parse(row.body),
  }));
}
