import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';
import { reportRow, userRow } from '../__testUtils__/rows';
import { DEAD_AFTER } from '../store/claimRun';
import { SyncTasks } from './SyncTasks';

const databases = TestDatabases.create();
let now = new Date();
const schedule = { frequency: { hours: 1 }, timeout: { minutes: 30 } };

describe.each(databases.eachSupportedId())('the tasks on %s', databaseId => {
  async function start() {
    const knex = await databases.init(databaseId);
    await migrateTestDatabase(knex);
    const scheduler = mockServices.scheduler.mock();
    const sync = jest.fn(async () => {});
    const clock = { now: () => now, sleep: async () => {} };
    const tasks = new SyncTasks({
      tenantIds: ['tenant-1', 'tenant-2'],
      schedule,
      scheduler,
      knex,
      clock,
      sync,
    });
    return { knex, scheduler, sync, tasks };
  }

  it('schedule each tenant once for all replicas, and read a new one at once', async () => {
    const { knex, scheduler, sync, tasks } = await start();
    const known = new TestSync(knex);
    known.source.pages = { users: [[userRow(1)]] };
    await known.run();

    await tasks.start();

    expect(scheduler.scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({
        ...schedule,
        id: 'entra-mfa-sync-tenant-1',
        scope: 'global',
      }),
    );
    expect(scheduler.triggerTask.mock.calls).toEqual([
      ['entra-mfa-sync-tenant-2'],
    ]);
    const { signal } = new AbortController();
    await scheduler.scheduleTask.mock.calls[1][0].fn(signal);
    expect(sync).toHaveBeenCalledWith('tenant-2', signal);
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

  it('say why a sync cannot be started', async () => {
    const { scheduler, tasks } = await start();
    await expect(tasks.trigger('elsewhere')).rejects.toThrow(
      /elsewhere is not configured/,
    );
    scheduler.triggerTask.mockRejectedValue(new ConflictError('running'));
    await expect(tasks.trigger('tenant-1')).rejects.toThrow(/under way/);
    await expect(tasks.start()).resolves.toBeUndefined();
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
    sync.source.before = async (dataSet, page) => {
      if (dataSet === 'registrations' && page === 3) {
        const staged = () => knex('stage').where({ data_set: 'registrations' });
        while ((await staged()).length < 2) {
          await new Promise(resolve => setTimeout(resolve, 5));
        }
        now = sync.now;
        seen = await tasks.progress('tenant-1');
        now = new Date(now.getTime() + DEAD_AFTER);
        dead = await tasks.progress('tenant-1');
      }
    };
    await sync.run();
    expect(dead).toBeNull();
    expect(seen).toEqual({
      run: 2,
      startedAt: sync.now.toISOString(),
      dataSet: 'registrations',
      pages: 2,
      rows: 2,
      expectedRows: 2,
      waitedMs: 0,
    });
  });
});
