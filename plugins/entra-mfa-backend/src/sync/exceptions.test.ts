import fc from 'fast-check';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import type { StoredCounts } from '../assess/types';
import { putException, type TestException } from '../__testUtils__/exceptions';
import {
  groupEntity,
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { endException } from '../store/exceptions/endException';

jest.setTimeout(120_000);

const group = 'aaaaaaaa-0000-4000-8000-000000000001';
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe.each(databases.eachSupportedId())('exceptions on %s', databaseId => {
  async function createSync() {
    const knex = await databases.init(databaseId);
    const sync = new TestSync(knex);
    sync.source.pages = smallTenant();
    sync.source.eachOf['scope-group-members'] = {
      [group]: [[{ id: objectId(2) }, { id: objectId(3) }]],
    };
    return sync;
  }

  const put = (
    sync: TestSync,
    some: Partial<TestException> & Pick<TestException, 'id' | 'subject'>,
  ) =>
    putException(sync.knex, {
      tenantId: sync.tenantId,
      until: '2026-11-30',
      requestedAt: sync.now,
      approvedAt: sync.now,
      ...some,
    });

  const statesOf = async (sync: TestSync) =>
    (await sync.published()).people.map(({ state, exception_id }) =>
      `${state} ${exception_id ?? ''}`.trim(),
    );

  it.each([
    ['a person', { subject: objectId(2) }, ['covered', 'exempt e', 'covered']],
    [
      'a group with its sub-teams',
      { kind: 'group', subject: 'group:default/payments' },
      ['exempt e', 'exempt e', 'covered'],
    ],
    [
      'a sub-team',
      { kind: 'group', subject: 'group:default/checkout' },
      ['exempt e', 'exempt e', 'covered'],
    ],
    [
      'a group that the catalog does not have',
      { kind: 'group', subject: 'group:default/gone' },
      ['covered', 'uncovered', 'covered'],
    ],
    [
      'a rule, whatever the case',
      { kind: 'rule', subject: '^PERSON[23]@' },
      ['covered', 'exempt e', 'exempt e'],
    ],
    [
      'everybody in an Entra group',
      { kind: 'entra-group', subject: group },
      ['covered', 'exempt e', 'exempt e'],
    ],
    [
      'nobody by an Entra group that is not found',
      { kind: 'entra-group', subject: 'bbbbbbbb-0000-4000-8000-000000000002' },
      ['covered', 'uncovered', 'covered'],
    ],
    [
      'a request that nobody approved',
      { subject: objectId(2), approvedAt: undefined },
      ['covered', 'uncovered', 'covered'],
    ],
  ] as const)('exempts %s', async (_, some, expected) => {
    const sync = await createSync();
    await put(sync, { id: 'e', ...some });
    await sync.run();
    expect(await statesOf(sync)).toEqual(expected);
  });

  it('begins, ends early and ends by itself with no other change of data', async () => {
    const sync = await createSync();
    await sync.run();
    expect((await statesOf(sync))[1]).toBe('uncovered');

    await put(sync, { id: 'e1', subject: objectId(2), until: '2026-11-21' });
    await sync.run();
    expect((await statesOf(sync))[1]).toBe('exempt e1');

    await put(sync, {
      id: 'e2',
      kind: 'group',
      subject: 'group:default/checkout',
      until: '2026-11-23',
    });
    await sync.run();
    expect(await statesOf(sync)).toEqual(['exempt e2', 'exempt e2', 'covered']);
    await endException(
      sync.knex,
      { tenantId: sync.tenantId, id: 'e2' },
      {
        ended_by: 'user:default/security',
        ended_at: sync.now,
        end_note: 'Not needed any more',
      },
    );
    await sync.run();
    expect(await statesOf(sync)).toEqual(['covered', 'exempt e1', 'covered']);

    sync.now = new Date('2026-11-21T22:59:59Z');
    await sync.run();
    expect((await statesOf(sync))[1]).toBe('exempt e1');
    await sync.run();
    expect((await statesOf(sync))[1]).toBe('uncovered');
    const before = (await sync.published()).people[1].from_snapshot;
    await sync.run();
    expect((await sync.published()).people[1].from_snapshot).toBe(before);
  });

  it.each([
    ['five minutes behind', -5],
    ['five minutes ahead', 5],
    ['a day behind', -24 * 60],
    ['a day ahead', 24 * 60],
  ])(
    'takes every step in that a replica whose clock is %s stored',
    async (_, minutes) => {
      const sync = await createSync();
      await sync.run();
      const there = () => new Date(sync.now.getTime() + minutes * 60_000);
      await put(sync, { id: 'e', subject: objectId(2), approvedAt: there() });
      await sync.run();
      expect((await statesOf(sync))[1]).toBe('exempt e');
      const step = {
        ended_by: 'user:default/security',
        ended_at: there(),
        end_note: 'Not needed any more',
      };
      const of = { tenantId: sync.tenantId, id: 'e' };
      expect(await endException(sync.knex, of, step)).toBe(true);
      expect(await endException(sync.knex, of, step)).toBe(false);
      await sync.run();
      expect((await statesOf(sync))[1]).toBe('uncovered');
      const snapshots = await sync
        .knex('snapshot')
        .orderBy('snapshot')
        .pluck('judged_step');
      expect(snapshots).toEqual([0, 1, 2]);
    },
  );

  it('leaves out before it exempts', async () => {
    const sync = await createSync();
    sync.source.pages.users = [
      [userRow(1), userRow(2, { accountEnabled: false }), userRow(3)],
    ];
    await put(sync, { id: 'e', subject: objectId(2) });
    await sync.run();
    expect((await sync.published()).states[1]).toBe('out-of-scope (disabled)');
    expect((await sync.published()).people[1].exception_id).toBeNull();
  });

  it('adds up to the directory, and counts nobody exempt, under any mix of exceptions', async () => {
    const knex = await databases.init(databaseId);
    const teams = ['a', 'b', 'c'];
    // Who is in the second is not known.
    const entraGroups = [group, 'bbbbbbbb-0000-4000-8000-000000000002'];
    const person = fc.record({
      report: fc.option(fc.boolean()),
      disabled: fc.boolean(),
      own: fc.subarray(teams),
      inGroup: fc.boolean(),
    });
    const until = fc.constantFrom('2026-11-20', '2026-11-21', '2026-12-01');
    const exception = fc.oneof(
      fc.record({
        kind: fc.constant('person' as const),
        subject: fc.integer({ min: 1, max: 6 }).map(objectId),
        until,
        approved: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('group' as const),
        subject: fc.constantFrom(...teams).map(name => `group:default/${name}`),
        until,
        approved: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('entra-group' as const),
        subject: fc.constantFrom(...entraGroups),
        until,
        approved: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('rule' as const),
        subject: fc.constantFrom('^person[1-3]@', 'nobody', '.'),
        until,
        approved: fc.boolean(),
      }),
    );
    let tenants = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 6 }),
        fc.array(exception, { maxLength: 5 }),
        async (people, exceptions) => {
          tenants += 1;
          const sync = new TestSync(knex, { tenantId: `t-${tenants}` });
          const numbered = people.map((one, i) => ({ ...one, n: i + 1 }));
          const entities = numbered.map(({ n, own }) => userEntity(n, own));
          sync.source.pages = {
            users: [
              numbered.map(({ n, disabled }) =>
                userRow(n, { accountEnabled: !disabled }),
              ),
            ],
            registrations: [
              // A report without a single row would not be believed.
              [reportRow(99)],
              numbered.flatMap(({ n, report }) =>
                report === null ? [] : [reportRow(n, report)],
              ),
            ],
            'catalog-users': [entities],
            'catalog-memberships': [entities],
            'catalog-groups': [
              [groupEntity('a'), groupEntity('b', 'a'), groupEntity('c')],
            ],
          };
          sync.source.eachOf['scope-group-members'] = {
            [group]: [
              numbered
                .filter(({ inGroup }) => inGroup)
                .map(({ n }) => ({ id: objectId(n) })),
            ],
          };
          for (const [i, { approved, ...some }] of exceptions.entries()) {
            await put(sync, {
              id: `e-${i}`,
              ...some,
              approvedAt: approved ? sync.now : undefined,
            });
          }
          await sync.run();

          const published = await sync.published();
          const tenant = published.counts.find(({ team_ref }) => !team_ref)!;
          const counts: StoredCounts = JSON.parse(tenant.counts);
          const sum = Object.values(counts.states).reduce((a, b) => a + b);
          expect(sum).toBe(people.length);
          expect(counts.inScope + counts.states['out-of-scope']).toBe(sum);

          const inForce = exceptions.filter(
            one => one.approved && one.until >= '2026-11-21',
          );
          const above = (own: string[]) =>
            own.includes('b') ? [...own, 'a'] : own;
          const isFor = (
            { n, own, inGroup }: (typeof numbered)[number],
            { kind, subject }: (typeof exceptions)[number],
          ) =>
            kind === 'group'
              ? above(own).some(team => subject.endsWith(`/${team}`))
              : [objectId(n), '.'].includes(subject) ||
                (inGroup && subject === group) ||
                (subject.startsWith('^') && n <= 3);
          const exempt = numbered.filter(
            one => !one.disabled && inForce.some(each => isFor(one, each)),
          );
          expect(
            published.people
              .filter(({ state }) => state === 'exempt')
              .map(({ object_id }) => object_id),
          ).toEqual(exempt.map(({ n }) => objectId(n)));
          expect(counts.states.exempt).toBe(exempt.length);
          const counted = numbered.filter(
            one =>
              !one.disabled && !exempt.includes(one) && one.report !== null,
          );
          expect([tenant.covered, tenant.uncovered]).toEqual([
            counted.filter(({ report }) => report).length,
            counted.filter(({ report }) => !report).length,
          ]);
        },
      ),
      { numRuns: databaseId === 'SQLITE_3' ? 30 : 5 },
    );
  });
});
