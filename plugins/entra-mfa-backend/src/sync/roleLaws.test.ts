import fc from 'fast-check';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId, reportRow, userRow } from '../__testUtils__/rows';
import { TestSync } from '../__testUtils__/TestSync';
import {
  globalAdministrator,
  privilegedRoles,
} from '../assess/roles/privilegedRoles';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const numbers = [1, 2, 3, 4, 5];
const groups = ['aaaaaaaa-1', 'aaaaaaaa-2', 'aaaaaaaa-3'];
const reportsReader = '4a5d8f65-41da-4de4-8968-e035b65339cf';

interface Roles {
  active: { principalId: string; roleDefinitionId: string }[];
  eligible: { principalId: string; roleDefinitionId: string }[];
  members: Record<string, number[]>;
}

const assignments = fc.uniqueArray(
  fc.record({
    principalId: fc.constantFrom(...numbers.map(objectId), ...groups),
    roleDefinitionId: fc.constantFrom(globalAdministrator, reportsReader),
  }),
  { maxLength: 8, selector: row => JSON.stringify(row) },
);

const anyRoles: fc.Arbitrary<Roles> = fc.record({
  active: assignments.map(rows => [
    // A tenant always has somebody who administers it.
    { principalId: objectId(9), roleDefinitionId: globalAdministrator },
    ...rows,
  ]),
  eligible: assignments,
  members: fc.record(
    Object.fromEntries(groups.map(group => [group, fc.subarray(numbers)])),
  ),
});

/** Who is privileged, told one by one and not by the product. */
function privilegedOf({ active, eligible, members }: Roles): number[] {
  const holders = [...active, ...eligible]
    .filter(({ roleDefinitionId }) => privilegedRoles.has(roleDefinitionId))
    .map(({ principalId }) => principalId);
  return numbers.filter(
    number =>
      holders.includes(objectId(number)) ||
      groups.some(
        group => holders.includes(group) && members[group].includes(number),
      ),
  );
}

function paged<Row>(rows: Row[], size: number): Row[][] {
  const pages: Row[][] = [];
  for (let start = 0; start < rows.length; start += size) {
    pages.push(rows.slice(start, start + size));
  }
  return pages.length > 0 ? pages : [[]];
}

function give({ source }: TestSync, roles: Roles, size: number): void {
  const people = [...numbers, 9];
  const withIds = (rows: Roles['active']) =>
    rows.map(row => ({ id: JSON.stringify(row), ...row }));
  source.pages = {
    users: [people.map(number => userRow(number))],
    registrations: [people.map(number => reportRow(number))],
    'role-assignments': paged(withIds(roles.active), size),
    'role-eligibility': paged(withIds(roles.eligible), size),
  };
  source.eachPages = Object.fromEntries(
    groups.map(group => [
      group,
      paged(
        roles.members[group].map(number => ({ id: objectId(number) })),
        size,
      ),
    ]),
  );
}

const shuffled = <T>(rows: T[]) =>
  fc.shuffledSubarray(rows, { minLength: rows.length });

async function seen(sync: TestSync) {
  await sync.run();
  const { people, counts } = await sync.published();
  return {
    privileged: people
      .filter(person => person.privileged)
      .map(({ object_id }) => Number(object_id.slice(-1))),
    counts: JSON.parse(counts[0].counts).privileged,
  };
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  it('the order of pages and rows of roles does not matter, and everybody counts once', async () => {
    const knex = await databases.init(databaseId);
    let tenants = 0;
    await fc.assert(
      fc.asyncProperty(
        anyRoles.chain(roles =>
          fc.tuple(
            fc.constant(roles),
            fc.record({
              active: shuffled(roles.active),
              eligible: shuffled(roles.eligible),
              members: fc.record(
                Object.fromEntries(
                  groups.map(group => [group, shuffled(roles.members[group])]),
                ),
              ),
            }),
          ),
        ),
        fc.integer({ min: 1, max: 4 }),
        async ([roles, other], size) => {
          tenants += 1;
          const one = new TestSync(knex, { tenantId: `one-${tenants}` });
          const two = new TestSync(knex, { tenantId: `two-${tenants}` });
          give(one, roles, 100);
          give(two, other, size);
          const found = await seen(one);
          expect(await seen(two)).toEqual(found);
          const expected = [...privilegedOf(roles), 9];
          expect(found.privileged).toEqual(expected);
          expect(found.counts).toMatchObject({
            people: expected.length,
            covered: expected.length,
          });
        },
      ),
      { numRuns: databaseId === 'SQLITE_3' ? 15 : 4 },
    );
  });
});
