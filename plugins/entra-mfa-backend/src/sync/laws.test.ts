import fc from 'fast-check';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  groupEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import type { MemorySource } from '../__testUtils__/MemorySource';
import { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(180_000);

const databases = TestDatabases.create();
const teams = ['a', 'b', 'c', 'd'];

interface Person {
  number: number;
  user: boolean;
  report: boolean | null;
  disabled: boolean;
  teams: string[] | null;
  /** Another User of the person, of another source. */
  second: { teams: string[]; byMail: boolean } | null;
}

/** Fewer Users than make a catalog that suddenly has few of them doubtful. */
const SECONDS = 5;

const person = fc
  .record<Person>({
    number: fc.integer({ min: 1, max: 12 }),
    user: fc.boolean(),
    report: fc.option(fc.boolean()),
    disabled: fc.boolean(),
    teams: fc.option(fc.subarray(teams)),
    second: fc.option(
      fc.record({ teams: fc.subarray(teams), byMail: fc.boolean() }),
    ),
  })
  .map(one => (one.number > SECONDS ? { ...one, second: null } : one));

/** Always there: a tenant, its report and its catalog are never empty. */
const resident: Person = {
  number: 13,
  user: true,
  report: true,
  disabled: false,
  teams: ['a'],
  second: null,
};

/** A tenant at one moment: everybody once. */
const people = fc
  .uniqueArray(person, { selector: ({ number }) => number })
  .map(some => [...some, resident]);

/** Splits rows into pages of the given size. */
function paged<Row>(rows: Row[], size: number): Row[][] {
  const pages: Row[][] = [];
  for (let start = 0; start < rows.length; start += size) {
    pages.push(rows.slice(start, start + size));
  }
  return pages.length > 0 ? pages : [[]];
}

function pagesOf(some: Person[], size: number): MemorySource['pages'] {
  const entities = some.flatMap(({ number, teams: own, second }) => [
    ...(own ? [userEntity(number, own)] : []),
    ...(second ? [secondUser(number, second)] : []),
  ]);
  return {
    users: paged(
      some.flatMap(({ number, user, disabled }) =>
        user ? [userRow(number, { accountEnabled: !disabled })] : [],
      ),
      size,
    ),
    registrations: paged(
      some.flatMap(({ number, report }) =>
        report === null ? [] : [reportRow(number, report)],
      ),
      size,
    ),
    'catalog-users': paged(entities, size),
    'catalog-memberships': paged(entities, size),
    'catalog-groups': [
      [
        groupEntity('a'),
        groupEntity('b', 'a'),
        groupEntity('c', 'b'),
        groupEntity('d'),
      ],
    ],
  };
}

function secondUser(number: number, second: NonNullable<Person['second']>) {
  const entity = userEntity(number, second.teams);
  const { annotations } = entity.metadata;
  return {
    ...entity,
    metadata: {
      name: `person${number}`,
      namespace: number % 2 ? 'hr' : 'a',
      annotations: second.byMail ? {} : annotations,
    },
  };
}

/** What anybody sees, without when and with which number it came to be so. */
async function seen(sync: TestSync) {
  const {
    people: rows,
    counts,
    teams: memberships,
    furtherUsers,
    unmatched,
  } = await sync.published();
  return {
    people: rows.map(
      ({
        from_snapshot: _,
        since: __,
        no_row_runs: ___,
        enablement_since: ____,
        ...row
      }) => row,
    ),
    counts: counts.map(({ from_snapshot: _, ...row }) => row),
    memberships,
    furtherUsers,
    unmatched,
    users: await sync.records('users'),
    registrations: await sync.records('registrations'),
  };
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  const numRuns = databaseId === 'SQLITE_3' ? 12 : 3;
  const init = async () => {
    const knex = await databases.init(databaseId);
    return knex;
  };

  it('the order of rows and the size of pages do not matter', async () => {
    const knex = await init();
    let tenants = 0;
    await fc.assert(
      fc.asyncProperty(
        people.chain(some =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray(some, { minLength: some.length }),
          ),
        ),
        fc.integer({ min: 1, max: 5 }),
        async ([some, shuffled], size) => {
          tenants += 1;
          const one = new TestSync(knex, { tenantId: `one-${tenants}` });
          const other = new TestSync(knex, { tenantId: `other-${tenants}` });
          one.source.pages = pagesOf(some, 100);
          other.source.pages = pagesOf(shuffled, size);
          await one.run();
          await other.run();
          const withoutTenant = async (sync: TestSync) =>
            JSON.stringify(await seen(sync)).replaceAll(sync.tenantId, '');
          expect(await withoutTenant(other)).toEqual(await withoutTenant(one));
        },
      ),
      { numRuns },
    );
  });

  it('everybody counts once in each team of any of their Users and above, and no User is lost', async () => {
    const knex = await init();
    const under = { a: ['a', 'b', 'c'], b: ['b', 'c'], c: ['c'], d: ['d'] };
    let tenants = 0;
    await fc.assert(
      fc.asyncProperty(people, async some => {
        tenants += 1;
        const sync = new TestSync(knex, { tenantId: `tenant-${tenants}` });
        sync.source.pages = pagesOf(some, 100);
        await sync.run();
        const published = await sync.published();
        for (const [team, below] of Object.entries(under)) {
          const members = some.filter(
            ({ user, teams: own, second }) =>
              user &&
              [...(own ?? []), ...(second?.teams ?? [])].some(one =>
                below.includes(one),
              ),
          );
          expect(
            published.counts.find(
              row => row.team_ref === `group:default/${team}`,
            )?.people,
          ).toBe(members.length);
        }
        const usersOf = (is: boolean) =>
          some
            .filter(({ user }) => user === is)
            .reduce(
              (sum, { teams: own, second }) =>
                sum + (own ? 1 : 0) + (second ? 1 : 0),
              0,
            );
        const joined = published.people.filter(row => row.entity_ref);
        expect(joined.length + published.furtherUsers.length).toBe(
          usersOf(true),
        );
        expect(
          published.unmatched.filter(key => key.startsWith('catalog-user')),
        ).toHaveLength(usersOf(false));
      }),
      { numRuns },
    );
  });

  it('a complete run comes to the same, whatever came before it', async () => {
    const knex = await init();
    let tenants = 0;
    /** A moment, and at which of the run's statements the process dies, if at all. */
    const moment = fc.record({
      people,
      dies: fc.option(fc.integer({ min: 1, max: 260 })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(moment, { minLength: 1, maxLength: 5 }),
        people,
        async (moments, last) => {
          tenants += 1;
          const sync = new TestSync(knex, { tenantId: `one-${tenants}` });
          for (const { people: some, dies } of moments) {
            sync.source.pages = pagesOf(some, 3);
            const before = await seen(sync);
            const died = await runUntil(sync, dies ?? Infinity);
            if (!died) {
              continue;
            }
            const after = await seen(sync);
            // The records may be newer than the snapshot then; what was assessed may not.
            const { users, registrations } = after;
            expect(after).toEqual({ ...before, users, registrations });
          }
          // The first may go on with what a dead run has read, and the second see that somebody is
          // enabled; then twice, because who has no row waits for two reports and a day and a half.
          sync.source.pages = pagesOf(last, 3);
          // What is half gone is doubted, until a second reading of its own agrees.
          await sync.run().catch(() => {});
          await sync.run().catch(() => {});
          await sync.runRefreshed(40);
          await sync.runRefreshed(40);
          await sync.runRefreshed(40);

          const fresh = new TestSync(knex, { tenantId: `other-${tenants}` });
          fresh.source.pages = sync.source.pages;
          await fresh.runRefreshed(40);
          await fresh.runRefreshed(40);
          const withoutTenant = async (one: TestSync) =>
            JSON.stringify(await seen(one)).replaceAll(one.tenantId, '');
          expect(await withoutTenant(sync)).toEqual(await withoutTenant(fresh));
        },
      ),
      { numRuns },
    );
  });
});

/** Runs until the process "dies": from that statement on, its database answers no more. */
async function runUntil(sync: TestSync, step: number): Promise<boolean> {
  await sync.letPass(3_600_000);
  let steps = 0;
  const onQuery = ({ sql }: { sql: string }) => {
    // What was not committed goes with the process.
    if (!/^(begin|commit|rollback)/i.test(sql)) {
      steps += 1;
      if (steps > step) {
        throw new Error('The process died');
      }
    }
  };
  sync.knex.on('query', onQuery);
  try {
    await sync.runNow();
    return false;
  } catch (error) {
    return true;
  } finally {
    sync.knex.off('query', onQuery);
  }
}
