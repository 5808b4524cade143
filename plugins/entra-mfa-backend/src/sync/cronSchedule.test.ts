import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { databaseTime } from '../store/sql/databaseTime';
import { SyncTasks } from './SyncTasks';
import { UnstoredEnds } from './UnstoredEnds';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const tenantId = 'tenant-1';
/** Twice a day, at 13:00 in Berlin, where summer time ends on 25 October 2026, and at night. */
const schedule = {
  frequency: { cron: '0 1,13 * * *' },
  timeout: { minutes: 30 },
  timeZone: 'Europe/Berlin',
};

/** A run that started and ended; one that is under way has no end. */
async function hasRun(knex: Knex, startedAt: string, endedAt: string | null) {
  await knex('tenant')
    .insert({ tenant_id: tenantId, last_run: 1, last_snapshot: 1 })
    .onConflict('tenant_id')
    .merge();
  const last = await knex('run').max({ run: 'run' }).first();
  await knex('run').insert({
    tenant_id: tenantId,
    run: (last?.run ?? 0) + 1,
    state: endedAt ? 'published' : 'running',
    holder: 'one/two',
    started_at: new Date(startedAt),
    heartbeat_at: new Date(endedAt ?? startedAt),
    ended_at: endedAt && new Date(endedAt),
  });
}

describe.each(databases.eachSupportedId())('a cron on %s', databaseId => {
  async function start(knex: Knex, now: string, scheduler: object = {}) {
    const mock = mockServices.scheduler.mock(scheduler);
    const sync = jest.fn(async () => {});
    const clock = { now: () => new Date(now), sleep: async () => {} };
    const logger = mockServices.logger.mock();
    const tasks = new SyncTasks({
      ...{ tenantIds: [tenantId], schedule, knex, clock, logger, sync },
      reportRequestsPer10Seconds: 4,
      ends: new UnstoredEnds(),
      scheduler: mock,
    });
    await tasks.start();
    const look = mock.scheduleTask.mock.calls.find(
      ([task]) => task.id === 'entra-mfa-schedule',
    )![0];
    await look.fn(new AbortController().signal);
    const started = mock.triggerTask.mock.calls.flat();
    return { tasks, started, logger };
  }

  async function init(): Promise<Knex> {
    const knex = await databases.init(databaseId);
    return knex;
  }

  it.each<[string, string, string | null, string, boolean]>([
    [
      'before 13:00',
      '2026-10-24T09:00Z',
      '2026-10-24T09:05Z',
      '2026-10-24T10:59:59Z',
      false,
    ],
    [
      'at 13:00',
      '2026-10-24T09:00Z',
      '2026-10-24T09:05Z',
      '2026-10-24T11:00:00Z',
      true,
    ],
    [
      'before 13:00, after the clocks were set back',
      '2026-10-25T00:00Z',
      '2026-10-25T00:05Z',
      '2026-10-25T11:59:59Z',
      false,
    ],
    [
      'at 13:00, after they were set back',
      '2026-10-25T00:00Z',
      '2026-10-25T00:05Z',
      '2026-10-25T12:00:00Z',
      true,
    ],
    [
      'when a sync has read since',
      '2026-10-24T11:00:07Z',
      '2026-10-24T11:02Z',
      '2026-10-24T11:02:30Z',
      false,
    ],
    [
      'when 13:00 passed while the portal was down',
      '2026-10-24T09:00Z',
      '2026-10-24T09:05Z',
      '2026-10-24T15:00:00Z',
      true,
    ],
    [
      'when 13:00 passed while a sync ran',
      '2026-10-24T10:50Z',
      '2026-10-24T11:10Z',
      '2026-10-24T11:10:30Z',
      false,
    ],
    [
      'when one died before 13:00',
      '2026-10-24T10:50:00Z',
      null,
      '2026-10-24T11:00:00Z',
      true,
    ],
  ])('starts what is due: %s', async (_, startedAt, endedAt, now, due) => {
    const knex = await init();
    await hasRun(knex, startedAt, endedAt);
    const { started, tasks } = await start(knex, now);
    expect(started).toEqual(due ? [`entra-mfa-sync-${tenantId}`] : []);
    const next = await tasks.nextReadAt(tenantId);
    expect(next! <= new Date(now)).toBe(due);
  });

  it('starts nothing while a sync runs', async () => {
    const knex = await init();
    await hasRun(knex, '2026-10-24T10:59:50Z', null);
    await knex('run').update({ heartbeat_at: databaseTime(knex) });
    const { started } = await start(knex, '2026-10-24T11:00:20Z');
    expect(started).toEqual([]);
  });

  it('starts a tenant that was never read, also where that failed at first', async () => {
    const knex = await init();
    const { started } = await start(knex, '2026-10-24T10:00Z');
    // At the start of the portal, and at the first look, as there was no run.
    expect(started).toEqual(Array(2).fill(`entra-mfa-sync-${tenantId}`));
  });

  it('leaves a task alone that the scheduler takes for running, and says what it cannot start', async () => {
    const knex = await init();
    await hasRun(knex, '2026-10-24T09:00Z', '2026-10-24T09:05Z');
    const due = '2026-10-24T11:00Z';
    const running = async () => {
      throw new ConflictError('running');
    };
    const quiet = await start(knex, due, { triggerTask: running });
    expect(quiet.logger.warn).not.toHaveBeenCalled();
    const gone = async () => {
      throw new Error('secret');
    };
    const loud = await start(knex, due, { triggerTask: gone });
    expect(loud.logger.warn.mock.calls).toEqual([
      [
        `The sync of tenant ${tenantId} is due and could not be started (Error); it is tried again in half a minute`,
      ],
    ]);
  });

  it("is followed by the portal's own scheduler", async () => {
    const knex = await init();
    await hasRun(knex, '2026-10-24T09:00Z', '2026-10-24T09:05Z');
    let tasks: SyncTasks;
    const synced = new Promise<void>((resolve, reject) => {
      const plugin = createBackendPlugin({
        pluginId: 'entra-mfa',
        register({ registerInit }) {
          registerInit({
            deps: { scheduler: coreServices.scheduler },
            async init({ scheduler }) {
              tasks = new SyncTasks({
                ...{ tenantIds: [tenantId], schedule, scheduler, knex },
                reportRequestsPer10Seconds: 4,
                ends: new UnstoredEnds(),
                clock: {
                  now: () => new Date('2026-10-24T11:00:00Z'),
                  sleep: async () => {},
                },
                logger: mockServices.logger.mock(),
                sync: async () => resolve(),
              });
              await tasks.start();
            },
          });
        },
      });
      startTestBackend({
        features: [
          plugin,
          schedulerServiceFactory,
          mockServices.database.factory({ knex }),
        ],
      }).catch(reject);
    });
    await synced;
    const task = () =>
      knex('backstage_backend_tasks__tasks')
        .where({ id: `entra-mfa-sync-${tenantId}` })
        .first();
    let row = await task();
    while (!row.last_run_ended_at) {
      row = await task();
    }
    // And only the look starts it again.
    expect(row.next_run_start_at).toBeNull();
  });
});
