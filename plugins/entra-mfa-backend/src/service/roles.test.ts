import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import { testRules, type TestSync } from '../__testUtils__/TestSync';
import {
  directorySynchronization,
  globalAdministrator,
} from '../assess/roles/privilegedRoles';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

// What it decides knows no database; the SQL behind it is tested on both elsewhere.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const reportsReader = '4a5d8f65-41da-4de4-8968-e035b65339cf';
const group = 'aaaaaaaa-0000-4000-8000-000000000001';
const app = 'bbbbbbbb-0000-4000-8000-000000000001';

let ids = 0;
const role = (principalId: string, roleDefinitionId: string) => {
  ids += 1;
  return {
    id: `r${ids}`,
    principalId,
    roleDefinitionId,
    directoryScopeId: '/',
  };
};

/**
 * 1 is a Global Administrator twice over, 3 reads reports, 5 is disabled and eligible, 8 and 1 are in
 * the group that is Helpdesk Administrator, 10 is a synchronisation account; an app holds a role too.
 */
function giveRoles({ source }: TestSync): void {
  source.pages['role-assignments'] = [
    [
      role(objectId(1).toUpperCase(), globalAdministrator),
      role(objectId(3), reportsReader),
    ],
    [
      role(group, helpdesk),
      role(app, globalAdministrator),
      role(objectId(10), directorySynchronization),
    ],
  ];
  source.pages['role-eligibility'] = [
    [role(objectId(1), globalAdministrator), role(objectId(5), helpdesk)],
  ];
  source.eachPages = {
    [group]: [[{ id: objectId(8) }], [{ id: objectId(1) }]],
  };
  source.eachOf['role-groups'] = {
    [group]: [[{ id: group, displayName: 'Operators' }]],
  };
}

/** Lets Graph refuse a data set from now on. */
function refuse(
  { source }: TestSync,
  refused: Record<string, [number, string]>,
) {
  source.before = dataSet => {
    const answer = refused[dataSet];
    if (answer) {
      throw new GraphRequestError(answer[0], answer[1], null, false);
    }
  };
}

const noPermission: [number, string] = [403, 'Authorization_RequestDenied'];
const noLicence: Record<string, [number, string]> = {
  'role-eligibility': [400, 'AadPremiumLicenseRequired'],
  'role-group-eligibility': [400, 'AadPremiumLicenseRequired'],
};

