import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  groupEntity,
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import type { DataSetId } from '../collectors/types';
import { readOpenHold } from '../store/hold/readOpenHold';
import { releaseHold } from '../store/hold/releaseHold';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const groups = (count: number) => [
  Array.from({ length: count }, (_, n) => groupEntity(`team-${n}`)),
];
const users = (count: number) => [
  Array.from({ length: count }, (_, n) => userEntity(n + 1, ['team-0'])),
];

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function createSync(pages = smallTenant()) {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    sync.source.pages = pages;
    return sync;
  }

  /** Runs, and tells the problem of a run that failed; null where it published. */
  async function problemOf(sync: TestSync): Promise<string | null> {
    await sync.run().catch(() => {});
    const { state, problem } = await sync.lastRun();
    expect(state).toBe(problem ? 'failed' : 'published');
    return problem && JSON.parse(problem).code;
  }

  describe('an empty answer', () => {
    it.each<DataSetId>([
      'users',
      'registrations',
      'catalog-users',
      'catalog-groups',
      'catalog-memberships',
    ])('of %s is not published, says so, and passes', async dataSet => {
      const sync = await createSync();
      await sync.run();
      const before = await sync.published();
      sync.source.pages[dataSet] = [[]];

      for (let again = 0; again < 2; again += 1) {
        expect(await problemOf(sync)).toBe('empty-answer');
        expect(await sync.published()).toEqual(before);
      }

      sync.source.pages = smallTenant();
      expect(await problemOf(sync)).toBeNull();
      expect((await sync.published()).states).toEqual(before.states);
    });

    it('of the report is believed on a first read, and not once it had rows', async () => {
      const sync = await createSync({ ...smallTenant(), registrations: [[]] });
      expect(await problemOf(sync)).toBeNull();
      expect((await sync.published()).snapshot).toBe(1);

      sync.source.pages = smallTenant();
      expect(await problemOf(sync)).toBeNull();
      sync.source.pages.registrations = [[]];
      expect(await problemOf(sync)).toBe('empty-answer');
      const { collectors, problem } = await sync.lastRun();
      expect(JSON.parse(problem!)).toMatchObject({
        dataSet: 'registrations',
        action: expect.stringContaining('The next sync asks again'),
      });
      expect(collectors).toContainEqual(
        expect.objectContaining({
          data_set: 'registrations',
          outcome: 'failed',
        }),
      );
      expect((await sync.published()).snapshot).toBe(2);
    });

    it('is fine where there was never anything', async () => {
      const catalogs = {
        users: [[userRow(1)]],
        registrations: [[reportRow(1)]],
      };
      const sync = await createSync(catalogs);
      expect(await problemOf(sync)).toBeNull();
      expect(await problemOf(sync)).toBeNull();
    });

    it('of the directory publishes nothing, on a first run too', async () => {
      const sync = await createSync({});
      for (let again = 0; again < 2; again += 1) {
        expect(await problemOf(sync)).toBe('empty-answer');
      }
      expect((await sync.published()).snapshot).toBe(0);
    });

    it('of a data set that may be empty is fine', async () => {
      const sync = await createSync();
      const component = {
        kind: 'Component',
        metadata: { name: 'shop', namespace: 'default' },
        spec: { type: 'service' },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/checkout' }],
      };
      sync.source.pages['catalog-ownership'] = [[component]];
      await sync.run();
      sync.source.pages['catalog-ownership'] = [[]];
      expect(await problemOf(sync)).toBeNull();
    });
  });

  const people = (from: number, to: number) => [
    Array.from({ length: to - from + 1 }, (_, n) => userRow(from + n)),
  ];
  const roles = (count: number) => [
    Array.from({ length: count }, (_, n) => ({
      id: `assignment-${n}`,
      principalId: objectId(n + 1),
      roleDefinitionId: 'role',
      directoryScopeId: '/',
    })),
  ];

  describe('a data set that lost a tenth of its rows', () => {
    it.each<[DataSetId, (count: number) => unknown[][]]>([
      ['users', count => people(1, count)],
      ['catalog-users', users],
      ['catalog-groups', groups],
      ['catalog-memberships', users],
    ])(
      'is published only when a second reading agrees: %s',
      async (dataSet, rowsOf) => {
        const sync = await createSync();
        sync.source.pages[dataSet] = rowsOf(40);
        await sync.run();

        sync.source.pages[dataSet] = rowsOf(36);
        expect(await problemOf(sync)).toBe('shrunk-answer');
        expect(await sync.records(dataSet)).toHaveLength(40);

        // It falls on: that is not the same again.
        sync.source.pages[dataSet] = rowsOf(19);
        expect(await problemOf(sync)).toBe('shrunk-answer');
        sync.source.pages[dataSet] = rowsOf(20);
        expect(await problemOf(sync)).toBeNull();
        expect(await sync.records(dataSet)).toHaveLength(20);
      },
    );

    it('is forgotten when the rows come back', async () => {
      const sync = await createSync();
      for (const [count, problem] of [
        [40, null],
        [10, 'shrunk-answer'],
        [40, null],
        [10, 'shrunk-answer'],
        [37, null],
      ] as const) {
        sync.source.pages['catalog-groups'] = groups(count);
        expect(await problemOf(sync)).toBe(problem);
      }
    });

    it('is published by the second reading when all fell together', async () => {
      const sync = await createSync();
      const fill = (count: number) => {
        sync.source.pages.users = people(1, count);
        sync.source.pages['catalog-groups'] = groups(count);
        sync.source.pages['catalog-users'] = users(count);
        sync.source.pages['catalog-memberships'] = users(count);
      };
      fill(40);
      await sync.run();
      fill(30);
      expect(await problemOf(sync)).toBe('shrunk-answer');
      expect(await problemOf(sync)).toBeNull();
      expect(await sync.records('catalog-users')).toHaveLength(30);
      expect(await sync.records('users')).toHaveLength(30);
    });

    it('is not agreed with by as many rows of others', async () => {
      const sync = await createSync();
      sync.source.pages.users = people(1, 60);
      await sync.run();
      sync.source.pages.users = people(1, 30);
      expect(await problemOf(sync)).toBe('shrunk-answer');
      sync.source.pages.users = people(31, 60);
      expect(await problemOf(sync)).toBe('shrunk-answer');
    });

    it('is agreed with after a read that came to no end', async () => {
      const sync = await createSync();
      sync.source.pages.users = people(1, 40);
      await sync.run();
      sync.source.pages.users = people(1, 30);
      expect(await problemOf(sync)).toBe('shrunk-answer');
      sync.source.before = () => {
        throw new Error('cut off');
      };
      expect(await problemOf(sync)).toBe('unexpected');
      sync.source.before = () => {};
      expect(await problemOf(sync)).toBeNull();
    });

    it('is nothing to ask about where it is small', async () => {
      const sync = await createSync();
      sync.source.pages['catalog-groups'] = groups(19);
      await sync.run();
      sync.source.pages['catalog-groups'] = groups(1);
      expect(await problemOf(sync)).toBeNull();
    });

    it('counts memberships, not users, and none at all is doubted of a few too', async () => {
      const sync = await createSync();
      await sync.run();
      const before = await sync.published();
      sync.source.pages['catalog-memberships'] = [[userEntity(1)]];
      expect(await problemOf(sync)).toBe('shrunk-answer');
      expect((await sync.published()).teams).toEqual(before.teams);
      expect(await problemOf(sync)).toBeNull();
      expect((await sync.published()).teams).toEqual([]);
    });

    it('leaves roles as they were and publishes the rest', async () => {
      const sync = await createSync();
      sync.source.pages.users = people(1, 40);
      sync.source.pages['role-assignments'] = roles(40);
      await sync.run();
      sync.source.pages['role-assignments'] = roles(20);
      await sync.run();
      expect(await sync.published()).toMatchObject({ snapshot: 2 });
      expect((await sync.published()).roles).toHaveLength(40);
      const { collectors } = await sync.lastRun();
      expect(
        collectors.find(row => row.data_set === 'role-assignments')?.problem,
      ).toContain('shrunk-answer');
      await sync.run();
      expect((await sync.published()).roles).toHaveLength(20);
    });

    it('gives nobody who comes back within the doubt another history', async () => {
      const sync = await createSync();
      sync.source.pages.users = people(1, 40);
      await sync.run();
      const before = await sync.published();
      sync.source.pages.users = people(1, 20);
      expect(await problemOf(sync)).toBe('shrunk-answer');
      sync.source.pages.users = people(1, 40);
      expect(await problemOf(sync)).toBeNull();
      expect((await sync.published()).people).toEqual(before.people);
      expect(await sync.size('person_change')).toBe(0);
    });
  });

  describe('fewer people than Graph counts', () => {
    it('are doubted on a first run, and believed when a second reading agrees', async () => {
      const sync = await createSync();
      sync.source.pages.users = people(1, 40);
      sync.source.people = 400;
      expect(await problemOf(sync)).toBe('shrunk-answer');
      expect((await sync.lastRun()).problem).toContain(
        '40 rows came where Graph counts 400',
      );
      expect((await sync.published()).snapshot).toBe(0);
      expect(await problemOf(sync)).toBeNull();
    });

    it.each([44, 10])('are believed where Graph counts %i', async count => {
      const sync = await createSync();
      sync.source.pages.users = people(1, 40);
      sync.source.people = count;
      expect(await problemOf(sync)).toBeNull();
    });

    it('are doubted where the version before had as few', async () => {
      const sync = await createSync();
      sync.source.pages.users = people(1, 40);
      await sync.run();
      sync.source.people = 80;
      expect(await problemOf(sync)).toBe('shrunk-answer');
    });
  });

  it('believes what somebody has released, and nothing below it', async () => {
    const sync = await createSync();
    sync.source.pages.users = people(1, 60);
    await sync.run();
    sync.source.pages.users = people(1, 40);
    expect(await problemOf(sync)).toBe('shrunk-answer');
    const hold = await readOpenHold(sync.knex, sync.tenantId);
    expect(JSON.parse(hold!.data_sets!)).toEqual([
      { dataSet: 'users', before: 60, rows: 40 },
    ]);
    await releaseHold(
      sync.knex,
      { tenantId: sync.tenantId, run: hold!.run },
      { by: 'user:default/ada', at: sync.now, reason: 'sold' },
    );
    sync.source.pages.users = people(1, 30);
    expect(await problemOf(sync)).toBe('shrunk-answer');
    expect(
      (await readOpenHold(sync.knex, sync.tenantId))?.released_at,
    ).toBeNull();

    sync.source.pages.users = people(1, 20);
    expect(await problemOf(sync)).toBe('shrunk-answer');
    const again = await readOpenHold(sync.knex, sync.tenantId);
    await releaseHold(
      sync.knex,
      { tenantId: sync.tenantId, run: again!.run },
      { by: 'user:default/ada', at: sync.now, reason: 'sold' },
    );
    // Others than before, so that no reading agrees: the release counts.
    sync.source.pages.users = people(31, 60);
    expect(await problemOf(sync)).toBeNull();
    expect(await readOpenHold(sync.knex, sync.tenantId)).toBeNull();
  });
});
