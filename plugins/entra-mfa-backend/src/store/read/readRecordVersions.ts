import type { Knex } from 'knex';
import type { DataSetId } from '../../collectors/types';
import { toDate } from '../sql/instant';

/** A record as it was read, and by which run. */
export interface RecordVersion {
  dataSet: DataSetId;
  key: string;
  run: number;
  readAt: Date;
  body: Record<string, unknown>;
}

/**
 * The records of one data set under a key, or under all keys that start with it, as they were at a
 * version of the data set.
 */
export async function readRecordVersions(
  knex: Knex,
  of: { tenantId: string; dataSet: DataSetId; version: number },
  key: string | { startsWith: string },
): Promise<RecordVersion[]> {
  const query = knex({ r: 'record' })
    .join({ u: 'run' }, join =>
      join.on('u.tenant_id', 'r.tenant_id').andOn('u.run', 'r.from_run'),
    )
    .where({ 'r.tenant_id': of.tenantId, 'r.data_set': of.dataSet })
    .andWhere('r.from_run', '<=', of.version)
    .andWhere('r.to_run', '>', of.version)
    .orderBy('r.record_key')
    .select(
      'r.record_key',
      'r.from_run',
      'r.body',
      'u.started_at',
      'u.ended_at',
    );
  if (typeof key === 'string') {
    query.andWhere('r.record_key', key);
  } else {
    // Keys compare by bytes, so everything that starts with it lies before its last successor.
    query
      .andWhere('r.record_key', '>=', key.startsWith)
      .andWhere('r.record_key', '<', `${key.startsWith}\uffff`);
  }
  const rows = await query;
  return rows.map(row => ({
    dataSet: of.dataSet,
    key: row.record_key,
    run: row.from_run,
    readAt: toDate(row.ended_at ?? row.started_at),
    body: JSON.parse(row.body),
  }));
}
