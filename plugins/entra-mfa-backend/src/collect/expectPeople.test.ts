import type { FaultProfileInput } from 'entra-simulator';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { smallTenant } from '../__testUtils__/smallTenant';
import { simulatedSources } from '../__testUtils__/simulatedSources';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { readProgress } from '../store/run/readProgress';
import { toProgress } from '../sync/toProgress';
import type { SyncProgress } from '@entra-mfa/backstage-plugin-entra-mfa-common';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'expecting people on %s',
  databaseId => {
    async function start() {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      const seen: Record<string, SyncProgress> = {};
      /** What a reader sees before each page: the one before it is written. */
      sync.source.before = async (dataSet, page) => {
        const staged = () => knex('stage').where({ data_set: dataSet });
        while ((await staged()).length < page - 1) {
          await new Promise(resolve => setTimeout(resolve, 5));
        }
        const stored = await readProgress(knex, sync.tenantId);
        seen[`${dataSet} ${page}`] = toProgress(stored!, 4, sync.now);
      };
      return { knex, seen, sync };
    }

    it('tells from the first page on how many people there are, and how long it takes', async () => {
      const { seen, sync } = await start();
      sync.source.people = 3;
      await sync.run();
      const people = { expectedPeople: 3, expectedRows: 3, secondsLeft: 3 };
      expect(seen['users 1']).toMatchObject({ ...people, people: 0, pages: 0 });
      expect(seen['users 2']).toMatchObject({ ...people, people: 2, pages: 1 });
      expect(seen['catalog-users 1']).toMatchObject({
        expectedPeople: 3,
        people: 3,
      });
      expect(seen['registrations 2']).toMatchObject({
        dataSet: 'registrations',
        rows: 2,
        expectedRows: 3,
        people: 3,
        secondsLeft: 3,
      });
      expect((await sync.lastRun()).expected_people).toBe(3);
    });

    it('goes on where nobody says how many there are', async () => {
      const { seen, sync } = await start();
      await sync.run();
      expect(seen['users 2']).toMatchObject({
        expectedPeople: null,
        expectedRows: null,
        people: 2,
        secondsLeft: null,
      });
      // As many as have been read.
      expect(seen['registrations 1']).toMatchObject({
        expectedPeople: 3,
        expectedRows: 3,
      });
      expect((await sync.published()).snapshot).toBe(1);
    });

    it('goes on where the answer is no number', async () => {
      const { sync } = await start();
      sync.source.people = -1;
      await sync.run();
      expect((await sync.lastRun()).expected_people).toBeNull();
      expect((await sync.published()).snapshot).toBe(1);
    });

    it('asks again each time, and goes by what there was where nobody says', async () => {
      const { seen, sync } = await start();
      await sync.run();
      await sync.run();
      expect(seen['users 1']).toMatchObject({ expectedPeople: 3 });
      expect((await sync.lastRun()).expected_people).toBeNull();
      sync.source.people = 4;
      await sync.run();
      expect(seen['users 1']).toMatchObject({ expectedPeople: 4 });
    });

    it('keeps the number with a run that was stopped and is gone on with', async () => {
      const { seen, sync } = await start();
      const look = sync.source.before;
      sync.source.people = 5;
      const stop = new AbortController();
      sync.source.before = async (dataSet, page) => {
        await look(dataSet, page);
        if (dataSet === 'users' && page === 2) {
          stop.abort(new Error('timeout'));
          stop.signal.throwIfAborted();
        }
      };
      await expect(sync.run({ signal: stop.signal })).rejects.toThrow(
        'timeout',
      );
      sync.source.people = 20;
      sync.source.before = look;
      await sync.run();
      // The pace of a read that stood still for an hour says nothing; that of the report does.
      expect(seen['users 2']).toMatchObject({
        run: 1,
        expectedPeople: 5,
        secondsLeft: 3,
      });
    });
  },
);

describe('Graph, asked how many people there are', () => {
  let test: TestTenant;

  beforeAll(async () => {
    test = await startTestTenant({ seed: 7, frozenClock: true });
  });

  afterAll(() => test?.stop());
  afterEach(() => test.simulator.faults.clear());

  async function firstRun(rules: FaultProfileInput['rules']) {
    const knex = await databases.init('SQLITE_3');
    const sync = new TestSync(knex);
    test.simulator.faults.set({ rules });
    await sync.runNow({
      clock: test.clock,
      sources: simulatedSources(test),
    });
    const { expected_people, collectors } = await sync.lastRun();
    const users = collectors.find(({ data_set }) => data_set === 'users')!;
    const { people } = await sync.published();
    return { expected: expected_people, read: people.length, users };
  }

  const once = { endpoint: 'users', times: 1 } as const;

  it.each<[string, FaultProfileInput['rules']]>([
    ['at once', []],
    [
      'after it asked to wait',
      [{ ...once, kind: 'status', status: 429, retryAfter: 2 }],
    ],
    [
      'after a token that it does not take',
      [{ ...once, kind: 'invalidToken' }],
    ],
  ])('tells %s as many as it has', async (_, rules) => {
    const { expected, read, users } = await firstRun(rules);
    expect(read).toBeGreaterThan(100);
    expect(expected).toBe(read);
    expect(users.calls).toBe(2 + rules!.length);
  });

  it.each<[string, FaultProfileInput['rules']]>([
    ['refused', [{ ...once, kind: 'permissionMissing' }]],
    ['not known', [{ ...once, kind: 'status', status: 404 }]],
  ])('is done without where the number is %s', async (_, rules) => {
    const { expected, read, users } = await firstRun(rules);
    expect(expected).toBeNull();
    expect(read).toBeGreaterThan(100);
    expect(users.outcome).toBe('complete');
    expect(JSON.parse(users.request_ids)).toHaveLength(1);
  });
});
