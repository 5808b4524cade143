import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { GraphRequestError, PageTokenExpiredError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())('a sync on %s', databaseId => {
  async function createSync() {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    sync.source.pages = smallTenant();
    return sync;
  }

  it('publishes people, teams and counts', async () => {
    const sync = await createSync();
    const snapshot = await sync.run();

    const published = await sync.published();
    expect(snapshot.number).toBe(1);
    expect(published.states).toEqual([
      'covered (registered)',
      'uncovered (not-registered)',
      'covered (registered)',
    ]);
    expect(published.teams).toEqual([
      '1 in group:default/checkout',
      '1 in group:default/payments',
      '2 in group:default/checkout',
      '2 below group:default/payments',
    ]);
    expect(
      published.counts.map(row => [
        row.team_ref,
        row.covered,
        row.uncovered,
        row.direct_covered,
        row.direct_uncovered,
      ]),
    ).toEqual([
      ['', 2, 1, 2, 1],
      ['group:default/checkout', 1, 1, 1, 1],
      ['group:default/payments', 1, 1, 1, 0],
    ]);
    expect(published.unmatched).toEqual(['catalog-user user:default/person9']);
  });

  it('lets PostgreSQL know of many people before it is asked about them', async () => {
    const sync = await createSync();
    const { knex } = sync;
    const isPostgres = String(knex.client.config.client).includes('pg');
    const many = Array.from({ length: 1_001 }, (_, index) => index + 1);
    sync.source.pages.registrations = [many.map(one => reportRow(one))];
    sync.source.pages.users = [many.map(one => userRow(one))];
    const known: number[] = [];
    await sync.run({
      publishAlso: async trx => {
        if (isPostgres) {
          const [row] = await trx('pg_class')
            .join('pg_namespace as n', 'n.oid', 'relnamespace')
            .where('relname', 'person')
            .whereRaw('n.nspname = current_schema()')
            .select('reltuples');
          known.push(row.reltuples);
        }
        return {};
      },
    });
    expect(known).toEqual(isPostgres ? [1_001] : []);
  });

  it('writes nothing but a snapshot when nothing changed', async () => {
    const sync = await createSync();
    await sync.run();
    const tables = ['record', 'person', 'person_team', 'team', 'coverage'];
    const sizes = () => Promise.all(tables.map(table => sync.size(table)));
    const before = await sizes();

    const snapshot = await sync.run();

    expect(snapshot).toMatchObject({ number: 2, groupRefs: [] });
    expect([...snapshot.objectIds]).toEqual([]);
    expect(await sizes()).toEqual(before);
    expect(await sync.size('stage')).toBe(0);
    const last = await sync.knex('snapshot').where({ snapshot: 2 }).first();
    expect(new Date(last.read_at)).toEqual(sync.now);
  });

  it('keeps what was true before, and tells who changed', async () => {
    const sync = await createSync();
    await sync.run();
    const registeredSince = sync.now;
    sync.source.pages.registrations = [
      [reportRow(1), reportRow(2)],
      [reportRow(4, false)],
    ];
    sync.source.pages.users = [[userRow(1), userRow(2), userRow(4)]];
    sync.source.pages['catalog-memberships'] = [
      [userEntity(1, ['payments']), userEntity(2, ['checkout'])],
    ];

    const snapshot = await sync.run();

    expect([...snapshot.objectIds].sort()).toEqual([2, 3, 4].map(objectId));
    expect(snapshot.groupRefs.sort()).toEqual([
      'group:default/checkout',
      'group:default/payments',
    ]);
    const { states, people, teams } = await sync.published();
    expect(states).toEqual([
      'covered (registered)',
      'covered (registered)',
      'uncovered (not-registered)',
    ]);
    expect(new Date(people[0].since)).toEqual(registeredSince);
    expect(new Date(people[1].since)).toEqual(sync.now);
    expect(teams).toEqual([
      '1 in group:default/payments',
      '2 in group:default/checkout',
      '2 below group:default/payments',
    ]);
    const before = await sync
      .knex('person')
      .where('from_snapshot', '<=', 1)
      .where('to_snapshot', '>', 1)
      .orderBy('object_id');
    expect(before.map(person => person.state)).toEqual([
      'covered',
      'uncovered',
      'covered',
    ]);
    expect((await sync.lastRun()).collectors).toContainEqual(
      expect.objectContaining({
        data_set: 'registrations',
        outcome: 'complete',
        pages: 2,
        rows: 3,
        added: 1,
        changed: 1,
        removed: 1,
      }),
    );
  });

  it('publishes nothing when the report cannot be read, and recovers', async () => {
    const sync = await createSync();
    await sync.run();
    const before = await sync.published();
    sync.source.pages.users = [[userRow(1)]];
    sync.source.pages.registrations = [[reportRow(1, false)], [reportRow(2)]];
    sync.source.before = (dataSet, page) => {
      if (dataSet === 'registrations' && page === 2) {
        throw new GraphRequestError(503, 'ServiceUnavailable', null, false);
      }
    };

    await expect(sync.run()).rejects.toThrow(/503/);

    expect(await sync.published()).toEqual(before);
    const run = await sync.lastRun();
    expect(run.state).toBe('failed');
    expect(JSON.parse(run.problem!)).toMatchObject({
      dataSet: 'registrations',
    });
    expect(await sync.records('users')).toHaveLength(3);

    sync.source.before = () => {};
    await sync.run();
    expect((await sync.published()).states).toEqual([
      'uncovered (not-registered)',
    ]);
    expect(await sync.size('stage')).toBe(0);
  });

  it('publishes nothing of rows that are not as documented', async () => {
    const sync = await createSync();
    await sync.run();
    const before = await sync.published();
    sync.source.pages.registrations = [
      [reportRow(1, false), reportRow(2, true, { id: 42 })],
    ];

    await expect(sync.run()).rejects.toThrow(/Row 2 .*id/);
    expect(await sync.published()).toEqual(before);
  });

  it.each(['createdDateTime', 'employeeHireDate'])(
    'takes a user whose %s is no date for one without',
    async property => {
      const sync = await createSync();
      const [[first, ...others], ...pages] = sync.source.pages.users!;
      await sync.run();
      const before = await sync.published();
      sync.source.pages.users = [
        [{ ...Object(first), [property]: 'soon' }, ...others],
        ...pages,
      ];
      await sync.run();
      expect((await sync.published()).states).toEqual(before.states);
    },
  );

  it('keeps the figures, and how old they are, when the permission is lost', async () => {
    const sync = await createSync();
    await sync.run();
    const readAt = sync.now;
    const before = await sync.published();
    sync.source.before = dataSet => {
      if (dataSet === 'registrations') {
        const code = 'Authentication_MSGraphPermissionMissing';
        throw new GraphRequestError(403, code, null, false);
      }
    };

    await sync.run();

    expect((await sync.published()).people).toEqual(before.people);
    const last = await sync.knex('snapshot').where({ snapshot: 2 }).first();
    expect(new Date(last.read_at)).toEqual(readAt);
  });

  it('reads a data set again when its page token expired, twice at most', async () => {
    const sync = await createSync();
    let expiries = 2;
    sync.source.before = (dataSet, page) => {
      if (dataSet === 'registrations' && page === 2 && expiries > 0) {
        expiries -= 1;
        throw new PageTokenExpiredError('Directory_ExpiredPageToken');
      }
    };
    await sync.run();
    expect((await sync.published()).states).toHaveLength(3);

    expiries = 3;
    await expect(sync.run()).rejects.toThrow(/expired/);
  });

  it('takes a row that came twice as it came last', async () => {
    const sync = await createSync();
    await sync.run();
    const changed = { userDisplayName: 'Somebody' };
    sync.source.pages.registrations = [
      [reportRow(1, false), reportRow(2), reportRow(3, true, changed)],
      [reportRow(1), reportRow(2, false), reportRow(3, false), reportRow(3)],
      [reportRow(4), reportRow(5)],
      [reportRow(4, false), reportRow(2)],
    ];

    await sync.run();

    const records = await sync.records('registrations');
    expect(
      records.map(([key, body]) => [key.slice(-1), body.isMfaRegistered]),
    ).toEqual([
      ['1', true],
      ['2', true],
      ['3', true],
      ['4', false],
      ['5', true],
    ]);
    expect((await sync.lastRun()).collectors).toContainEqual(
      expect.objectContaining({ rows: 11, added: 2, changed: 1, removed: 0 }),
    );
  });
});
