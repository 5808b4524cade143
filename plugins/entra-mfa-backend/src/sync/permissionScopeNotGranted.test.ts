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

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const tenantId = '9632810c-f3ce-4279-9468-4a8946a56bd1';
const people = [1, 2, 3];

/** As role management answers an app without a permission, whatever it says is missing. */
const refusal = {
  endpoint: 'roleEligibility',
  kind: 'status',
  status: 403,
  code: 'UnknownError',
  message: JSON.stringify({
    errorCode: 'PermissionScopeNotGranted',
    message:
      'Authorization failed due to missing permission scope RoleEligibilitySchedule.ReadWrite.Directory,RoleManagement.ReadWrite.Directory.',
    instanceAnnotations: [],
  }),
} as const;

describe.each(databases.eachSupportedId())(
  'a refusal of role management on %s',
  databaseId => {
    let folder: string;
    let test: TestTenant;

    beforeAll(async () => {
      folder = await writeTenantFolder({
        '/organization': [
          {
            id: tenantId,
            displayName: 'Contoso',
            assignedPlans: [
              {
                capabilityStatus: 'Enabled',
                servicePlanId: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
              },
            ],
          },
        ],
        '/users': people.map(number => userRow(number)),
        '/reports/authenticationMethods/userRegistrationDetails': people.map(
          number => reportRow(number),
        ),
        '/roleManagement/directory/roleAssignments': [],
        '/roleManagement/directory/roleEligibilityScheduleInstances': [
          {
            id: 'e1',
            principalId: objectId(1),
            roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10',
            directoryScopeId: '/',
            memberType: 'Direct',
            startDateTime: null,
            endDateTime: null,
          },
        ],
      });
      test = await startTestTenant({
        tenantId,
        tenantDir: folder,
        frozenClock: true,
      });
    });

    afterAll(async () => {
      await test?.stop();
      await rm(folder, { recursive: true });
    });

    it('is told as the missing permission that it is, and old roles are not used', async () => {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex, {
        tenantId,
        clock: test.clock,
        sources: simulatedSources(test),
      });
      const run = async () => {
        test.simulator.clock.advance(24 * 3_600_000);
        await sync.runNow();
        const published = await sync.published();
        const [tenant] = published.counts;
        return {
          privileged: published.people.map(person =>
            person.privileged === null ? null : Boolean(person.privileged),
          ),
          eligible: JSON.parse(tenant.counts).roles.eligible,
        };
      };
      const known = { privileged: [true, false, false], eligible: 'read' };
      const notKnown = {
        privileged: [null, null, null],
        eligible: 'no-permission',
      };
      expect(await run()).toEqual(known);

      test.simulator.faults.set({ rules: [refusal] });
      expect(await run()).toEqual(notKnown);
      expect(await run()).toEqual(notKnown);

      const { state, collectors } = await sync.lastRun();
      expect(state).toBe('published');
      const row = collectors.find(
        ({ data_set }) => data_set === 'role-eligibility',
      )!;
      expect(row.outcome).toBe('skipped');
      expect(JSON.parse(row.problem!)).toMatchObject({
        code: 'no-permission',
        message: expect.stringMatching(
          /^RoleManagement\.Read\.Directory is missing on app /,
        ),
        action: expect.not.stringContaining('proxy'),
      });
      expect(row.problem).not.toContain('ReadWrite');

      test.simulator.faults.clear();
      expect(await run()).toEqual(known);
    });
  },
);
