import type { Knex } from 'knex';
import type { RunWithCollectors } from '../read/readRuns';
import type { RunCollectorRow, RunRow } from '../sql/tables';

/** So many are looked at at once: more wait for the next look. */
const AT_ONCE = 50;

/** Runs that have ended, from a number on, the oldest first. One that is gone on with has not ended yet. */
export async function readEndedRuns(
  knex: Knex,
  tenantId: string,
  from: number,
): Promise<RunWithCollectors[]> {
  const runs = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .andWhere('run', '>=', from)
    .whereNotNull('ended_at')
    .whereNot('state', 'running')
    .orderBy('run')
    .limit(AT_ONCE);
  const collectors = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId })
    .whereIn(
      'run',
      runs.map(({ run }) => run),
    )
    .orderBy('data_set');
  return runs.map(run => ({
    run,
    collectors: collectors.filter(row => row.run === run.run),
  }));
}

/** The newest run that has ended; undefined where none has. */
export async function readNewestEnded(
  knex: Knex,
  tenantId: string,
): Promise<RunRow | undefined> {
  return knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .whereNotNull('ended_at')
    .whereNot('state', 'running')
    .orderBy('run', 'desc')
    .first();
}
