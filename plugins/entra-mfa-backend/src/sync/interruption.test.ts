import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow, userRow } from '../__testUtils__/rows';
import { TestSync } from '../__testUtils__/TestSync';
import { WrongTenantError } from '../graph/errors';
import { toDate } from '../store/sql/instant';
import { STILL_TRUE, type SnapshotRow } from '../store/sql/tables';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const numbers = Array.from({ length: 40 }, (_, index) => index + 1);

function pagesOf<Row>(rows: Row[]): Row[][] {
  const pages: Row[][] = [];
  for (let start = 0; start < rows.length; start += 10) {
    pages.push(rows.slice(start, start + 10));
  }
  return pages;
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function createSync() {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    sync.source.pages = {
      users: pagesOf(numbers.map(number => userRow(number))),
      registrations: pagesOf(numbers.map(number => reportRow(number))),
    };
    return sync;
  }

  /** Some people lose their registration, some leave, some come. */
  function changeTenant(sync: TestSync) {
    const others = numbers.slice(5).concat([41, 42, 43]);
    sync.source.pages = {
      users: pagesOf(others.map(number => userRow(number))),
      registrations: pagesOf(
        // Microsoft refreshed those of the first two pages a day before the others.
        others.map(number =>
          reportRow(number, number % 8 > 0, {
            lastUpdatedDateTime: `2026-11-${number > 25 ? 20 : 19}T10:00:00Z`,
          }),
        ),
      ),
    };
  }

  /** Stops a run when it asks for that page; resolves when the run has ended. */
  async function stopAt(sync: TestSync, dataSet: string, page: number) {
    const stop = new AbortController();
    sync.source.before = (asked, number) => {
      if (asked === dataSet && number === page) {
        stop.abort(new Error('stopped'));
        throw stop.signal.reason;
      }
    };
    await expect(sync.run({ signal: stop.signal })).rejects.toThrow('stopped');
    sync.source.before = () => {};
    sync.source.asked.length = 0;
  }

  it('goes on after the last page that was kept, and comes to the same', async () => {
    const sync = await createSync();
    await sync.run();
    changeTenant(sync);
    await stopAt(sync, 'registrations', 3);
    const stopped = await sync.lastRun();
    expect(stopped.state).toBe('failed');
    expect(JSON.parse(stopped.problem!).code).toBe('stopped');
    const outcomes = stopped.collectors.map(({ outcome }) => outcome);
    expect(outcomes).toContain('partial');
    expect(outcomes).not.toContain('running');

    await sync.runNow();

    expect(
      sync.source.asked.filter(page =>
        /^(organization|users|registrations) /.test(page),
      ),
    ).toEqual(['organization 1', 'registrations 3', 'registrations 4']);
    const { run, collectors } = await sync.lastRun();
    expect(run).toBe(stopped.run);
    expect(collectors).toContainEqual(
      expect.objectContaining({
        data_set: 'registrations',
        outcome: 'complete',
        rows: 38,
        added: 3,
        changed: 5,
        calls: 4,
        removed: 5,
      }),
    );
    const fresh = await createSync();
    changeTenant(fresh);
    await fresh.run();
    expect(await sync.records('registrations')).toEqual(
      await fresh.records('registrations'),
    );
    expect((await sync.published()).states).toEqual(
      (await fresh.published()).states,
    );
    const { report_refreshed_at } = (await sync
      .knex<SnapshotRow>('snapshot')
      .orderBy('snapshot', 'desc')
      .first())!;
    expect(toDate(report_refreshed_at!)).toEqual(
      new Date('2026-11-19T10:00:00Z'),
    );
  });

  describe('stopped while it assesses', () => {
    const many = Array.from({ length: 601 }, (_, index) => index + 1);

    /** Stops a run when it assesses its first batch; resolves when the run has ended. */
    async function stopAssessing(sync: TestSync) {
      const stop = new AbortController();
      const onQuery = ({ sql }: { sql: string }) => {
        if (/^select .*[`"]from_run[`"] from [`"]record[`"]/.test(sql)) {
          stop.abort(new Error('stopped'));
        }
      };
      sync.knex.on('query', onQuery);
      await expect(sync.run({ signal: stop.signal })).rejects.toThrow(
        'stopped',
      );
      sync.knex.off('query', onQuery);
      sync.source.asked.length = 0;
    }

    async function createStopped() {
      const sync = await createSync();
      sync.source.pages = {
        organization: [[{ id: 'tenant-1', displayName: 'Contoso' }]],
        users: [many.map(number => userRow(number))],
        registrations: [many.map(number => reportRow(number))],
      };
      await stopAssessing(sync);
      return sync;
    }

    it('goes on from what was read, and reads nothing but whose it is', async () => {
      const sync = await createStopped();
      expect((await sync.published()).snapshot).toBe(0);
      expect(await sync.size('person')).toBe(0);

      await sync.run();

      expect(sync.source.asked).toEqual(['organization 1']);
      const { run, state, collectors } = await sync.lastRun();
      expect({ run, state }).toEqual({ run: 1, state: 'published' });
      expect(collectors).toContainEqual(
        expect.objectContaining({ data_set: 'users', rows: 601, added: 601 }),
      );
      const { snapshot, states } = await sync.published();
      expect(snapshot).toBe(1);
      expect(states).toHaveLength(601);
      expect(await sync.size('person')).toBe(601);
      expect(await sync.size('stage')).toBe(0);
      expect(await sync.records('organization')).toHaveLength(1);
    });

    it('goes on also where the process was killed', async () => {
      const sync = await createStopped();
      await sync.knex('run').update({ state: 'running', ended_at: null });
      await sync.knex('team_lead').insert({
        tenant_id: sync.tenantId,
        team_ref: 'group:default/left',
        lead_ref: 'user:default/left',
        from_snapshot: 1,
        to_snapshot: STILL_TRUE,
      });
      await sync.run({ replica: 'replica-2' });
      expect(await sync.size('team_lead')).toBe(0);
      expect(sync.source.asked).toEqual(['organization 1']);
      expect(await sync.size('person')).toBe(601);
    });

    it('publishes nothing where the data is of another tenant by now', async () => {
      const sync = await createStopped();
      sync.source.before = dataSet => {
        if (dataSet === 'organization') {
          throw new WrongTenantError('unknown');
        }
      };
      await expect(sync.run()).rejects.toThrow('instead of');
      expect((await sync.published()).snapshot).toBe(0);
      expect(await sync.size('stage')).toBe(0);
    });

    it('reads again after six hours', async () => {
      const sync = await createStopped();
      await sync.letPass(6 * 3_600_000);
      await sync.run();
      expect(sync.source.asked).toContain('users 1');
      expect((await sync.lastRun()).run).toBe(2);
    });
  });

  it('goes on at the next scheduled sync', async () => {
    const sync = await createSync();
    await stopAt(sync, 'registrations', 3);
    await sync.run();
    expect(sync.source.asked).not.toContain('users 1');
    expect((await sync.published()).states).toHaveLength(40);
  });

  it('does not wait for a clock that was set back to catch up', async () => {
    const sync = await createSync();
    await sync.run();
    // A replica dies in the middle, and then the clock of the database is set back by a day.
    await sync.knex('run').update({ state: 'running', ended_at: null });
    await sync.letPass(-24 * 3_600_000);
    await sync.runNow({ replica: 'replica-2' });
    expect((await sync.lastRun()).run).toBe(2);
  });

  it('starts again where the pages are too old to go on from', async () => {
    const sync = await createSync();
    await stopAt(sync, 'registrations', 3);
    await sync.letPass(6 * 3_600_000);
    await sync.run();
    expect(sync.source.asked).toContain('users 1');
    expect((await sync.published()).snapshot).toBe(1);
    expect(await sync.size('record')).toBe(80);
  });

  it('changes nothing that anybody sees, wherever it is stopped', async () => {
    const sync = await createSync();
    await sync.run();
    const before = await sync.published();
    changeTenant(sync);
    for (const [dataSet, page] of [
      ['organization', 1],
      ['users', 2],
      ['registrations', 4],
    ] as const) {
      await stopAt(sync, dataSet, page);
      expect(await sync.published()).toEqual(before);
    }
  });

  it('lets a run that was overtaken write nothing', async () => {
    const sync = await createSync();
    let overtake = async () => {};
    sync.source.before = async (dataSet, page) => {
      if (dataSet === 'registrations' && page === 3) {
        await overtake();
      }
    };
    overtake = async () => {
      overtake = async () => {};
      while ((await sync.size('stage')) < 4 + 4 + 2) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      // The other replica finds no sign of life for a long time, but for writes that are under way still.
      const tryAgain = async (error: Error): Promise<unknown> => {
        if (error.name !== 'ConflictError') throw error;
        return sync.run({ replica: 'replica-2' }).catch(tryAgain);
      };
      await sync.run({ replica: 'replica-2' }).catch(tryAgain);
    };

    await expect(sync.run()).rejects.toThrow(/overtaken/);

    const published = await sync.published();
    expect(published.snapshot).toBe(1);
    expect(published.states).toHaveLength(40);
    expect(await sync.size('record')).toBe(80);
    expect((await sync.lastRun()).state).toBe('published');
  });

  it('lets one replica work at a time', async () => {
    const sync = await createSync();
    for (let round = 0; round < 5; round += 1) {
      if (round === 2) {
        changeTenant(sync);
      }
      sync.now = new Date(sync.now.getTime() + 3_600_000);
      const both = await Promise.allSettled([
        sync.runNow({ replica: 'replica-1' }),
        sync.runNow({ replica: 'replica-2' }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { name: 'ConflictError' },
      });
    }
    const { snapshot, people } = await sync.published();
    expect(snapshot).toBe(5);
    expect(people).toHaveLength(38);
    const twice = await sync
      .knex('record')
      .where({ to_run: STILL_TRUE })
      .groupBy('data_set', 'record_key')
      .having(sync.knex.raw('count(*) > 1'))
      .select('record_key');
    expect(twice).toEqual([]);
  });
});
