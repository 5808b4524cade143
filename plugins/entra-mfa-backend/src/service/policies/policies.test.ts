import type { Asked } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { objectId } from '../../__testUtils__/rows';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { GraphRequestError } from '../../graph/errors';

jest.setTimeout(60_000);

// What it decides knows no database; the SQL behind it is tested on both elsewhere.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const first = 'aaaaaaaa-0000-4000-8000-000000000001';
const second = 'aaaaaaaa-0000-4000-8000-000000000002';

const policy = (
  displayName: string,
  users: object,
  { state = 'enabled', apps = ['All'], controls = ['mfa'] } = {},
) => ({
  id: `id of ${displayName}`,
  displayName,
  state,
  conditions: {
    users,
    applications: { includeApplications: apps },
    clientAppTypes: ['all'],
    signInRiskLevels: [],
  },
  grantControls: { operator: 'OR', builtInControls: controls },
});

/**
 * 1, 2 and 10 are in the first group, which is asked; 1 is excluded by name. 3 is asked at some apps. Once everybody is
 * asked, only 6 is not.
 */
function givePolicies({ source }: TestSync): void {
  source.pages['security-defaults'] = [[{ isEnabled: false }]];
  source.pages['conditional-access'] = [
    [
      policy('First', {
        includeGroups: [first.toUpperCase()],
        excludeUsers: [objectId(1)],
      }),
      policy('Some apps', { includeUsers: [objectId(3)] }, { apps: ['x'] }),
    ],
    [
      policy(
        'Everybody',
        { includeUsers: ['All'], excludeUsers: [objectId(6)] },
        { state: 'enabledForReportingButNotEnforced' },
      ),
      policy('Block', { includeUsers: ['All'] }, { controls: ['block'] }),
      policy('Off', { includeUsers: ['All'] }, { state: 'disabled' }),
    ],
  ];
  source.eachOf['policy-group-members'] = {
    [first]: [
      [
        {
          id: objectId(1).toUpperCase(),
          '@odata.type': '#microsoft.graph.user',
        },
        { id: objectId(2) },
      ],
      [
        { id: objectId(10) },
        { id: objectId(8), '@odata.type': '#microsoft.graph.device' },
      ],
    ],
  };
}

function refuse({ source }: TestSync, refused: string, status = 403) {
  source.before = dataSet => {
    if (dataSet === refused) {
      throw new GraphRequestError(status, 'AccessDenied', null, false);
    }
  };
}

