import type { Knex } from 'knex';
import type { RunCollectorRow } from '../sql/tables';

/** Longer ago says nothing of today. */
const RUNS_BACK = 50;

/** The newest end of the read of each data set, by data set; runs in which it was not due say nothing of it. */
export async function readDataSetRuns(
  knex: Knex,
  tenantId: string,
): Promise<Map<string, RunCollectorRow>> {
  const { last_run: lastRun = 0 } =
    (await knex('tenant').where({ tenant_id: tenantId }).first('last_run')) ??
    {};
  const rows = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId })
    .andWhere('run', '>', lastRun - RUNS_BACK)
    .whereNotIn('outcome', ['running', 'not-due'])
    .orderBy('run');
  return new Map(rows.map(row => [row.data_set, row]));
}
