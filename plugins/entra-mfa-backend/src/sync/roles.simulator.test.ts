import { TestDatabases } from '../__testUtils__/TestDatabases';
import { readPages } from '../__testUtils__/readPages';
import { simulatedSources } from '../__testUtils__/simulatedSources';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { privilegedRoles } from '../assess/roles/privilegedRoles';
import { collectors } from '../collectors';
import { chosenOf } from '../collectors/alternatives';
import { roleAssignments } from '../collectors/roleAssignments';
import { roleEligibility } from '../collectors/roleEligibility';
import { roleGroupEligibility } from '../collectors/roleGroupEligibility';
import { roleGroupMembers } from '../collectors/roleGroupMembers';
import type { Collector } from '../collectors/types';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let test: TestTenant;
let sync: TestSync;

async function start(
  options: Parameters<typeof startTestTenant>[0],
): Promise<void> {
  test = await startTestTenant({
    size: 1200,
    startDate: new Date('2026-11-20T06:00:00Z'),
    frozenClock: true,
    ...options,
  });
  const knex = await databases.init('SQLITE_3');
  sync = new TestSync(knex, { tenantId: test.tenant.tenantId });
}

afterEach(async () => test?.stop());

/** Reads roles in pages of three, so that there are many. */
const inSmallPages = chosenOf(collectors).map(
  (collector): Collector =>
    collector.id.startsWith('role')
      ? { ...collector, query: { ...collector.query, $top: '3' } }
      : collector,
);

const run = () =>
  sync.runNow({
    clock: test.clock,
    collectors: inSmallPages,
    sources: simulatedSources(test),
  });

async function privileged() {
  const { people } = await sync.published();
  return people
    .filter(person => person.privileged)
    .map(({ object_id }) => object_id);
}

interface Role {
  principalId: string;
  roleDefinitionId: string;
}

interface Eligible {
  principalId: string;
  accessId: string;
}

/** Who holds a privileged role by the rows of Graph themselves, read in whole pages. */
async function recount(kinds: (Collector | typeof roleAssignments)[]) {
  const source = simulatedSources(test).graph;
  const rowsOf = async (collector: unknown) =>
    (await readPages(source, collector as Collector)).flatMap(
      ({ rows }) => rows,
    );
  const held = (await Promise.all(kinds.map(rowsOf))).flat() as Role[];
  const principals = held
    .filter(({ roleDefinitionId }) => privilegedRoles.has(roleDefinitionId))
    .map(({ principalId }) => principalId);
  const people = new Set((await sync.records('users')).map(([key]) => key));
  const found = new Set(principals.filter(id => people.has(id)));
  const groups = principals.filter(id => !people.has(id));
  for (const id of groups) {
    const endpoint = roleGroupMembers.endpoint.replace('{id}', id);
    const members = await rowsOf({ ...roleGroupMembers, endpoint });
    for (const member of members as { id: string }[]) {
      found.add(member.id);
    }
    if (kinds.includes(roleEligibility)) {
      const query = { $filter: `groupId eq '${id}'` };
      const eligible = await rowsOf({ ...roleGroupEligibility, query });
      for (const { principalId, accessId } of eligible as Eligible[]) {
        if (accessId === 'member') {
          found.add(principalId);
        }
      }
    }
  }
  return { privileged: [...found].sort(), groups };
}

it('finds everybody who holds or can activate a privileged role, whatever the pages', async () => {
  await start({});
  await run();
  const expected = await recount([roleAssignments, roleEligibility]);
  expect(expected.groups).toHaveLength(1);
  expect(expected.privileged.length).toBeGreaterThan(20);
  expect(await privileged()).toEqual(expected.privileged);

  const { collectors: read } = await sync.lastRun();
  for (const { data_set, outcome } of read) {
    expect([data_set, outcome]).toEqual([data_set, 'complete']);
  }
  const pages = read.find(({ data_set }) => data_set === 'role-assignments');
  expect(pages!.pages).toBeGreaterThan(3);

  const { counts } = await sync.published();
  const { crossCheck } = JSON.parse(counts[0].counts);
  expect(crossCheck.here.users).toBe(crossCheck.microsoft.users);
  expect(Math.abs(crossCheck.difference)).toBeLessThan(20);
});

it('goes on without P2, and without the count that Microsoft refuses to apps', async () => {
  await start({
    licence: 'p1',
    faults: {
      rules: [{ endpoint: 'registeredByFeature', kind: 'permissionMissing' }],
    },
  });
  await run();
  const expected = await recount([roleAssignments]);
  expect(await privileged()).toEqual(expected.privileged);
  const { people, counts } = await sync.published();
  expect(people.some(person => person.privileged === null)).toBe(false);
  expect(JSON.parse(counts[0].counts)).toMatchObject({
    roles: {
      active: 'read',
      eligible: 'no-licence',
      groups: 'read',
      groupEligibility: 'no-licence',
    },
    crossCheck: null,
  });
});

it.each([
  { status: 403, code: 'AadPremiumLicenseRequired' },
  { status: 403, code: 'UnknownError' },
  {
    status: 403,
    code: 'UnknownError',
    message: '{"errorCode":"PermissionScopeNotGranted"}',
  },
  { status: 404, code: 'ResourceNotFound' },
  { status: 501 },
])(
  'takes nobody for eligible in a tenant with P1 alone, whatever Graph refuses with: %j',
  async refusal => {
    await start({
      size: 120,
      licence: 'p1',
      faults: {
        rules: [
          { endpoint: 'roleEligibility', kind: 'status', ...refusal },
          { endpoint: 'groupEligibility', kind: 'status', ...refusal },
        ],
      },
    });
    await run();
    const { people, counts } = await sync.published();
    expect(people.some(person => person.privileged === null)).toBe(false);
    expect(JSON.parse(counts[0].counts)).toMatchObject({
      roles: {
        eligible: 'no-licence',
        // What is asked for by the group may as well be not found.
        groupEligibility: refusal.status === 404 ? 'read' : 'no-licence',
      },
    });
  },
);

it('knows who can become a member of the group that holds a role', async () => {
  await start({});
  await run();
  const eligible = await sync.records<{ principalId: string }>(
    'role-group-eligibility',
  );
  // Apps and people that hold roles are no groups, and the owner to be is not kept.
  const members = eligible.filter(([, { principalId }]) => principalId);
  expect(members).toHaveLength(3);
  const found = await privileged();
  for (const [, { principalId }] of members) {
    expect(found).toContain(principalId);
  }
  const names = await sync.records<{ displayName: string }>('role-groups');
  expect(names.map(([, { displayName }]) => displayName)).toEqual([
    'Helpdesk Operators',
  ]);
});

it('does not know who is privileged without the permission for eligible members of groups', async () => {
  await start({
    permissions: [
      'User.Read.All',
      'AuditLog.Read.All',
      'RoleManagement.Read.Directory',
      'GroupMember.Read.All',
    ],
  });
  await run();
  const { people, counts } = await sync.published();
  expect(people.some(person => person.privileged === 0)).toBe(false);
  expect(JSON.parse(counts[0].counts)).toMatchObject({
    roles: { groups: 'read', groupEligibility: 'no-permission' },
  });
});

it('goes on without any permission for roles', async () => {
  await start({ permissions: ['User.Read.All', 'AuditLog.Read.All'] });
  await run();
  const { people, counts } = await sync.published();
  expect(people.every(person => person.privileged === null)).toBe(true);
  expect(JSON.parse(counts[0].counts)).toMatchObject({
    roles: { active: 'no-permission', eligible: 'no-permission' },
    privileged: null,
  });
});
