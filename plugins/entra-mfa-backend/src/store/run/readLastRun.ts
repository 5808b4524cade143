import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import { age } from './isAlive';
import { readDatabaseTime } from './readDatabaseTime';
import type { RunRow } from '../sql/tables';

/** When the last run started, and when it ended or was last heard of. */
export interface LastRun {
  startedAt: Date;
  seenAt: Date;
}

/**
 * When the tenant's last run started, or was last gone on with, and when it ended or was last heard of; null
 * where there was none.
 *
 * @param now - by the clock of this process. The database tells by its own how long ago a run that has not
 *   ended was heard of.
 */
export async function readLastRun(
  knex: Knex,
  tenantId: string,
  now: Date,
): Promise<LastRun | null> {
  const last = await knex<RunRow>('run')
    .where({ tenant_id: tenantId })
    .orderBy('run', 'desc')
    .first('started_at', 'claimed_at', 'heartbeat_at', 'ended_at');
  if (!last) {
    return null;
  }
  const silence = age(last.heartbeat_at, await readDatabaseTime(knex));
  return {
    startedAt: toDate(last.claimed_at ?? last.started_at),
    seenAt: toDate(last.ended_at ?? new Date(now.getTime() - silence)),
  };
}
