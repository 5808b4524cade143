import type { Knex } from 'knex';
import { holdRun, RunOvertakenError, type Fence } from '../store/run/fence';

/** How often a run says that it lives, in milliseconds: well within `DEAD_AFTER`. */
const INTERVAL = 15_000;

/**
 * Says that the run lives, also while it waits for Graph. Its signal aborts with the given one, and
 * when the run was overtaken: there is nothing to read for any more.
 */
export function keepAlive(
  knex: Knex,
  fence: Fence,
  signal: AbortSignal,
): { signal: AbortSignal; stop(): void } {
  const overtaken = new AbortController();
  const timer = setInterval(() => {
    holdRun(knex, fence).catch(error => {
      // A database that does not answer for a while is no reason to stop; the next write will tell.
      if (error instanceof RunOvertakenError) {
        overtaken.abort(error);
      }
    });
  }, INTERVAL);
  timer.unref();
  return {
    signal: AbortSignal.any([signal, overtaken.signal]),
    stop: () => clearInterval(timer),
  };
}