describe.each(databases.eachSupportedId())('policies on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    sync = await createTestTenant(knex);
    givePolicies(sync);
    api = await startTestApi(sync);
  });
  afterEach(() => api.stop());

  const marked = async (mark: string) => {
    const { body } = await api.get(
      `/people?mark=${mark}&state=covered,uncovered,unknown,exempt&count=true`,
    );
    const numbers = body.items
      .map(({ id }: { id: string }) => Number(id.slice(-2)))
      .sort((a: number, b: number) => a - b);
    const { counts } = (await api.get('/overview')).body;
    // A number and its list never disagree.
    expect(counts.marks[mark] ?? 0).toBe(numbers.length);
    return numbers;
  };
  const asking = async () => (await api.get('/overview')).body.asking;
  const asked = async (number: number, query = ''): Promise<Asked> =>
    (await api.get(`/people/${tenantId}/${objectId(number)}${query}`)).body
      .asked;

  it('finds who is asked and not registered, who is never asked, and whom a report-only policy would catch', async () => {
    await sync.run();
    expect(await marked('asked-not-registered')).toEqual([2]);
    expect(await marked('never-asked')).toEqual([1, 6, 11]);
    expect(await marked('report-only-asks')).toEqual([8, 12]);
    const { list, ...numbers } = await asking();
    expect(numbers).toEqual({
      securityDefaults: false,
      policies: { total: 5, asking: 2, reportOnly: 1 },
      groupsKnown: true,
    });
    expect(list.map(({ name }: { name: string }) => name)).toEqual([
      'Everybody',
      'First',
      'Some apps',
    ]);
    expect(list[1]).toMatchObject({
      reportOnly: false,
      include: { everybody: false, groups: 1 },
      exclude: { users: 1, groups: 0 },
      limits: [],
    });
    expect(list[2].limits).toEqual(['apps']);
  });

  it('says what a strength demands, and whether what somebody has registered is enough', async () => {
    const strong = policy('Strong', { includeUsers: ['All'] });
    const { grantControls } = strong;
    const authenticationStrength = { id: 'S4', displayName: 'Keys' };
    sync.source.pages['conditional-access'] = [
      [
        {
          ...strong,
          grantControls: { ...grantControls, authenticationStrength },
        },
      ],
    ];
    const strengths = (allowedCombinations: string[]) => {
      sync.source.pages['authentication-strengths'] = [
        [{ id: 's4', policyType: 'builtIn', allowedCombinations }],
      ];
    };
    const states = async () => (await sync.published()).states;
    const told = async (number: number) => {
      const [one] = (await asked(number)).policies!;
      return [one.strength, one.strengthDemands, one.satisfied];
    };
    refuse(sync, 'authentication-strengths');
    await sync.run();
    const before = await states();
    expect(await told(1)).toEqual(['Keys', null, null]);
    expect((await asking()).list[0].strengthMethods).toBeNull();

    sync.source.before = () => {};
    strengths(['fido2', 'password,microsoftAuthenticatorPush']);
    await sync.run();
    // 1 has an app, 2 has nothing, 6 has a phone, and of 7 there is no row.
    const demands = ['Keys', 'any-mfa'];
    expect(await told(1)).toEqual([...demands, true]);
    expect(await told(2)).toEqual([...demands, false]);
    expect(await told(6)).toEqual([...demands, false]);
    expect(await told(7)).toEqual([...demands, null]);
    expect((await asking()).list[0]).toMatchObject({
      strengthDemands: 'any-mfa',
      strengthMethods: ['fido2', 'microsoftAuthenticatorPush'],
    });
    expect(await states()).toEqual(before);

    strengths(['fido2']);
    await sync.run();
    expect(await told(1)).toEqual([...demands, true]);
    await sync.letPass(23 * 3_600_000);
    await sync.run();
    expect(await told(1)).toEqual(['Keys', 'phishing-resistant', false]);
  });

  it('reads the members of no group that only policies name that are off', async () => {
    sync.source.pages['conditional-access']![1].push(
      policy(
        'Off, by a group',
        { includeGroups: [second] },
        { state: 'disabled' },
      ),
    );
    sync.source.eachOf['policy-group-members']![second] = [
      [{ id: objectId(8) }],
    ];
    await sync.run();
    const pages = sync.source.asked.filter(page =>
      page.startsWith('policy-group-members'),
    );
    expect(pages).toEqual(['policy-group-members 1', 'policy-group-members 2']);
  });

  it('says of a person which policies ask them, as it was then too', async () => {
    await sync.run();
    const then = sync.now.toISOString();
    sync.source.eachOf['policy-group-members'] = { [first]: [[]] };
    await sync.run();
    expect(await asked(2)).toMatchObject({
      now: 'never',
      withReportOnly: 'always',
      policies: [{ name: 'Everybody', applies: true, reportOnly: true }],
    });
    expect(await marked('asked-not-registered')).toEqual([]);
    expect(await asked(2, `?at=${then}`)).toMatchObject({
      now: 'always',
      securityDefaults: false,
    });
    const before = await asked(1, `?at=${then}`);
    expect(before.now).toBe('never');
    expect(before.policies).toContainEqual(
      expect.objectContaining({ name: 'First', excluded: true }),
    );
    expect((await asked(3)).now).toBe('sometimes');
  });

  it('takes everybody as asked where security defaults are on', async () => {
    sync.source.pages['security-defaults'] = [[{ isEnabled: true }]];
    sync.source.pages['conditional-access'] = [[]];
    await sync.run();
    expect(await marked('asked-not-registered')).toEqual([2, 8, 12]);
    expect(await marked('never-asked')).toEqual([]);
    expect((await asked(2)).securityDefaults).toBe(true);
  });

  it.each(['conditional-access', 'security-defaults'])(
    'knows nobody as asked or never asked once %s is refused, and is healthy',
    async dataSet => {
      await sync.run();
      refuse(sync, dataSet);
      await sync.run();
      expect(await marked('asked-not-registered')).toEqual([]);
      expect(await marked('never-asked')).toEqual([]);
      expect((await asked(2)).now).toBeNull();
      const { body } = await api.get('/overview');
      expect(body.freshness.problems).toEqual([]);
    },
  );

  it('has nothing to say where no policy is read', async () => {
    sync.source.before = dataSet => {
      if (dataSet === 'conditional-access' || dataSet === 'security-defaults') {
        throw new GraphRequestError(403, 'AccessDenied', null, false);
      }
    };
    await sync.run();
    expect(await asking()).toBeNull();
    expect(await asked(2)).toBeNull();
  });

  it('does not take a group whose members were never read for one without members', async () => {
    await sync.run();
    sync.source.pages['conditional-access'] = [
      [policy('Second', { includeGroups: [second] })],
    ];
    sync.source.eachOf['policy-group-members'] = {
      [second]: [[{ id: objectId(8) }]],
    };
    refuse(sync, 'policy-group-members', 500);
    await sync.run();
    expect((await asking()).groupsKnown).toBe(false);
    expect((await asked(8)).now).toBeNull();
    expect(await marked('never-asked')).toEqual([]);
    sync.source.before = () => {};
    await sync.run();
    expect(await marked('asked-not-registered')).toEqual([8]);
    expect(await marked('never-asked')).toEqual([1, 3, 6, 10, 11]);
  });

  it.each(['owner', 'self', 'countsOnly'] as const)(
    'tells %s numbers, and names no policy',
    async caller => {
      await sync.run();
      const { body } = await api.get('/overview', caller);
      expect(body.asking.policies).toEqual({
        total: 5,
        asking: 2,
        reportOnly: 1,
      });
      expect(body.asking.list).toBeUndefined();
    },
  );

  it('tells a person whether they are asked, and not by which policy', async () => {
    await sync.run();
    const { body } = await api.get(
      `/people/${tenantId}/${objectId(2)}`,
      'self',
    );
    expect(body.asked).toEqual({
      now: 'always',
      withReportOnly: 'always',
      securityDefaults: false,
    });
  });

  describe('the methods policy', () => {
    const target = (id: string) => ({ id, targetType: 'group' });
    const method = (id: string, ...targets: string[]) => ({
      id,
      state: targets.length > 0 ? 'enabled' : 'disabled',
      includeTargets: targets.map(target),
      excludeTargets: [],
    });
    const give = (...methods: object[]) => {
      sync.source.pages['authentication-methods'] = [
        [
          {
            policyMigrationState: 'migrationComplete',
            authenticationMethodConfigurations: methods,
          },
        ],
      ];
    };
    const allowed = async (number: number, caller?: 'self') =>
      (await api.get(`/people/${tenantId}/${objectId(number)}`, caller)).body
        .allowedMethods;

    beforeEach(() => {
      sync.source.eachOf['policy-group-members']![second] = [
        [{ id: objectId(10) }],
      ];
    });

    it('says why somebody has registered and is not capable, and changes nobody’s state', async () => {
      await sync.run();
      const { counts } = (await api.get('/overview')).body;
      expect(await allowed(10)).toBeNull();
      give(method('MicrosoftAuthenticator'), method('SoftwareOath'));
      await sync.run();
      expect(await allowed(10)).toEqual({
        migration: 'complete',
        methods: [
          { method: 'microsoftAuthenticatorPush', verdict: 'not-allowed' },
        ],
        isWhyNotCapable: true,
      });
      expect((await api.get('/overview')).body.counts).toEqual(counts);
    });

    it('knows whom a group allows it, once its members are read', async () => {
      give(method('MicrosoftAuthenticator', second));
      refuse(sync, 'policy-group-members', 500);
      await sync.run();
      expect((await allowed(10)).methods[0].verdict).toBe('not-known');
      sync.source.before = () => {};
      await sync.run();
      expect((await allowed(10)).methods[0].verdict).toBe('allowed');
    });

    it('is listed for who sees everybody, and for nobody else', async () => {
      give(
        method('Sms'),
        method('MicrosoftAuthenticator', 'all_users', second),
      );
      await sync.run();
      const { methodsPolicy } = (await api.get('/overview')).body;
      expect(methodsPolicy).toMatchObject({
        migration: 'complete',
        campaign: null,
        groupsKnown: true,
        methods: [
          {
            id: 'MicrosoftAuthenticator',
            enabled: true,
            include: { everybody: true, groups: 1, users: 0 },
          },
          { id: 'Sms', enabled: false },
        ],
      });
      for (const caller of ['owner', 'self', 'countsOnly'] as const) {
        const { body } = await api.get('/overview', caller);
        expect(body.methodsPolicy).toBeNull();
      }
    });
  });
});
