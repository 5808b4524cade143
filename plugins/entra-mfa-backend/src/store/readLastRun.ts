import type { Knex } from 'knex';
import type { LastRun } from '../sync/nextRead';
import { toDate } from './instant';
import type { RunRow } from './tables';

/**
 * When the tenant's last run started, or was last gone on with, and when it ended or was last heard of; null
 * where there was none.
 */
export async function readLastRun(
  knex: Knex,
  tenantId: string,
): Promise<LastRun | null> {
  const last = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .orderBy('run', 'desc')
    .first('started_at', 'claimed_at', 'heartbeat_at', 'ended_at');
  return last
    ? {
        startedAt: toDate(last.claimed_at ?? last.started_at),
        seenAt: toDate(last.ended_at ?? last.heartbeat_at),
      }
    : null;
}
