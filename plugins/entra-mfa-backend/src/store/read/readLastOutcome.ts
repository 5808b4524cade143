import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import type { RunCollectorRow, RunRow, TenantRow } from '../sql/tables';

/** How the last run that ended did. */
export interface LastOutcome {
  run: RunRow;
  collectors: RunCollectorRow[];
  /** Since when runs have failed; null when the last one published. */
  failingSince: Date | null;
}

/**
 * How a tenant's last run that ended did; null where none has ended yet. A run that failed and is gone
 * on with has failed until it publishes.
 */
export async function readLastOutcome(
  knex: Knex,
  tenantId: string,
): Promise<LastOutcome | null> {
  const run = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .andWhere(hasEnded)
    .orderBy('run', 'desc')
    .first();
  if (!run) {
    return null;
  }
  const collectors = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId, run: run.run })
    .orderBy('data_set');
  const failing =
    run.state === 'published' ? undefined : await firstFailure(knex, tenantId);
  return {
    run,
    collectors,
    failingSince: failing ? toDate(failing.started_at) : null,
  };
}

function hasFailed(query: Knex.QueryBuilder): void {
  query
    .where('state', 'failed')
    .orWhere(going => going.where('state', 'running').whereNotNull('problem'));
}

function hasEnded(query: Knex.QueryBuilder): void {
  query.where('state', 'published').orWhere(hasFailed);
}

function firstFailure(knex: Knex, tenantId: string) {
  return knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .andWhere(hasFailed)
    .andWhere(
      'run',
      '>',
      knex<TenantRow>('tenant')
        .where({ tenant_id: tenantId })
        .select('last_run_published'),
    )
    .orderBy('run')
    .first('started_at');
}
