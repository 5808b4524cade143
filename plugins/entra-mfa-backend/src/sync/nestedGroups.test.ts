import { rm } from 'node:fs/promises';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId, reportRow, userRow } from '../__testUtils__/rows';
import { simulatedSources } from '../__testUtils__/simulatedSources';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { writeTenantFolder } from '../__testUtils__/writeTenantFolder';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const tenantId = '9632810c-f3ce-4279-9468-4a8946a56bd1';
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const plans = {
  P1: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  P2: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
};
const [nested, eligible, withRole] = [1, 2, 3].map(
  number => `aaaaaaaa-0000-4000-8000-00000000000${number}`,
);
const user = (number: number) => ({
  '@odata.type': '#microsoft.graph.user',
  id: objectId(number),
});
const group = (id: string) => ({ '@odata.type': '#microsoft.graph.group', id });
const device = { '@odata.type': '#microsoft.graph.device', id: 'device' };
const canJoin = (groupId: string, principalId: string) => ({
  id: `${groupId}_${principalId}`,
  principalId,
  groupId,
  accessId: 'member',
  memberType: 'direct',
});

/** Person 2, who has not registered, can become a member of the nested group. */
const tenants = {
  'a group that can become a member': {
    members: { [withRole]: [user(1), device], [eligible]: [group(nested)] },
    eligible: [canJoin(withRole, eligible), canJoin(nested, objectId(2))],
  },
  'a group that is a member': {
    members: { [withRole]: [user(1), group(nested)], [eligible]: [] },
    eligible: [canJoin(nested, objectId(2))],
  },
};

describe.each(databases.eachSupportedId())(
  'groups in groups on %s',
  databaseId => {
    let folder: string;
    let test: TestTenant;

    async function start(
      { members, eligible: instances }: (typeof tenants)[keyof typeof tenants],
      plan: keyof typeof plans,
    ) {
      folder = await writeTenantFolder({
        '/organization': [
          {
            id: tenantId,
            displayName: 'Contoso',
            assignedPlans: [
              { capabilityStatus: 'Enabled', servicePlanId: plans[plan] },
            ],
          },
        ],
        '/users': [1, 2, 3].map(number => userRow(number)),
        '/reports/authenticationMethods/userRegistrationDetails': [1, 2, 3].map(
          number => reportRow(number, number !== 2),
        ),
        '/roleManagement/directory/roleAssignments': [
          {
            id: 'r1',
            principalId: withRole,
            roleDefinitionId: globalAdministrator,
            directoryScopeId: '/',
          },
        ],
        '/roleManagement/directory/roleEligibilityScheduleInstances': [],
        '/roleManagement/directory/roleDefinitions': [],
        '/groups': [withRole, eligible, nested].map(id => ({
          ...group(id),
          displayName: id,
        })),
        [`/groups/${withRole}/transitiveMembers`]: members[withRole],
        [`/groups/${eligible}/transitiveMembers`]: members[eligible],
        [`/groups/${nested}/transitiveMembers`]: [],
        '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances':
          instances,
      });
      test = await startTestTenant({
        tenantId,
        tenantDir: folder,
        frozenClock: true,
      });
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex, {
        tenantId,
        clock: test.clock,
        sources: simulatedSources(test),
      });
      return async () => {
        test.simulator.clock.advance(24 * 3_600_000);
        await sync.runNow();
        const { people, counts } = await sync.published();
        const { privileged } = JSON.parse(counts[0].counts);
        return {
          privileged: people.map(person =>
            person.privileged === null ? null : Boolean(person.privileged),
          ),
          counted: privileged.people,
        };
      };
    }

    afterEach(async () => {
      await test?.stop();
      await rm(folder, { recursive: true });
    });

    it.each(Object.entries(tenants))(
      'are asked who can become a member, and until then it is not known: %s',
      async (_, tenant) => {
        const run = await start(tenant, 'P2');
        expect(await run()).toMatchObject({ privileged: [true, null, null] });
        expect(await run()).toEqual({
          privileged: [true, true, false],
          counted: 2,
        });
        expect(await run()).toMatchObject({ privileged: [true, true, false] });
      },
    );

    it('leave nothing unknown where the tenant has no eligible members', async () => {
      const run = await start(tenants['a group that is a member'], 'P1');
      test.simulator.faults.set({
        rules: [
          {
            endpoint: 'groupEligibility',
            kind: 'status',
            status: 400,
            code: 'AadPremiumLicenseRequired',
          },
        ],
      });
      expect(await run()).toEqual({
        privileged: [true, false, false],
        counted: 1,
      });
    });
  },
);
