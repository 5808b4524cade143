import fc from 'fast-check';
import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  groupEntity,
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import { testRules, TestSync } from '../../__testUtils__/TestSync';
import { classifyChange } from '../../assess/classifyChange';
import { conditionOf, type Condition } from '../../assess/condition';
import { countChanges } from '../../store/read/changes/countChanges';
import type { ChangeRange } from '../../store/read/changes/netChanges';
import type { ListedChange } from '../../store/read/changes/listedChanges';
import {
  readChanges,
  type ChangePlace,
} from '../../store/read/changes/readChanges';
import { readPeopleAt } from '../../store/read/changes/readPeopleAt';
import { toPerson } from '../toPerson';
import { kindsOf, type Kinds } from './kindsOf';
import { transitionsOfPage } from './transitionsOfPage';

jest.setTimeout(180_000);

const databases = TestDatabases.create();
const PEOPLE = [1, 2, 3, 4];
const people = PEOPLE.map(number => objectId(number));

interface Person {
  user: boolean;
  report: boolean | null;
  tier: 'mobilePhone' | 'fido2SecurityKey';
  disabled: boolean;
  guest: boolean;
  name: string;
}

/** A tenant at one moment, and the rules that assess it. */
const moment = fc.record({
  people: fc.tuple(
    ...PEOPLE.map(() =>
      fc.record<Person>({
        user: fc.constantFrom(true, true, true, false),
        report: fc.constantFrom(true, true, false, null),
        tier: fc.constantFrom('mobilePhone', 'fido2SecurityKey'),
        disabled: fc.constantFrom(false, false, false, true),
        guest: fc.constantFrom(false, false, true),
        name: fc.constantFrom('Ada', 'Ada', 'Ada', 'Tom'),
      }),
    ),
  ),
  countGuests: fc.constantFrom(false, false, true),
});

const moments = fc.array(moment, { minLength: 2, maxLength: 6 });

type Moment = typeof moment extends fc.Arbitrary<infer M> ? M : never;

async function syncAll(knex: Knex, tenantId: string, all: Moment[]) {
  const sync = new TestSync(knex, { tenantId });
  for (const { people: some, countGuests } of all) {
    const rows = some.map((person, i) => ({ ...person, number: PEOPLE[i] }));
    sync.source.pages = {
      // Nobody of the test, so that the directory is never empty.
      users: [
        [
          userRow(99),
          ...rows.flatMap(({ user, disabled, guest, name, number }) =>
            user
              ? userRow(number, {
                  accountEnabled: !disabled,
                  userType: guest ? 'Guest' : 'Member',
                  displayName: name,
                })
              : [],
          ),
        ],
      ],
      registrations: [
        [
          reportRow(99),
          ...rows.flatMap(({ report, tier, number }) =>
            report === null
              ? []
              : reportRow(
                  number,
                  report,
                  report ? { methodsRegistered: [tier] } : {},
                ),
          ),
        ],
      ],
      'catalog-groups': [[groupEntity('a')]],
      'catalog-users': [[userEntity(99)]],
      'catalog-memberships': [[userEntity(99, ['a'])]],
    };
    await sync.run({ rules: { ...testRules, countGuests } });
  }
  return sync;
}

/** The people's conditions at a snapshot, from the rows that lists are read from. */
async function conditionsAt(knex: Knex, tenantId: string, snapshot: number) {
  const view = { tenantId, snapshot, newest: false };
  const rows = await readPeopleAt(knex, view, people);
  return people.map(id => {
    const row = rows.get(id);
    return row
      ? {
          condition: conditionOf(toPerson(row, undefined)),
          name: row.display_name,
        }
      : null;
  });
}

/** A kind, without the two that a look at both ends cannot tell. */
function seenAtEnds(
  before: { condition: Condition } | null,
  after: { condition: Condition } | null,
  onlyByRules = false,
) {
  return classifyChange({
    before: before?.condition ?? null,
    after: after?.condition ?? null,
    renamed: false,
    onlyByRules,
  });
}

async function readInPages(
  knex: Knex,
  range: ChangeRange,
  { transitions }: Kinds,
) {
  const limit = 1;
  const read: ListedChange[] = [];
  let after: ChangePlace | null = null;
  do {
    const page: { rows: ListedChange[]; next: ChangePlace | null } =
      await readChanges(knex, range, {
        listed: transitionsOfPage(transitions, limit, after && after[0]),
        people: null,
        allowed: null,
        after,
        limit,
      });
    read.push(...page.rows);
    after = page.next;
  } while (after);
  return read;
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  const numRuns = databaseId === 'SQLITE_3' ? 15 : 4;

  it('what changed between any two snapshots is how both ends differ', async () => {
    const knex = await databases.init(databaseId);
    let tenants = 0;
    await fc.assert(
      fc.asyncProperty(moments, async all => {
        tenants += 1;
        const tenantId = `tenant-${tenants}`;
        await syncAll(knex, tenantId, all);
        const sides: Awaited<ReturnType<typeof conditionsAt>>[] = [];
        for (let snapshot = 1; snapshot <= all.length; snapshot += 1) {
          sides.push(await conditionsAt(knex, tenantId, snapshot));
        }
        for (let after = 1; after <= all.length; after += 1) {
          for (let upTo = after; upTo <= all.length; upTo += 1) {
            const range = { tenantId, after, upTo };
            const kinds = kindsOf(await countChanges(knex, range, null));
            const { rows } = await readChanges(knex, range, {
              listed: kinds.transitions,
              people: null,
              allowed: null,
              after: null,
              limit: 100,
            });
            // The same, page by page.
            expect(await readInPages(knex, range, kinds)).toEqual(rows);
            // Everybody is listed who is counted, each once, and the kinds add up.
            const byId = new Map(rows.map(row => [row.object_id, row]));
            expect(byId.size).toBe(rows.length);
            expect(rows).toHaveLength(kinds.people);
            const sum = Object.values(kinds.counts).reduce((a, b) => a + b, 0);
            expect(sum).toBe(kinds.people);

            people.forEach((id, i) => {
              const [from, to] = [sides[after - 1][i], sides[upTo - 1][i]];
              const row = byId.get(id);
              const kind =
                row && kinds.transitions.find(w => w.rank === row.rank);
              // Only the transition tells whether it was the rules, or a name.
              expect([
                seenAtEnds(from, to) ?? 'renamed',
                seenAtEnds(from, to, true) ?? 'renamed',
              ]).toContain(kind?.kind ?? 'renamed');
              // Names are compared as long as somebody is there.
              const stayed = sides
                .slice(after - 1, upTo)
                .every(side => side[i] !== null);
              const isRenamed = stayed && from?.name !== to?.name;
              expect(kind !== undefined || !isRenamed).toBe(true);
              const differs = seenAtEnds(from, to) !== null;
              expect(kind !== undefined || !differs).toBe(true);
            });
          }
        }
      }),
      { numRuns },
    );
  });
});
