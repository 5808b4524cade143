import type {
  DataSet,
  Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { LostValues } from '../../assess/doubt/LostValues';
import type { Doubt } from '../../assess/doubt/Doubt';
import type { Fence } from './fence';
import type { RunCollectorRow } from '../sql/tables';

/** What one collector has done so far in a run. */
export interface CollectorState {
  outcome: RunCollectorRow['outcome'];
  problem: Problem | null;
  pages: number;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  calls: number;
  waitedMs: number;
  requestIds: string[];
  /** Since when it is read; null where a read was gone on with. */
  startedAt?: Date | null;
  /** Values that the version before had; for collectors with properties that decide. */
  lost?: LostValues[];
  doubt?: Doubt | null;
}

/** Keeps the outcome of one collector, so that anybody can see where the run is. */
export async function saveCollector(
  knex: Knex,
  { tenantId, run }: Fence,
  dataSet: DataSet,
  state: CollectorState,
): Promise<void> {
  const { waitedMs, requestIds, problem, startedAt, lost, doubt, ...rest } =
    state;
  await knex<RunCollectorRow>('run_collector')
    .insert({
      tenant_id: tenantId,
      run,
      data_set: dataSet,
      ...rest,
      problem: problem && JSON.stringify(problem),
      waited_ms: Math.round(waitedMs),
      request_ids: JSON.stringify(requestIds),
      started_at: startedAt,
      lost: lost?.length ? JSON.stringify(lost) : null,
      doubt: doubt ? JSON.stringify(doubt) : null,
    })
    .onConflict(['tenant_id', 'run', 'data_set'])
    .merge();
}
