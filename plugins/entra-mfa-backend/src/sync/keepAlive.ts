import { RunOvertakenError } from '../store/run/fence';

/** How often a run says that it lives, in milliseconds: well within `DEAD_AFTER`. */
const INTERVAL = 15_000;

/**
 * Says that the run lives, also while it waits for Graph. Its signal aborts with the given one, and
 * when the run was overtaken: there is nothing to read for any more.
 *
 * @param say - marks the run as alive; throws {@link RunOvertakenError}
 */
export function keepAlive(
  say: () => Promise<void>,
  signal: AbortSignal,
): { signal: AbortSignal; stop(): void } {
  const overtaken = new AbortController();
  let isSaying = false;
  const timer = setInterval(async () => {
    // While a snapshot is published, who says it waits for the end, with a connection of the pool.
    if (isSaying) return;
    isSaying = true;
    try {
      await say();
    } catch (error) {
      // A database that does not answer for a while is no reason to stop; the next write will tell.
      if (error instanceof RunOvertakenError) {
        overtaken.abort(error);
      }
    } finally {
      isSaying = false;
    }
  }, INTERVAL);
  timer.unref();
  return {
    signal: AbortSignal.any([signal, overtaken.signal]),
    stop: () => clearInterval(timer),
  };
}
