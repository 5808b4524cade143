import fc from 'fast-check';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { groupEntity, reportRow, userRow } from '../__testUtils__/rows';
import { TestSync } from '../__testUtils__/TestSync';
import { collectors } from '../collectors';
import { groupsWith } from '../collectors/groups';
import { versionAt } from '../store/asOf/versionAt';
import {
  inEntraGroup,
  readEntraGroups,
  type EntraGroupCounts,
  type GroupsAt,
} from '../store/read/entraGroups';

jest.setTimeout(180_000);

const databases = TestDatabases.create();

const PEOPLE = 6;
const GROUPS = 4;

const id = (kind: string, number: number) =>
  `0000000${number}-0000-4000-8000-0000000000${kind}`;
const groupId = (number: number) => id('9a', number);
const personId = (number: number) => String(userRow(number).id).toLowerCase();

/** A group at one moment; null where there is none. */
interface Group {
  name: string;
  security: boolean;
  people: number[];
  inside: number[];
}

const group = fc.option(
  fc.record<Group>({
    name: fc.constantFrom('SG One', 'sg two', 'Other'),
    security: fc.boolean(),
    people: fc.subarray([...Array(PEOPLE).keys()].map(n => n + 1)),
    inside: fc.subarray([...Array(GROUPS).keys()]),
  }),
  { freq: 4 },
);
type Tenant = (Group | null)[];
const tenant: fc.Arbitrary<Tenant> = fc.array(group, {
  minLength: GROUPS,
  maxLength: GROUPS,
});

type Member = Record<string, unknown>;
const asMember = (type: string, of: string): Member => ({
  '@odata.type': `#microsoft.graph.${type}`,
  id: of,
});
const membersOf = (one: Group | null): Member[] =>
  one
    ? [
        ...one.people.map(number => asMember('user', personId(number))),
        ...one.inside.map(number => asMember('group', groupId(number))),
        asMember('device', id('de', 1)),
      ]
    : [];

/** The rows of a group with so many members in each; at least one where there is anything to tell. */
function rowsOf(number: number, one: Group, members: Member[], size: number) {
  const head = {
    id: groupId(number).toUpperCase(),
    displayName: one.name,
    groupTypes: [],
    securityEnabled: one.security,
  };
  const rows: object[] = [];
  for (let from = 0; from < members.length; from += size) {
    const some = members.slice(from, from + size);
    rows.push({ ...head, 'members@delta': some });
  }
  return rows.length > 0 ? rows : [head];
}

const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What delta tells of a tenant that became another one; of everything, from nothing. */
function told(before: Tenant | null, after: Tenant, size: number): object[] {
  return after.flatMap((one, number): object[] => {
    const old = before?.[number] ?? null;
    if (!one) {
      return old
        ? [{ id: groupId(number), '@removed': { reason: 'changed' } }]
        : [];
    }
    const had = membersOf(old);
    const has = membersOf(one);
    const members = [
      ...has.filter(member => !had.some(other => isSame(other, member))),
      ...had
        .filter(member => !has.some(other => isSame(other, member)))
        .map(({ id: of }) => ({ id: of, '@removed': { reason: 'deleted' } })),
    ];
    const isTold = !old || members.length > 0 || !isSame(old, one);
    return isTold ? rowsOf(number, one, members, size) : [];
  });
}

/** What is kept of a tenant: the groups whose name starts so, with who is directly in each. */
const kept = (some: Tenant, prefix: string) =>
  some
    .flatMap((one, number) => {
      const isChosen =
        one?.security && one.name.toLowerCase().startsWith(prefix);
      return isChosen
        ? [
            `|${groupId(number)} ${one.name}`,
            ...one.people.map(of => `${personId(of)}|${groupId(number)}`),
            ...one.inside.map(of => `+${groupId(of)}|${groupId(number)}`),
          ]
        : [];
    })
    .sort();

/** Who is registered in the report. */
const isRegistered = (number: number) => number % 2 === 0;

const toCounts = (row: EntraGroupCounts) =>
  `${row.id} ${row.name}: ${row.covered} and ${row.uncovered} of ${row.people}, ${row.notRead} not read`;

/** The same counts from the tenant: of the people of a group and of all that are inside it and kept. */
function recounted(some: Tenant, prefix: string): string[] {
  const isKept = (one: Group | null) =>
    one !== null && one.security && one.name.toLowerCase().startsWith(prefix);
  return some
    .flatMap((one, number) => {
      if (!one || !isKept(one)) {
        return [];
      }
      const within = new Set([number]);
      for (const inner of within) {
        if (isKept(some[inner])) {
          some[inner]!.inside.forEach(next => within.add(next));
        }
      }
      const read = [...within].filter(inner => isKept(some[inner]));
      const people = new Set(read.flatMap(inner => some[inner]!.people));
      const covered = [...people].filter(isRegistered).length;
      return [
        toCounts({
          id: groupId(number),
          name: one.name,
          kind: 'security',
          people: people.size,
          covered,
          uncovered: people.size - covered,
          unknown: 0,
          exempt: 0,
          notRead: within.size - read.length,
        }),
      ];
    })
    .sort();
}

