import { mockServices } from '@backstage/backend-test-utils';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { letTimePass } from '../__testUtils__/letTimePass';
import type { SyncSchedule } from '../config/types';
import { objectId, reportRow, userRow } from '../__testUtils__/rows';
import { testRules, TestSync } from '../__testUtils__/TestSync';
import { erasePerson } from '../store/erase/erasePerson';
import { toDate } from '../store/sql/instant';
import { DEAD_AFTER } from '../store/run/isAlive';
import { readDatabaseTime } from '../store/run/readDatabaseTime';
import { SyncTasks } from './SyncTasks';
import { UnstoredEnds } from './UnstoredEnds';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const hour = 3_600_000;

describe.each(databases.eachSupportedId())('replicas on %s', databaseId => {
  async function createSync() {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    sync.source.pages = {
      users: [[userRow(1)], [userRow(2)]],
      registrations: [[reportRow(1)], [reportRow(2)]],
    };
    return sync;
  }

  /** What another replica may do and sees, by its own clock. */
  function otherReplica(
    { knex, tenantId, now, source }: TestSync,
    off: number,
    frequency: SyncSchedule['frequency'] = { hours: 1 },
  ) {
    const other = new TestSync(knex, { tenantId, replica: 'replica-2' });
    other.now = new Date(now.getTime() + off);
    other.source.pages = source.pages;
    const tasks = new SyncTasks({
      tenantIds: [tenantId],
      schedule: {
        frequency,
        timeout: { minutes: 30 },
        timeZone: 'UTC',
      },
      reportRequestsPer10Seconds: 4,
      scheduler: mockServices.scheduler.mock(),
      knex,
      clock: other.clock,
      logger: mockServices.logger.mock(),
      ends: new UnstoredEnds(),
      sync: async () => {},
    });
    return { other, tasks };
  }

  /** Something that happens while a run reads the second page of the report. */
  async function meanwhile(sync: TestSync, happens: () => Promise<void>) {
    sync.source.before = async (dataSet, page) => {
      if (dataSet === 'registrations' && page === 2) {
        await happens();
      }
    };
    const ended = await sync.run().catch(error => error);
    sync.source.before = () => {};
    return ended;
  }

  const clocks = [
    ['is right', 0],
    ['is an hour ahead', hour],
    ['is an hour behind', -hour],
  ] as const;

  it.each(clocks)(
    'leave alone a run that is under way, where the clock of one %s',
    async (_, off) => {
      const sync = await createSync();
      const seen: unknown[] = [];
      await meanwhile(sync, async () => {
        const { other, tasks } = otherReplica(sync, off);
        seen.push(
          await other.runNow().catch(({ name }) => name),
          (await tasks.progress(sync.tenantId))?.run,
          await tasks.trigger(sync.tenantId).catch(({ name }) => name),
          await erasePerson(
            sync.knex,
            { tenantId: sync.tenantId, objectId: objectId(1) },
            { by: 'user:default/ada', at: other.now, reason: 'Asked for' },
            testRules,
          ),
        );
      });
      expect(seen).toEqual([
        'ConflictError',
        1,
        'ConflictError',
        { outcome: 'sync-running' },
      ]);
      expect((await sync.published()).states).toHaveLength(2);
    },
  );

  it.each(clocks)(
    'read again at the next time of a cron expression after one that is under way, where the clock of one %s',
    async (_, off) => {
      const sync = await createSync();
      await meanwhile(sync, async () => {
        const { other, tasks } = otherReplica(sync, off, { cron: '0 * * * *' });
        const next = (await tasks.nextReadAt(sync.tenantId))!.getTime();
        expect(next - other.now.getTime()).toBeGreaterThan(0);
        expect(next - other.now.getTime()).toBeLessThanOrEqual(hour);
      });
    },
  );

  it.each(clocks)(
    'take over one that died, a minute after it was heard of, where the clock of one %s',
    async (_, off) => {
      const sync = await createSync();
      const { other, tasks } = otherReplica(sync, off);
      await meanwhile(sync, async () => {
        throw new Error('killed');
      });
      await sync.knex('run').update({ state: 'running', ended_at: null });
      await letTimePass(sync.knex, DEAD_AFTER / 2);
      expect(await tasks.progress(sync.tenantId)).not.toBeNull();

      await letTimePass(sync.knex, DEAD_AFTER / 2);

      expect(await tasks.progress(sync.tenantId)).toBeNull();
      await tasks.trigger(sync.tenantId);
      await other.runNow();
      expect((await other.published()).states).toHaveLength(2);
    },
  );

  describe('go on with what another one has read', () => {
    async function stopped() {
      const sync = await createSync();
      const stop = new AbortController();
      sync.source.before = dataSet => {
        if (dataSet === 'registrations') {
          stop.abort(new Error('stopped'));
          throw stop.signal.reason;
        }
      };
      await expect(sync.run({ signal: stop.signal })).rejects.toThrow(
        'stopped',
      );
      return sync;
    }

    it.each([7 * hour, -7 * hour])(
      'where their clocks are %i ms apart',
      async off => {
        const sync = await stopped();
        const { other } = otherReplica(sync, off);
        await other.runNow();
        expect(other.source.asked).not.toContain('users 1');
        expect((await other.lastRun()).run).toBe(1);
      },
    );

    it('for six hours, whatever their clocks say', async () => {
      const sync = await stopped();
      await letTimePass(sync.knex, 6 * hour + 1);
      const { other } = otherReplica(sync, 0);
      await other.runNow();
      expect(other.source.asked).toContain('users 1');
      expect((await other.lastRun()).run).toBe(2);
    });
  });

  it('say that they are alive by the clock of the database, in the format of all times', async () => {
    const sync = await createSync();
    const before = await readDatabaseTime(sync.knex);
    await sync.runNow();
    const after = await readDatabaseTime(sync.knex);
    const { heartbeat_at, begun_at, started_at } = await sync.lastRun();
    expect(typeof heartbeat_at).toBe(typeof started_at);
    for (const time of [begun_at, heartbeat_at]) {
      expect(toDate(time!).getTime()).toBeGreaterThanOrEqual(before.getTime());
      expect(toDate(time!).getTime()).toBeLessThanOrEqual(after.getTime());
    }
    expect(Math.abs(after.getTime() - Date.now())).toBeLessThan(hour);
  });
});
