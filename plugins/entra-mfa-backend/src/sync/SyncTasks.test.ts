import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { letTimePass } from '../__testUtils__/letTimePass';
import { TestSync } from '../__testUtils__/TestSync';
import { reportRow, userRow } from '../__testUtils__/rows';
import { collectors } from '../collectors';
import { GraphRequestError } from '../graph/errors';
import type { PageSource } from '../graph/types';
import { DEAD_AFTER } from '../store/run/isAlive';
import { SyncTasks } from './SyncTasks';
import { UnstoredEnds } from './UnstoredEnds';

const databases = TestDatabases.create();
let now = new Date();
let sleep = async () => {};
const cadence = { frequency: { hours: 1 }, timeout: { minutes: 30 } };
const schedule = { ...cadence, timeZone: 'UTC' };

describe.each(databases.eachSupportedId())('the tasks on %s', databaseId => {
  afterEach(() => {
    sleep = async () => {};
  });

  async function start(tenantIds = ['tenant-1', 'tenant-2']) {
    const knex = await databases.init(databaseId);
    const scheduler = mockServices.scheduler.mock();
    const sync = jest.fn(async (_tenant: string, _signal: AbortSignal) => {});
    const clock = { now: () => now, sleep: () => sleep() };
    const logger = mockServices.logger.mock();
    const tasks = new SyncTasks({
      tenantIds,
      schedule,
      reportRequestsPer10Seconds: 4,
      scheduler,
      knex,
      clock,
      logger,
      ends: new UnstoredEnds(),
      sync,
    });
    return { knex, scheduler, sync, tasks, logger };
  }

  /** Starts a sync that goes on until it is told to end. */
  async function startOne() {
    const started = await start();
    await started.tasks.start();
    let end = () => {};
    started.sync.mockImplementation(
      () =>
        new Promise(resolve => {
          end = resolve;
        }),
    );
    const [task] = started.scheduler.scheduleTask.mock.calls[0];
    const running = Promise.resolve(task.fn(new AbortController().signal));
    return { ...started, running, end: () => end() };
  }

  it('schedule each tenant once for all replicas, and read a new one at once', async () => {
    const { knex, scheduler, sync, tasks } = await start();
    const known = new TestSync(knex);
    known.source.pages = {
      users: [[userRow(1)]],
      registrations: [[reportRow(1)]],
    };
    await known.run();

    await tasks.start();

    expect(scheduler.scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({
        ...cadence,
        id: 'entra-mfa-sync-tenant-1',
        scope: 'global',
      }),
    );
    expect(scheduler.triggerTask.mock.calls).toEqual([
      ['entra-mfa-sync-tenant-2'],
    ]);
    const timeout = new AbortController();
    await scheduler.scheduleTask.mock.calls[1][0].fn(timeout.signal);
    expect(sync).toHaveBeenCalledWith('tenant-2', expect.any(AbortSignal));
    const [, signal] = sync.mock.calls[0];
    expect(signal.aborted).toBe(false);
    timeout.abort();
    expect(signal.aborted).toBe(true);
  });

  it('follow tenants that come and go, and end the sync of one that went', async () => {
    const { scheduler, sync, tasks } = await start(['tenant-1', 'tenant-3']);
    await tasks.follow({ came: ['tenant-3'], gone: [] });
    // What the portal has scheduled so far is for nobody before its start.
    expect(scheduler.scheduleTask).not.toHaveBeenCalled();
    await tasks.start();
    await tasks.follow({ came: ['tenant-3', 'tenant-9'], gone: [] });
    const scheduled = scheduler.scheduleTask.mock.calls.map(([task]) => task);
    expect(scheduled.map(({ id }) => id)).toEqual([
      'entra-mfa-sync-tenant-1',
      'entra-mfa-sync-tenant-3',
    ]);
    const [, third] = scheduled;
    sync.mockImplementation(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const running = third.fn(new AbortController().signal);
    await tasks.follow({ came: [], gone: ['tenant-3'] });
    await expect(running).rejects.toThrow('disconnected meanwhile');
    expect(third.signal?.aborted).toBe(true);
    await tasks.follow({ came: ['tenant-3'], gone: [] });
    expect(scheduler.scheduleTask).toHaveBeenCalledTimes(3);
  });

  it('rethrow what went wrong, so that the portal shows it', async () => {
    const { scheduler, sync, tasks } = await start();
    await tasks.start();
    sync.mockRejectedValue(new Error('no permission'));
    const [task] = scheduler.scheduleTask.mock.calls[0];
    await expect(
      Promise.resolve(task.fn(new AbortController().signal)),
    ).rejects.toThrow('no permission');
  });

  it('go on with the other tenants when one cannot be scheduled', async () => {
    const { scheduler, tasks, logger } = await start();
    scheduler.scheduleTask.mockRejectedValueOnce(new Error('secret'));
    await tasks.start();
    expect(scheduler.triggerTask.mock.calls).toContainEqual([
      'entra-mfa-sync-tenant-2',
    ]);
    const [[message]] = logger.error.mock.calls;
    expect(message).toMatch(/^The sync of tenant tenant-1 was not scheduled/);
    expect(message).not.toContain('secret');
  });

  it('schedule again what could not be scheduled, and leave alone what is', async () => {
    const { scheduler, tasks, logger } = await start();
    const both = new Promise<void>(resolve => {
      logger.info
        .mockImplementationOnce(() => {})
        .mockImplementationOnce(() => resolve());
    });
    const [first, second] = ['tenant-1', 'tenant-2'].map(
      tenant => `entra-mfa-sync-${tenant}`,
    );
    scheduler.scheduleTask.mockRejectedValueOnce(new Error('gone'));
    let isGone = true;
    scheduler.triggerTask.mockImplementation(async id => {
      if (id === second && isGone) {
        isGone = false;
        throw new Error('gone');
      }
    });
    await tasks.start();
    await both;
    const scheduled = scheduler.scheduleTask.mock.calls.map(([{ id }]) => id);
    // The second was scheduled, and only not started.
    expect(scheduled.sort()).toEqual([first, first, second]);
    const triggered = scheduler.triggerTask.mock.calls.flat();
    expect(triggered.sort()).toEqual([first, second, second]);
    expect(logger.error).toHaveBeenCalledTimes(2);
  });

  it('say why a sync cannot be started', async () => {
    const { knex, scheduler, tasks, sync, logger } = await start();
    await expect(tasks.trigger('elsewhere')).rejects.toThrow(
      /elsewhere is not configured/,
    );
    const running = new TestSync(knex);
    running.source.pages = { users: [[userRow(1)]] };
    let asked = 0;
    running.source.before = async () => {
      asked += 1;
      now = running.now;
      // The scheduler would take it: it does not know of a sync that runs without its task.
      await expect(tasks.trigger('tenant-1')).rejects.toThrow(/under way/);
      expect(scheduler.triggerTask).not.toHaveBeenCalled();
      scheduler.triggerTask.mockRejectedValue(new ConflictError('running'));
      await tasks.start();
      throw new Error('asked');
    };
    await expect(running.run()).rejects.toThrow();
    expect(asked).toBeGreaterThan(0);
    expect(sync).not.toHaveBeenCalled();
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('begin another sync once what follows the one before has ended, here or on another replica', async () => {
    const { scheduler, tasks, sync, running, end } = await startOne();
    scheduler.triggerTask.mockReset();
    scheduler.triggerTask.mockRejectedValueOnce(new ConflictError('runs'));
    setTimeout(() => end(), 5);
    sleep = () => new Promise(resolve => setTimeout(resolve, 5));
    await tasks.trigger('tenant-1');
    await running;
    // It is asked for once nothing runs here, and again where the scheduler has not heard of it yet.
    expect(scheduler.triggerTask.mock.calls).toEqual([
      ['entra-mfa-sync-tenant-1'],
      ['entra-mfa-sync-tenant-1'],
    ]);
    expect(sync).toHaveBeenCalledTimes(1);
  });

  it('say that a sync is under way where what follows the one before does not end', async () => {
    const { tasks, running, end } = await startOne();
    await expect(tasks.trigger('tenant-1')).rejects.toThrow(/under way/);
    end();
    await running;
  });

  describe('after a process was killed, while the scheduler waits for it', () => {
    /** A run that died in its first page, and whose silence is as long as given. */
    async function startAfterKill(silence: number) {
      const test = await start();
      const known = new TestSync(test.knex);
      known.source.pages = {
        users: [[userRow(1)]],
        registrations: [[reportRow(1)]],
      };
      known.source.before = () => {
        throw new Error('killed');
      };
      await expect(known.run({ replica: 'dead' })).rejects.toThrow();
      await test.knex('run').update({ state: 'running', ended_at: null });
      known.source.before = () => {};
      await known.letPass(silence);
      now = known.now;
      test.scheduler.triggerTask.mockRejectedValue(new ConflictError('runs'));
      return { ...test, known };
    }

    it('sync on this replica, under a claim of their own', async () => {
      const { tasks, sync, known, scheduler } = await startAfterKill(
        DEAD_AFTER,
      );
      let ended = Promise.resolve<unknown>(undefined);
      sync.mockImplementation(async (_, signal) => {
        ended = known.runNow({ signal });
        await ended;
      });

      await tasks.trigger('tenant-1');

      // A second one, and the scheduler when it wakes up, must not overtake it.
      await expect(tasks.trigger('tenant-1')).rejects.toThrow(/under way/);
      await tasks.start();
      const [task] = scheduler.scheduleTask.mock.calls[0];
      await task.fn(new AbortController().signal);
      await ended;
      expect(sync).toHaveBeenCalledTimes(1);
      const { snapshot, states } = await known.published();
      expect([snapshot, states]).toEqual([1, ['covered (registered)']]);
      expect((await known.lastRun()).state).toBe('published');
    });

    it('wait while the dead one may still be alive', async () => {
      const { tasks, sync } = await startAfterKill(DEAD_AFTER / 2);
      await expect(tasks.trigger('tenant-1')).rejects.toThrow(/under way/);
      expect(sync).not.toHaveBeenCalled();
    });

    it('say when that sync fails, and what it may say of it', async () => {
      const { tasks, sync, logger } = await startAfterKill(DEAD_AFTER);
      sync.mockRejectedValue(new TypeError('secret'));
      await tasks.trigger('tenant-1');
      await new Promise(resolve => setImmediate(resolve));
      const [[message]] = logger.warn.mock.calls;
      expect(message).toMatch(/tenant-1 .* failed \(TypeError\)/);
      // And the next one may start.
      await tasks.trigger('tenant-1');
      expect(sync).toHaveBeenCalledTimes(2);
    });

    it('end it when the portal shuts down', async () => {
      const { tasks, sync } = await startAfterKill(DEAD_AFTER);
      sync.mockImplementation(
        (_, signal) =>
          new Promise((_resolve, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason)),
          ),
      );
      await tasks.trigger('tenant-1');
      await tasks.stop();
      expect(sync.mock.calls[0][1].aborted).toBe(true);
    });
  });

  it('show a long wait while it lasts', async () => {
    const { knex, tasks } = await start();
    const sync = new TestSync(knex);
    let shown: number | undefined;
    const source: PageSource = {
      async *read(collector, options) {
        if (collector.id === 'users') {
          options.onWait?.({ milliseconds: 4_000, reason: 'retry' });
          options.onWait?.({ milliseconds: 240_000.4, reason: 'throttled' });
          now = sync.now;
          while (!shown) {
            shown = (await tasks.progress('tenant-1'))?.waitedMs;
          }
        }
        throw new GraphRequestError(503, '', null, false);
      },
    };
    await expect(
      sync.run({ sources: { graph: source, catalog: source } }),
    ).rejects.toThrow(/503/);
    expect(shown).toBe(244_000);
    expect((await sync.lastRun()).collectors).toContainEqual(
      expect.objectContaining({ data_set: 'users', waited_ms: 244_000 }),
    );
  });

  it('tell where a running sync is', async () => {
    const { knex, tasks } = await start();
    const sync = new TestSync(knex);
    sync.source.pages = {
      users: [[userRow(1), userRow(2)]],
      registrations: [[reportRow(1)], [reportRow(2)], []],
    };
    expect(await tasks.progress('tenant-1')).toBeNull();
    await sync.run();
    expect(await tasks.progress('tenant-1')).toBeNull();
    expect(await tasks.nextReadAt('tenant-1')).toEqual(
      new Date(sync.now.getTime() + 3_600_000),
    );

    let seen: unknown;
    let dead: unknown;
    let deadAhead: unknown;
    sync.source.before = async (dataSet, page) => {
      if (dataSet === 'registrations' && page === 3) {
        const staged = () => knex('stage').where({ data_set: 'registrations' });
        while ((await staged()).length < 2) {
          await new Promise(resolve => setTimeout(resolve, 5));
        }
        now = sync.now;
        seen = await tasks.progress('tenant-1');
        await letTimePass(knex, DEAD_AFTER);
        dead = await tasks.progress('tenant-1');
        await letTimePass(knex, -3 * DEAD_AFTER);
        deadAhead = await tasks.progress('tenant-1');
      }
    };
    // Nothing else that is read meanwhile says that the run lives.
    await sync.run({
      collectors: collectors.filter(({ id }) =>
        ['users', 'registrations'].includes(id),
      ),
    });
    expect(dead).toBeNull();
    // A clock of the database that was set back by hours does not leave it running for hours.
    expect(deadAhead).toBeNull();
    expect(seen).toEqual({
      run: 2,
      startedAt: sync.now.toISOString(),
      dataSet: 'registrations',
      pages: 2,
      rows: 2,
      expectedRows: 2,
      people: 2,
      expectedPeople: 2,
      secondsLeft: 0,
      waitedMs: 0,
    });
  });
});
