import type { Knex } from 'knex';
import type { SyncProgress } from '../sync/types';
import { DEAD_AFTER } from './claimRun';
import { toDate } from './instant';
import type { DataSetRow, RunCollectorRow, RunRow } from './tables';

/** Where the running sync of a tenant is; null when none runs, or when it has died. */
export async function readProgress(
  knex: Knex,
  tenantId: string,
  now: Date,
): Promise<SyncProgress | null> {
  const last = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .orderBy('run', 'desc')
    .first();
  if (
    last?.state !== 'running' ||
    now.getTime() - toDate(last.heartbeat_at).getTime() >= DEAD_AFTER
  ) {
    return null;
  }
  const collectors = await knex<RunCollectorRow>('run_collector').where({
    tenant_id: tenantId,
    run: last.run,
  });
  const current = collectors.find(row => row.outcome === 'running');
  const before = await knex<DataSetRow>('data_set')
    .where({ tenant_id: tenantId, data_set: current?.data_set ?? '' })
    .first('rows');
  return {
    run: last.run,
    startedAt: toDate(last.started_at).toISOString(),
    dataSet: current?.data_set ?? null,
    pages: current?.pages ?? 0,
    rows: current?.rows ?? 0,
    expectedRows: before?.rows ?? null,
    waitedMs: collectors.reduce((sum, row) => sum + row.waited_ms, 0),
  };
}
