import type { Knex } from 'knex';
import type { RunRow } from '../sql/tables';

/** What one run has cost. */
export interface RunCost {
  ended_at: NonNullable<RunRow['ended_at']>;
  calls: number;
  waited_ms: number;
}

/** What each run has cost that ended since a time. */
export async function readRunCosts(
  knex: Knex,
  tenantId: string,
  since: Date,
): Promise<RunCost[]> {
  const rows: (Pick<RunCost, 'ended_at'> & {
    calls: number | string;
    waited_ms: number | string;
  })[] = await knex('run as r')
    .join('run_collector as c', join =>
      join.on('c.tenant_id', 'r.tenant_id').andOn('c.run', 'r.run'),
    )
    .where('r.tenant_id', tenantId)
    .where('r.ended_at', '>', since)
    .groupBy('r.run', 'r.ended_at')
    .select('r.ended_at')
    .sum({ calls: 'c.calls', waited_ms: 'c.waited_ms' });
  // PostgreSQL gives sums as text.
  return rows.map(({ ended_at, calls, waited_ms }) => ({
    ended_at,
    calls: Number(calls),
    waited_ms: Number(waited_ms),
  }));
}
