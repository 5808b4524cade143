import fc from 'fast-check';
import { Pacer } from './Pacer';

/** Time that passes only by sleeping; the machine's own hardly moves meanwhile. */
function sleepingClock() {
  let time = 0;
  return {
    now: () => new Date(time),
    async sleep(milliseconds: number) {
      time += milliseconds;
    },
  };
}

describe('Pacer', () => {
  it.each([2, 10, 60])(
    'never lets more than its number through in any %i seconds',
    async seconds => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 30 }),
          async (limit, requests) => {
            const clock = sleepingClock();
            const pacer = new Pacer(limit, clock, seconds);
            const times: number[] = [];
            const { signal } = new AbortController();
            for (let request = 0; request < requests; request++) {
              await pacer.take(signal);
              times.push(clock.now().getTime());
            }
            // The machine's clock moves a little while the requests are counted.
            const window = seconds * 1000 - 500;
            for (const time of times) {
              const within = times.filter(
                other => other >= time && other < time + window,
              );
              expect(within.length).toBeLessThanOrEqual(limit);
            }
          },
        ),
        { numRuns: 50 },
      );
    },
  );

  it('lets none through too soon after an answer that came late', async () => {
    jest.useFakeTimers();
    try {
      const pacer = new Pacer(1, sleepingClock(), 2);
      const { signal } = new AbortController();
      await pacer.take(signal);
      jest.advanceTimersByTime(1_500);
      await pacer.answered();
      expect(await pacer.take(signal)).toBe(2_000);
    } finally {
      jest.useRealTimers();
    }
  });

  it('gives turns one after the other when several ask at once', async () => {
    const clock = sleepingClock();
    const pacer = new Pacer(2, clock);
    const { signal } = new AbortController();
    const waits = await Promise.all(
      [1, 2, 3, 4, 5].map(() => pacer.take(signal)),
    );
    expect(waits.map(wait => wait > 0)).toEqual([
      false,
      false,
      true,
      expect.any(Boolean),
      true,
    ]);
  });

  it('gives up its turn when the run is stopped', async () => {
    const pacer = new Pacer(1, {
      now: () => new Date(),
      sleep: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const stop = new AbortController();
    await pacer.take(stop.signal);
    const waiting = pacer.take(stop.signal);
    setTimeout(() => stop.abort(new Error('stopped')), 10);
    await expect(waiting).rejects.toThrow('stopped');
  });
});