/** What was published last. */
async function groupsAt({ knex, tenantId }: TestSync): Promise<GroupsAt> {
  const last = await knex('snapshot')
    .where({ tenant_id: tenantId })
    .orderBy('snapshot', 'desc')
    .first();
  return {
    view: { tenantId, snapshot: last.snapshot, newest: true },
    version: JSON.parse(last.data_sets).groups.version,
  };
}

/** How the next reading goes. */
interface Round {
  tenant: Tenant;
  /** Whether Microsoft says that everything is to be read again. */
  resync: boolean;
  /** At which page of the groups the run is stopped, to be gone on with; null where it does not. */
  breaks: number | null;
  pageSize: number;
  memberSize: number;
  /** What the order of rows is made of. */
  order: number[];
  /** Whether rows come a second time. */
  replays: boolean;
}

const round = fc.record<Round>({
  tenant,
  resync: fc.boolean(),
  breaks: fc.option(fc.integer({ min: 1, max: 3 })),
  pageSize: fc.integer({ min: 1, max: 3 }),
  memberSize: fc.integer({ min: 1, max: 3 }),
  order: fc.array(fc.integer({ min: 0, max: 99 }), {
    minLength: 24,
    maxLength: 24,
  }),
  replays: fc.boolean(),
});

function paged(
  rows: object[],
  { order, pageSize, replays }: Round,
): unknown[][] {
  const all = replays ? [...rows, ...rows] : rows;
  const shuffled = all
    .map((row, place) => ({ row, at: order[place % order.length] }))
    .sort((one, other) => one.at - other.at)
    .map(({ row }) => row);
  const pages: unknown[][] = [];
  for (let from = 0; from < shuffled.length; from += pageSize) {
    pages.push(shuffled.slice(from, from + pageSize));
  }
  return pages.length > 0 ? pages : [[]];
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  const numRuns = databaseId === 'SQLITE_3' ? 6 : 2;

  it('groups and their totals come to the same by what changed as by all there is, in any order', async () => {
    const knex = await databases.init(databaseId);
    let tenants = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(round, { minLength: 2, maxLength: 4 }),
        fc.constantFrom('', 'sg'),
        async (rounds, prefix) => {
          tenants += 1;
          const sync = new TestSync(knex, {
            tenantId: `tenant-${tenants}`,
            collectors: [
              ...collectors.filter(one => !one.onlyWhereChosen),
              groupsWith(prefix ? [prefix] : []),
            ],
          });
          const { source } = sync;
          const numbers = [...Array(PEOPLE).keys()].map(n => n + 1);
          source.pages = {
            users: [numbers.map(number => userRow(number))],
            registrations: [
              numbers.map(number => reportRow(number, isRegistered(number))),
            ],
            'catalog-groups': [[groupEntity('a')]],
          };
          let before: Tenant | null = null;
          for (const next of rounds) {
            const { memberSize } = next;
            source.pages.groups = paged(
              told(null, next.tenant, memberSize),
              next,
            );
            source.changes.groups =
              before && !next.resync
                ? paged(told(before, next.tenant, memberSize), next)
                : null;
            const stop = new AbortController();
            source.before = (dataSet, page) => {
              if (dataSet === 'groups' && page === next.breaks) {
                stop.abort();
                stop.signal.throwIfAborted();
              }
            };
            const stopped = await sync.run({ signal: stop.signal }).then(
              () => false,
              () => true,
            );
            source.before = () => {};
            if (stopped) {
              await sync.run();
            }
            before = next.tenant;
            source.changes.groups = [[]];
            await sync.run();
            const records = await sync.records<{ name?: string }>('groups');
            expect(
              records
                .filter(([key]) => !key.startsWith('-'))
                .map(([key, { name }]) => (name ? `${key} ${name}` : key))
                .sort(),
            ).toEqual(kept(next.tenant, prefix));
            const at = await groupsAt(sync);
            const { rows } = await readEntraGroups(
              knex,
              at.view,
              { sort: 'name', targetPermille: 950 },
              { after: null, limit: 50 },
            );
            expect(rows.map(toCounts).sort()).toEqual(
              recounted(next.tenant, prefix),
            );
            for (const { id: of, people } of rows) {
              const found = await knex({ p: 'person' })
                .where(versionAt(at.view, 'p'))
                .andWhere(inEntraGroup(knex, at, of));
              expect(found).toHaveLength(people);
            }
            const stored = await knex('data_set')
              .where({ tenant_id: sync.tenantId, data_set: 'groups' })
              .first();
            expect(stored.rows).toBe(records.length);
          }
        },
      ),
      { numRuns },
    );
  });
});
