import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import { readDatabaseTime } from './readDatabaseTime';
import type { RunRow } from '../sql/tables';

/** A run that has not been heard of for so long is taken for dead, in milliseconds. */
export const DEAD_AFTER = 60_000;

/** Whether a run is under way, on whichever replica: it was heard of a moment ago. */
export async function isAlive(
  knex: Knex,
  { state, heartbeat_at }: Pick<RunRow, 'state' | 'heartbeat_at'>,
): Promise<boolean> {
  return (
    state === 'running' &&
    age(heartbeat_at, await readDatabaseTime(knex)) < DEAD_AFTER
  );
}

/** What lies in the future is no fresher than what lies in the past: clocks are set back. */
export function age(of: RunRow['heartbeat_at'], now: Date): number {
  return Math.abs(now.getTime() - toDate(of).getTime());
}
