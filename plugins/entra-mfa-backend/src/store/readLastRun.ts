import type { Knex } from 'knex';
import { toDateOrNull } from './instant';
import type { RunRow } from './tables';

/** When the tenant's last run started, or was last gone on with; null where there was none. */
export async function readLastRun(
  knex: Knex,
  tenantId: string,
): Promise<Date | null> {
  const last = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .orderBy('run', 'desc')
    .first('started_at', 'claimed_at');
  return toDateOrNull(last?.claimed_at ?? last?.started_at ?? null);
}
