import type { Knex } from 'knex';
import { toDate } from '../instant';
import type { RunCollectorRow, RunRow, TenantRow } from '../tables';

/** How the last run that ended did. */
export interface LastOutcome {
  run: RunRow;
  collectors: RunCollectorRow[];
  /** Since when runs have failed; null when the last one published. */
  failingSince: Date | null;
}

/** How a tenant's last run that ended did; null where none has ended yet. */
export async function readLastOutcome(
  knex: Knex,
  tenantId: string,
): Promise<LastOutcome | null> {
  const run = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .whereIn('state', ['published', 'failed'])
    .orderBy('run', 'desc')
    .first();
  if (!run) {
    return null;
  }
  const collectors = await knex<RunCollectorRow>('run_collector')
    .where({ tenant_id: tenantId, run: run.run })
    .orderBy('data_set');
  const failing =
    run.state === 'failed' ? await firstFailure(knex, tenantId) : undefined;
  return {
    run,
    collectors,
    failingSince: failing ? toDate(failing.started_at) : null,
  };
}

function firstFailure(knex: Knex, tenantId: string) {
  return knex<RunRow>('run')
    .where({ tenant_id: tenantId, state: 'failed' })
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
