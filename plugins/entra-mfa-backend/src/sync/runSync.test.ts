import { TestDatabases } from '@backstage/backend-test-utils';
import { GraphRequestError, PageTokenExpiredError } from '../graph/errors';
import { MemorySource } from '../__testUtils__/MemorySource';
import {
  groupEntity,
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

/** Payments with Checkout below it; three people, of whom the third is in no team. */
function smallTenant(): MemorySource['pages'] {
  return {
    organization: [[{ id: 'tenant-1', displayName: 'Contoso' }]],
    users: [[userRow(1), userRow(2)], [userRow(3)]],
    registrations: [[reportRow(1), reportRow(2, false)], [reportRow(3)]],
    'catalog-users': [[userEntity(1), userEntity(2), userEntity(9)]],
    'catalog-groups': [
      [groupEntity('payments'), groupEntity('checkout', 'payments')],
    ],
    'catalog-memberships': [
      [
        userEntity(1, ['payments', 'checkout']),
        userEntity(2, ['checkout']),
        userEntity(9, ['checkout']),
      ],
    ],
  };
}

describe.each(databases.eachSupportedId())('a sync on %s', databaseId => {
  async function createSync() {
    const knex = await databases.init(databaseId);
    await migrateTestDatabase(knex);
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

  it('writes nothing but a snapshot when nothing changed', async () => {
    const sync = await createSync();
    await sync.run();
    const tables = ['record', 'person', 'person_team', 'team', 'coverage'];
    const sizes = () => Promise.all(tables.map(table => sync.size(table)));
    const before = await sizes();

    const snapshot = await sync.run();

    expect(snapshot).toMatchObject({ number: 2, objectIds: [], groupRefs: [] });
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

    expect(snapshot.objectIds.sort()).toEqual([2, 3, 4].map(objectId));
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
    expect(await sync.size('stage')).toBe(0);

    sync.source.before = () => {};
    await sync.run();
    expect((await sync.published()).states).toEqual([
      'uncovered (not-registered)',
    ]);
  });

  it('publishes nothing of rows that are not as documented', async () => {
    const sync = await createSync();
    await sync.run();
    const before = await sync.published();
    sync.source.pages.registrations = [
      [reportRow(1, false), reportRow(2, true, { isMfaRegistered: 'yes' })],
    ];

    await expect(sync.run()).rejects.toThrow(/Row 2 .*isMfaRegistered/);
    expect(await sync.published()).toEqual(before);
  });

  it('lets nobody be uncovered for want of a licence', async () => {
    const sync = await createSync();
    sync.source.before = dataSet => {
      if (dataSet === 'registrations') {
        throw new GraphRequestError(
          403,
          'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
          null,
          false,
        );
      }
    };
    await sync.run();
    expect((await sync.published()).states).toEqual([
      'unknown (no-licence)',
      'unknown (no-licence)',
      'unknown (no-licence)',
    ]);
    expect((await sync.lastRun()).collectors).toContainEqual(
      expect.objectContaining({
        data_set: 'registrations',
        outcome: 'skipped',
      }),
    );

    sync.source.before = () => {};
    await sync.run();
    expect((await sync.published()).states[1]).toBe(
      'uncovered (not-registered)',
    );
  });

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

  it('waits for a second read before somebody without a row is uncovered', async () => {
    const sync = await createSync();
    sync.source.pages.registrations = [[reportRow(1), reportRow(2)]];
    const third = async () => {
      await sync.run();
      return (await sync.published()).states[2];
    };
    expect(await third()).toBe('unknown (no-row-yet)');
    expect(await third()).toBe('uncovered (no-row)');
    expect(await third()).toBe('uncovered (no-row)');
  });

  it('counts a future hire from the hire date on, though nothing else changed', async () => {
    const sync = await createSync();
    sync.source.pages.users = [
      [userRow(1), userRow(2, { employeeHireDate: '2026-11-22T00:00:00Z' })],
    ];
    await sync.run();
    expect((await sync.published()).states[1]).toBe(
      'out-of-scope (future-hire)',
    );
    sync.now = new Date('2026-11-22T00:00:00Z');
    await sync.run();
    expect((await sync.published()).states[1]).toBe(
      'uncovered (not-registered)',
    );
  });

  it('joins by object id, else by mail, and each catalog user once', async () => {
    const sync = await createSync();
    sync.source.pages.users = [
      [
        userRow(1),
        userRow(2, { mail: 'Shared@contoso.com' }),
        userRow(3, { mail: 'shared@contoso.com' }),
        userRow(4, { mail: null }),
      ],
    ];
    const byMail = (number: number, email: string) => {
      const entity = userEntity(number);
      return {
        ...entity,
        metadata: { ...entity.metadata, annotations: {} },
        spec: { profile: { email } },
      };
    };
    sync.source.pages['catalog-users'] = [
      [
        userEntity(1),
        byMail(2, 'SHARED@contoso.com'),
        byMail(4, 'person4@CONTOSO.com'),
        byMail(5, 'person1@contoso.com'),
      ],
    ];

    await sync.run();

    const { people, unmatched } = await sync.published();
    expect(people.map(person => person.entity_ref)).toEqual([
      'user:default/person1',
      'user:default/person2',
      null,
      'user:default/person4',
    ]);
    expect(unmatched).toContain('catalog-user user:default/person5');
  });

  it('counts everybody once, and ends, where groups are each other’s parents', async () => {
    const sync = await createSync();
    sync.source.pages['catalog-groups'] = [
      [
        groupEntity('a', 'c'),
        groupEntity('b', 'a'),
        groupEntity('c', 'b'),
        groupEntity('d', 'd'),
        groupEntity('e', 'nowhere'),
      ],
    ];
    sync.source.pages['catalog-memberships'] = [
      [userEntity(1, ['c', 'a', 'd', 'gone']), userEntity(2, ['b', 'e'])],
    ];

    await sync.run();

    const { counts } = await sync.published();
    expect(counts.map(row => [row.team_ref.slice(-1), row.people])).toEqual([
      ['', 3],
      ['a', 2],
      ['b', 2],
      ['c', 1],
      ['d', 1],
      ['e', 1],
    ]);
  });
});
