import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { objectId } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { createTestTenant, tenantId } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';
import {
  directorySynchronization,
  globalAdministrator,
} from '../assess/roles/privilegedRoles';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
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
    return body.items.map(({ id }: { id: string }) => Number(id.slice(-2)));
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
    expect(roles).toEqual({ active: 'read', eligible: 'read', groups: 'read' });
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

  it('does not know who is eligible without P2, never none, and is well', async () => {
    refuse(sync, { 'role-eligibility': [400, 'AadPremiumLicenseRequired'] });
    await sync.run();
    expect(await privileged(true)).toEqual([1, 8]);
    expect(await privileged(false)).toEqual([]);
    const { roles, freshness, privileged: line } = await overview();
    expect(roles).toMatchObject({ active: 'read', eligible: 'no-licence' });
    expect(line.people).toBe(2);
    expect(freshness).toMatchObject({ health: 'healthy', problems: [] });
    const { collectors } = await sync.lastRun();
    expect(
      collectors.find(({ data_set }) => data_set === 'role-eligibility'),
    ).toMatchObject({
      outcome: 'skipped',
      problem: expect.stringContaining('P2'),
    });
  });

  it('does not know who else is privileged while groups cannot be read', async () => {
    refuse(sync, { 'role-group-members': noPermission });
    await sync.run();
    expect(await privileged(true)).toEqual([1, 5]);
    expect(await privileged(false)).toEqual([]);
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
