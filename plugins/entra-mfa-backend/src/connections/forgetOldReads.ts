import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { readConnections } from '../store/connections/readConnections';
import {
  findFirstRun,
  findFirstSnapshot,
} from '../store/retention/findFirstKept';
import { removeEndedPeople } from '../store/retention/removeEndedPeople';
import { removeOldRuns } from '../store/retention/removeOldRuns';
import { moveKeptFrom, readKeptFrom } from '../store/asOf/keptFrom';

/** So many rows are looked at in one statement: a sync that wants to write waits no longer than for these. */
const ROWS = 2_000;
/** Each has a row for every data set. */
const RUNS = 50;
const DAY = 86_400_000;

/** What is removed, and how. */
export interface ForgetOldReadsOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  peopleDays: number;
  runsDays: number;
  /** How much at once. */
  atOnce?: { rows: number; runs: number };
}

/**
 * Removes what was read of people before the window in which it is kept, and what runs before theirs have done. Where
 * it is stopped, the next time goes on.
 */
export async function forgetOldReads(
  options: ForgetOldReadsOptions,
  signal: AbortSignal,
): Promise<void> {
  for (const { tenant_id } of await readConnections(options.knex)) {
    await forgetOldPeople(options, tenant_id, signal);
    await forgetOldRuns(options, tenant_id, signal);
  }
}

async function forgetOldPeople(
  { knex, clock, logger, peopleDays, atOnce }: ForgetOldReadsOptions,
  tenantId: string,
  signal: AbortSignal,
): Promise<void> {
  const now = clock.now();
  const found = await findFirstSnapshot(knex, tenantId, {
    before: new Date(now.getTime() - peopleDays * DAY),
    today: now.toISOString().slice(0, 10),
  });
  if (found !== null) {
    await moveKeptFrom(knex, tenantId, { people_from: found });
  }
  // A window that was made longer brings nothing back.
  const { people_from: first } = await readKeptFrom(knex, tenantId);
  if (first === 0) {
    return;
  }
  const steps = removeEndedPeople(
    knex,
    { tenantId, first },
    atOnce?.rows ?? ROWS,
  );
  const removed = await sumOf(steps, signal);
  if (removed > 0) {
    logger.info(
      `${removed} rows about people that were true only more than ${peopleDays} days ago were removed from tenant ${tenantId}`,
    );
  }
}

async function forgetOldRuns(
  { knex, clock, logger, runsDays, atOnce }: ForgetOldReadsOptions,
  tenantId: string,
  signal: AbortSignal,
): Promise<void> {
  const before = new Date(clock.now().getTime() - runsDays * DAY);
  const first = await findFirstRun(knex, tenantId, before);
  const steps = removeOldRuns(knex, { tenantId, first }, atOnce?.runs ?? RUNS);
  const removed = await sumOf(steps, signal);
  if (removed > 0) {
    logger.info(
      `${removed} rows about syncs that began more than ${runsDays} days ago were removed from tenant ${tenantId}`,
    );
  }
}

async function sumOf(
  steps: AsyncIterable<number>,
  signal: AbortSignal,
): Promise<number> {
  let sum = 0;
  for await (const removed of steps) {
    sum += removed;
    signal.throwIfAborted();
  }
  return sum;
}