describe.each(databases.eachSupportedId())('roles on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    sync = await createTestTenant(knex);
    giveRoles(sync);
    api = await startTestApi(sync);
  });
  afterEach(() => api.stop());

  const privileged = async (value: boolean) => {
    const { body } = await api.get(`/people?privileged=${value}`);
    return body.items
      .map(({ id }: { id: string }) => Number(id.slice(-2)))
      .sort((a: number, b: number) => a - b);
  };
  const overview = async () => (await api.get('/overview')).body;
  const person = async (number: number, query = '') =>
    (await api.get(`/people/${tenantId}/${objectId(number)}${query}`)).body;

  it('tells who is privileged, active or eligible, also through a group, each once', async () => {
    await sync.run();
    expect(await privileged(true)).toEqual([1, 5, 8]);
    const { privileged: line, roles, freshness } = await overview();
    expect(line).toMatchObject({
      people: 2,
      coverage: { covered: 1, uncovered: 1 },
      disabledWithRole: 1,
    });
    expect(roles).toEqual({
      active: 'read',
      eligible: 'read',
      groups: 'read',
      groupEligibility: 'read',
    });
    expect(line.coverage.met).toBe(false);
    expect(freshness.health).toBe('healthy');
    const { body } = await api.get('/people');
    expect(body.items[0].privileged).toBe(true);
  });

  it('lists who is disabled and holds a role', async () => {
    await sync.run();
    const { body } = await api.get('/people?mark=disabled-with-role');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
      objectId(5),
    ]);
  });

  it('leaves an account of directory synchronisation out by its role', async () => {
    await sync.run();
    const { person: account, explanation } = await person(10);
    expect(account).toMatchObject({ state: 'out-of-scope', reason: 'sync' });
    expect(
      explanation.find(
        ({ outcome }: { outcome: string }) => outcome === 'decided',
      ),
    ).toMatchObject({ rule: 'sync', facts: { holdsSyncRole: true } });
  });

  it('shows the roles behind a person, as they were at that time', async () => {
    await sync.run();
    const { roles, records } = await person(1);
    const own = { name: 'Global Administrator', privileged: true, group: null };
    expect(roles).toMatchObject({
      active: [own, { name: 'Helpdesk Administrator', group }],
      eligible: [own],
      groupsKnown: true,
    });
    const dataSets = records.map(({ dataSet }: { dataSet: string }) => dataSet);
    expect(dataSets).toEqual(
      expect.arrayContaining(['role-assignments', 'role-group-members']),
    );

    const then = sync.now.toISOString();
    sync.source.pages['role-assignments'] = [
      [role(objectId(12), globalAdministrator)],
    ];
    sync.source.pages['role-eligibility'] = [[]];
    await sync.run();
    expect((await person(1)).roles).toMatchObject({ active: [], eligible: [] });
    expect((await person(1)).person.privileged).toBe(false);
    const past = await person(1, `?at=${then}`);
    expect(past.person.privileged).toBe(true);
    expect(past.roles).toEqual(roles);
  });

  it('knows nothing of anybody without the permission, says what to do, and goes on', async () => {
    refuse(sync, {
      'role-assignments': noPermission,
      'role-eligibility': noPermission,
    });
    await sync.run();
    expect(await privileged(true)).toEqual([]);
    expect(await privileged(false)).toEqual([]);
    const { privileged: line, roles, freshness, counts } = await overview();
    expect(line).toBeNull();
    expect(counts.coverage.covered).toBeGreaterThan(0);
    expect(roles).toMatchObject({ active: 'no-permission' });
    expect(freshness.problems).toContainEqual(
      expect.objectContaining({
        code: 'no-permission',
        dataSet: 'role-assignments',
        message: expect.stringContaining('RoleManagement.Read.Directory'),
      }),
    );
    expect((await person(1)).roles).toMatchObject({
      active: null,
      eligible: null,
    });
  });

  it('knows that nobody is eligible in a tenant without P2, and is well', async () => {
    refuse(sync, noLicence);
    await sync.run();
    expect(await privileged(true)).toEqual([1, 8]);
    expect(await privileged(false)).toEqual([2, 3, 4, 5, 6, 7, 10, 11, 12]);
    const { roles, freshness, privileged: line } = await overview();
    expect(roles).toEqual({
      active: 'read',
      eligible: 'no-licence',
      groups: 'read',
      groupEligibility: 'no-licence',
    });
    expect(line).toMatchObject({ people: 2, coverage: { met: false } });
    expect(await person(1)).toMatchObject({
      person: { privileged: true },
      roles: { eligible: [], groupEligibilityKnown: true },
    });
    expect(freshness).toMatchObject({ health: 'healthy', problems: [] });
    const { collectors } = await sync.lastRun();
    expect(
      collectors.find(({ data_set }) => data_set === 'role-eligibility'),
    ).toMatchObject({
      outcome: 'skipped',
      problem: expect.stringContaining('P2'),
    });
  });

  it('uses nothing of eligible roles any more once the licence is gone, and finds them again', async () => {
    await sync.run();
    const then = sync.now.toISOString();
    refuse(sync, noLicence);
    await sync.run();
    expect(await privileged(true)).toEqual([1, 8]);
    expect((await person(5)).roles.eligible).toEqual([]);
    expect((await person(5, `?at=${then}`)).roles.eligible).toHaveLength(1);
    sync.source.before = () => {};
    await sync.run();
    expect(await privileged(true)).toEqual([1, 5, 8]);
  });

  it.each([
    ['eec0eb4f-6444-4f95-aba0-50c24d67f998', 'P2'],
    ['e866a266-3cff-43a3-acca-0c90a7e00c8b', 'Governance'],
  ])(
    'does not believe a refusal where the plan %s (%s) says otherwise',
    async servicePlanId => {
      sync.source.pages.organization = [
        [
          {
            id: tenantId,
            displayName: 'Contoso',
            assignedPlans: [{ capabilityStatus: 'Enabled', servicePlanId }],
          },
        ],
      ];
      refuse(sync, noLicence);
      await sync.run();
      expect(await privileged(true)).toEqual([1, 8]);
      expect(await privileged(false)).toEqual([]);
      const { roles, freshness, privileged: line } = await overview();
      expect(roles).toMatchObject({
        eligible: 'not-read',
        groupEligibility: 'not-read',
      });
      expect(line.coverage.met).toBeNull();
      expect(freshness.problems).toContainEqual(
        expect.objectContaining({ code: 'licence-check-failed' }),
      );
    },
  );

  it('does not believe a refusal while the plans of the tenant are not known', async () => {
    refuse(sync, {
      ...noLicence,
      organization: [503, 'serviceNotAvailable'],
    });
    await sync.run();
    expect(await privileged(false)).toEqual([]);
    expect((await overview()).roles).toMatchObject({ eligible: 'not-read' });
  });

  it.each([
    ['role-group-members', [1, 5]],
    ['role-group-eligibility', [1, 5, 8]],
    ['role-eligibility', [1, 8]],
  ])(
    'does not know who else is privileged while %s cannot be read, and no target is met then',
    async (dataSet, known) => {
      register(sync, 8);
      refuse(sync, { [dataSet]: noPermission });
      await sync.run();
      expect(await privileged(true)).toEqual(known);
      expect(await privileged(false)).toEqual([]);
      const { coverage } = (await overview()).privileged;
      expect(coverage).toMatchObject({ permille: 1000, met: null });
      sync.source.before = () => {};
      await sync.run();
      expect((await overview()).privileged.coverage.met).toBe(true);
    },
  );

  it('forgets eligible roles when their permission alone is lost', async () => {
    await sync.run();
    refuse(sync, { 'role-eligibility': noPermission });
    await sync.run();
    expect(await privileged(true)).toEqual([1, 8]);
    expect(await privileged(false)).toEqual([]);
    const { roles } = await overview();
    expect(roles).toMatchObject({ active: 'read', eligible: 'no-permission' });
  });

  describe('PIM for Groups', () => {
    const eligible = (number: number | string, accessId = 'member') => ({
      id: `${number} ${accessId}`,
      principalId: typeof number === 'number' ? objectId(number) : number,
      groupId: group,
      accessId,
      memberType: 'Direct',
    });
    const giveEligible = (...rows: ReturnType<typeof eligible>[]) => {
      sync.source.eachOf['role-group-eligibility'] = { [group]: [rows] };
    };

    it('says on the page of a person, too, that a group in a group was not asked for yet', async () => {
      const nested = 'aaaaaaaa-0000-4000-8000-000000000002';
      const [members] = sync.source.eachPages[group];
      sync.source.eachPages[group] = [
        [...members, { '@odata.type': '#microsoft.graph.group', id: nested }],
      ];
      sync.source.eachPages[nested] = [[]];
      const told = async () => {
        const { person: who, roles } = await person(2);
        return [who.privileged, roles.groupEligibilityKnown];
      };
      await sync.run();
      expect(await told()).toEqual([null, false]);
      await sync.run();
      expect(await told()).toEqual([false, true]);
    });

    it('takes who can become a member of a group for who can activate what it holds', async () => {
      giveEligible(eligible(2), eligible(3, 'owner'));
      await sync.run();
      expect(await privileged(true)).toEqual([1, 2, 5, 8]);
      expect((await overview()).privileged.coverage).toMatchObject({
        covered: 1,
        uncovered: 2,
      });
      const { roles, records } = await person(2);
      expect(roles).toMatchObject({
        active: [],
        eligible: [
          {
            name: 'Helpdesk Administrator',
            privileged: true,
            group,
            groupName: 'Operators',
            membership: 'eligible',
          },
        ],
      });
      expect(records).toContainEqual(
        expect.objectContaining({ dataSet: 'role-group-eligibility' }),
      );
      // An owner manages the members, and has nothing of what the group holds.
      expect((await person(3)).roles.eligible).toEqual([]);
    });

    it('knows it too while eligible roles cannot be read, and that there may be more', async () => {
      giveEligible(eligible(2));
      refuse(sync, { 'role-eligibility': noPermission });
      await sync.run();
      expect(await privileged(true)).toEqual([1, 2, 8]);
      expect(await privileged(false)).toEqual([]);
      expect((await person(2)).roles).toMatchObject({
        eligible: [{ group, membership: 'eligible' }],
        eligibleInPart: true,
      });
      expect((await person(3)).roles).toMatchObject({ eligible: null });
    });

    it('takes a group that can become a member apart into its members', async () => {
      const inner = 'aaaaaaaa-0000-4000-8000-000000000002';
      giveEligible(eligible(inner));
      sync.source.eachPages[inner] = [[{ id: objectId(7) }]];
      sync.source.eachOf['role-group-eligibility']![inner] = [
        [
          { ...eligible(6), groupId: inner },
          { ...eligible(group), groupId: inner },
        ],
      ];
      await sync.run();
      expect(await privileged(true)).toEqual([1, 5, 6, 7, 8]);
      for (const number of [6, 7]) {
        const { roles } = await person(number);
        expect([roles.active, roles.eligible]).toMatchObject([
          [],
          [{ group, membership: 'eligible' }],
        ]);
      }
    });

    it('has nothing to ask where no group holds a role, so that nobody is unknown', async () => {
      sync.source.pages['role-assignments'] = [
        [role(objectId(1), globalAdministrator)],
      ];
      refuse(sync, { 'role-group-eligibility': noPermission });
      await sync.run();
      expect(await privileged(false)).toEqual([2, 3, 4, 6, 7, 8, 10, 11, 12]);
      expect((await overview()).freshness.problems).toEqual([]);
    });

    it('forgets who could become a member when the permission is lost', async () => {
      giveEligible(eligible(2));
      await sync.run();
      expect(await privileged(true)).toEqual([1, 2, 5, 8]);
      refuse(sync, { 'role-group-eligibility': noPermission });
      await sync.run();
      expect(await privileged(true)).toEqual([1, 5, 8]);
      expect(await privileged(false)).toEqual([]);
    });

    it('names the permission that is missing', async () => {
      refuse(sync, { 'role-group-eligibility': noPermission });
      await sync.run();
      const { roles, freshness } = await overview();
      expect(roles.groupEligibility).toBe('no-permission');
      expect(freshness.problems).toContainEqual(
        expect.objectContaining({
          code: 'no-permission',
          message: expect.stringContaining(
            'PrivilegedEligibilitySchedule.Read.AzureADGroup',
          ),
        }),
      );
    });

    it.each<[number, string]>([
      [404, 'ResourceNotFound'],
      [400, 'BadRequest'],
    ])(
      'does not take a group of which Graph knows nothing (%i) for one without eligible members',
      async (status, code) => {
        refuse(sync, { 'role-group-eligibility': [status, code] });
        await sync.run();
        expect(await privileged(true)).toEqual([1, 5, 8]);
        expect(await privileged(false)).toEqual([]);
        const { roles, privileged: line } = await overview();
        expect(roles.groupEligibility).toBe('not-read');
        expect(line.coverage.met).toBeNull();
      },
    );

    it('cares nothing for an app of which Graph knows no members', async () => {
      sync.source.pages['role-assignments'] = [
        [role(app, globalAdministrator)],
      ];
      refuse(sync, { 'role-group-eligibility': [404, 'ResourceNotFound'] });
      await sync.run();
      expect(await privileged(false)).toHaveLength(9);
      expect((await overview()).roles.groupEligibility).toBe('read');
    });
  });

  describe('names', () => {
    const custom = 'c0570de0-0000-4000-8000-000000000001';
    const named = (id: string, displayName: string, isBuiltIn = true) => ({
      id,
      displayName,
      isBuiltIn,
    });

    it('are those of the tenant at the time, of custom roles and of groups too', async () => {
      sync.source.pages['role-definitions'] = [
        [
          named(reportsReader, 'Reports Reader'),
          named(custom, 'Read tickets', false),
        ],
        [named(helpdesk.toUpperCase(), 'Helpdesk')],
      ];
      sync.source.pages['role-assignments']![0].push(role(objectId(3), custom));
      await sync.run();
      const then = sync.now.toISOString();
      expect((await person(3)).roles.active).toMatchObject([
        { name: 'Read tickets', privileged: false },
        { name: 'Reports Reader', privileged: false },
      ]);
      expect((await person(8)).roles.active).toMatchObject([
        { name: 'Helpdesk', privileged: true, groupName: 'Operators' },
      ]);

      sync.source.pages['role-definitions'] = [
        [named(custom, 'Read all tickets', false)],
      ];
      sync.source.eachOf['role-groups'] = {
        [group]: [[{ id: group, displayName: 'Desk' }]],
      };
      await sync.run();
      expect((await person(3)).roles.active).toMatchObject([
        { name: 'Read all tickets' },
        // Neither the tenant nor Microsoft's list of privileged roles tells any more.
        { name: null, id: reportsReader },
      ]);
      expect((await person(8)).roles.active).toMatchObject([
        { name: 'Helpdesk Administrator', groupName: 'Desk' },
      ]);
      expect((await person(8, `?at=${then}`)).roles.active).toMatchObject([
        { name: 'Helpdesk', groupName: 'Operators' },
      ]);
    });

    it('are missed by nothing where they cannot be read', async () => {
      refuse(sync, {
        'role-definitions': noPermission,
        'role-groups': [503, 'serviceNotAvailable'],
      });
      await sync.run();
      expect(await privileged(true)).toEqual([1, 5, 8]);
      const { freshness, privileged: line } = await overview();
      expect(freshness).toMatchObject({ health: 'healthy', problems: [] });
      expect(line.coverage.met).toBe(false);
      expect((await person(8)).roles.active).toMatchObject([
        { name: 'Helpdesk Administrator', group, groupName: null },
      ]);
    });
  });

  it('takes a role for privileged that the configuration adds', async () => {
    expect((await overview()).privilegedRoles).toBeNull();
    await sync.run();
    expect((await overview()).privilegedRoles).toEqual({
      asOf: '2026-09-24',
      builtIn: 35,
      added: 0,
    });
    await sync.run({
      rules: { ...testRules, privilegedRoles: [reportsReader] },
    });
    expect(await privileged(true)).toEqual([1, 3, 5, 8]);
    expect((await overview()).privilegedRoles.added).toBe(1);
    expect((await person(3)).roles.active).toMatchObject([
      { id: reportsReader, privileged: true },
    ]);
  });

  it('forgets roles when the permission is lost, and finds them again', async () => {
    await sync.run();
    refuse(sync, {
      'role-assignments': noPermission,
      'role-eligibility': noPermission,
    });
    await sync.run();
    expect(await privileged(true)).toEqual([]);
    expect((await overview()).privileged).toBeNull();
    sync.source.before = () => {};
    await sync.run();
    expect(await privileged(true)).toEqual([1, 5, 8]);
  });

  it('keeps what it knows while a read merely fails', async () => {
    await sync.run();
    refuse(sync, { 'role-assignments': [503, 'serviceNotAvailable'] });
    await sync.run();
    expect(await privileged(true)).toEqual([1, 5, 8]);
  });

  it('goes on in the middle of the groups when a run was stopped', async () => {
    const stop = new AbortController();
    sync.source.before = (dataSet, page) => {
      if (dataSet === 'role-group-members' && page === 2) {
        stop.abort();
        stop.signal.throwIfAborted();
      }
    };
    await expect(sync.run({ signal: stop.signal })).rejects.toThrow();
    sync.source.before = () => {};
    sync.source.asked.length = 0;
    await sync.run();
    expect(await privileged(true)).toEqual([1, 5, 8]);
    const asked = sync.source.asked.filter(page => page.startsWith('role'));
    expect(asked[0]).toBe('role-group-members 2');
  });

  describe('Microsoft’s own count', () => {
    const summary = (totalUserCount: number, userCount: number) => ({
      totalUserCount,
      userRegistrationFeatureCounts: [{ feature: 'mfaCapable', userCount }],
    });

    it('stands beside ours over the same people', async () => {
      sync.source.pages['feature-summary'] = [[summary(10, 6)]];
      await sync.run();
      // 11 people, of whom one is disabled; 1, 3, 6, 11 and guest 4 are capable.
      expect((await overview()).crossCheck).toEqual({
        microsoft: { users: 10, capable: 6 },
        here: { users: 10, capable: 5 },
        difference: 1,
        reason: 'refreshed',
      });
    });

    it('is nothing to worry about where it is refused', async () => {
      refuse(sync, { 'feature-summary': noPermission });
      await sync.run();
      const { crossCheck, freshness } = await overview();
      expect(crossCheck).toBeNull();
      expect(freshness).toMatchObject({ health: 'healthy', problems: [] });
    });
  });
});
