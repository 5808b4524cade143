import { lanesOf, type InLane } from './lanes';

/** That something has ended. */
class End {
  reach!: () => void;
  readonly reached = new Promise<void>(resolve => {
    this.reach = resolve;
  });
}

/**
 * Reads data sets beside each other as far as they may be: see `lanesOf`. The first that throws stops all others, and
 * is thrown when none of them does anything any more.
 *
 * @param read - reads one; the signal aborts when the run or any other read ends early
 * @returns what each came to, in the order in which they were given
 */
export async function readInLanes<Item extends InLane, Result>(
  collectors: readonly Item[],
  read: (collector: Item, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result[]> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const results = new Map<string, Result>();
  const ends = new Map(collectors.map(({ id }) => [id, new End()]));
  const failures: unknown[] = [];
  const lanes = lanesOf(collectors).map(async lane => {
    for (const { collector, after } of lane.collectors) {
      await Promise.all(after.map(id => ends.get(id)?.reached));
      // Who waited for one that failed is woken too.
      if (failures.length > 0) {
        return;
      }
      results.set(collector.id, await read(collector, either));
      ends.get(collector.id)?.reach();
    }
  });
  const guarded = lanes.map(lane =>
    lane.catch(error => {
      failures.push(error);
      stop.abort(error);
      ends.forEach(end => end.reach());
    }),
  );
  await Promise.all(guarded);
  if (failures.length > 0) {
    throw failures[0];
  }
  return collectors.map(({ id }) => results.get(id)!);
}
