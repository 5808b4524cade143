import type { Knex } from 'knex';
import { readKeptFrom } from '../asOf/keptFrom';
import type { RunCollectorRow, RunRow } from '../sql/tables';

/** A run with what each of its collectors did. */
export interface RunWithCollectors {
  run: RunRow;
  collectors: RunCollectorRow[];
}

/**
 * A page of a tenant's runs, the newest first, and where it ends when there are more.
 *
 * @param page - `until`: only runs that had started by then
 */
export async function readRuns(
  knex: Knex,
  tenantId: string,
  page: { before: number | null; limit: number; until: Date | null },
): Promise<{ runs: RunWithCollectors[]; next: number | null }> {
  // Of older ones, what they did is gone.
  const { runs_from: first } = await readKeptFrom(knex, tenantId);
  const query = knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .andWhere('run', '>=', first)
    .orderBy('run', 'desc')
    .limit(page.limit + 1);
  if (page.until !== null) {
    query.andWhere('started_at', '<=', page.until);
  }
  if (page.before !== null) {
    query.andWhere('run', '<', page.before);
  }
  const rows = await query;
  const shown = rows.slice(0, page.limit);
  const collectors = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId })
    .whereIn(
      'run',
      shown.map(({ run }) => run),
    )
    .orderBy('data_set');
  return {
    runs: shown.map(run => ({
      run,
      collectors: collectors.filter(row => row.run === run.run),
    })),
    next: rows.length > page.limit ? shown[shown.length - 1].run : null,
  };
}
