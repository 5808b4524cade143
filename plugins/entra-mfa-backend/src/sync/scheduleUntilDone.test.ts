import { mockServices } from '@backstage/backend-test-utils';
import { once } from 'events';
import { scheduleUntilDone } from './scheduleUntilDone';

describe('what is to be scheduled', () => {
  function start() {
    const logger = mockServices.logger.mock();
    const done = new Promise<void>(resolve => {
      logger.info.mockImplementation(() => resolve());
    });
    const stop = new AbortController();
    const sleep = jest.fn(async (_: number, _signal?: AbortSignal) => {});
    const clock = { now: () => new Date(), sleep };
    const schedule = jest.fn(async () => {});
    const run = () =>
      scheduleUntilDone('The sync', schedule, {
        clock,
        logger,
        signal: stop.signal,
      });
    return { logger, done, stop, sleep, schedule, run };
  }

  it('is scheduled once', async () => {
    const { logger, schedule, run } = start();
    await run();
    expect(schedule).toHaveBeenCalledTimes(1);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('is tried again, ever less often, until it is', async () => {
    const { logger, done, sleep, schedule, run } = start();
    for (let failures = 0; failures < 9; failures += 1) {
      schedule.mockRejectedValueOnce(new TypeError('secret'));
    }
    await run();
    await done;
    expect(schedule).toHaveBeenCalledTimes(10);
    const waits = sleep.mock.calls.map(([milliseconds]) => milliseconds);
    expect(waits).toHaveLength(8);
    expect(waits[3]).toBeGreaterThan(waits[0]);
    expect(Math.max(...waits)).toBeLessThan(60_000);
    expect(logger.error.mock.calls).toEqual([
      [
        'The sync was not scheduled (TypeError). It is tried again until it is; check that the database of this portal is well.',
      ],
    ]);
    expect(logger.info.mock.calls).toEqual([['The sync is scheduled now']]);
  });

  it('is not tried again once the portal stops', async () => {
    const { logger, stop, sleep, schedule, run } = start();
    schedule.mockRejectedValue(new Error('gone'));
    const asleep = new Promise<void>(resolve => {
      sleep.mockImplementation(async (_, signal) => {
        resolve();
        await once(signal!, 'abort');
        throw signal!.reason;
      });
    });
    await run();
    await asleep;
    const tries = schedule.mock.calls.length;
    stop.abort();
    await new Promise(passed => setImmediate(passed));
    expect(schedule).toHaveBeenCalledTimes(tries);
    expect(logger.info).not.toHaveBeenCalled();
  });
});
