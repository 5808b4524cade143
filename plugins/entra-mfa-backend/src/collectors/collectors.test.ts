import {
  dataSets,
  type ProblemCode,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import {
  collectors,
  everyCollector,
  InvalidRowError,
  isExpected,
  permissionTable,
  recordsOf,
} from '.';
import { pairKey } from './entityRow';
import { authenticationMethods } from './authenticationMethods';
import { collectorsFor } from './collectorsFor';
import { conditionalAccess } from './conditionalAccess';
import { devices, NO_OWNER } from './devices';
import { featureSummary } from './featureSummary';
import { organization } from './organization';
import { peopleCount } from './peopleCount';
import { registrations } from './registrations';
import { roleAssignments } from './roleAssignments';
import { roleDefinitions } from './roleDefinitions';
import { roleEligibility } from './roleEligibility';
import { roleGroupEligibility } from './roleGroupEligibility';
import { roleGroupMembers } from './roleGroupMembers';
import { roleGroups } from './roleGroups';
import { signInActivity } from './signInActivity';
import { countDataSets, eventDataSets } from '../store/run/eventRecords';
import type { Collector, DataSetId } from './types';
import { userMethods } from './userMethods';
import { users } from './users';

const reportRow = {
  id: '8169C097-e5c5-4022-b0db-c8d23498a7b6',
  userPrincipalName: 'ada.lindqvist@contoso.com',
  userDisplayName: 'Ada Lindqvist',
  userType: 'member',
  isAdmin: false,
  isSsprRegistered: true,
  isSsprEnabled: true,
  isSsprCapable: true,
  isMfaRegistered: true,
  isMfaCapable: true,
  isPasswordlessCapable: false,
  methodsRegistered: ['softwareOneTimePasscode', 'microsoftAuthenticatorPush'],
  isSystemPreferredAuthenticationMethodEnabled: true,
  systemPreferredAuthenticationMethods: ['push'],
  userPreferredMethodForSecondaryAuthentication: 'push',
  lastUpdatedDateTime: '2026-08-19T03:12:44.1096851Z',
};
const userRow = {
  id: '8169C097-e5c5-4022-b0db-c8d23498a7b6',
  userPrincipalName: 'ada.lindqvist@contoso.com',
};

const bodyOf = (row: object) => recordsOf(registrations, [row])[0].body;

describe('collectors', () => {
  it('are read in their order, and each has an id of its own', () => {
    const ids = collectors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe('organization');
    // What is asked for who has not registered comes after the report that says so.
    expect(ids.slice(-2)).toEqual(['registrations', 'mailbox-purpose']);
  });

  it('list their permissions for the documentation', () => {
    const lines = permissionTable(everyCollector).split('\n');
    expect(lines.slice(2).map(line => line.split(' | ')[0])).toEqual([
      '| `User.Read.All`',
      '| `User-LifeCycleInfo.Read.All`',
      '| `RoleManagement.Read.Directory`',
      '| `GroupMember.Read.All`',
      '| `PrivilegedEligibilitySchedule.Read.AzureADGroup`',
      '| `Policy.Read.All`',
      '| `IdentityRiskyUser.Read.All`',
      '| `IdentityRiskEvent.Read.All`',
      '| `AuditLog.Read.All`',
      '| `Device.Read.All`',
      '| `MailboxSettings.Read`',
      '| `UserAuthenticationMethod.Read.All`',
    ]);
    expect(lines[10]).toContain('Microsoft Entra ID P1 or P2');
  });

  it('keep events by person and time, so that they can be forgotten', () => {
    const events = collectors.filter(collector => collector.events);
    expect(new Set(events.map(({ id }) => id))).toEqual(new Set(eventDataSets));
    const counted = collectors.filter(collector => collector.counted);
    expect(counted.map(({ id }) => id)).toEqual(countDataSets);
  });

  it('never ask for a phone number, and for sign-ins only where that is chosen', () => {
    const asked = (list: readonly Collector[]) =>
      JSON.stringify(list.map(({ query }) => query));
    expect(asked(collectors)).not.toMatch(/phone/i);
    const reads = {
      services: { tierAnnotation: 'entra-mfa/tier' },
      scope: { properties: [], groups: true },
    };
    expect(asked(collectorsFor(reads))).not.toContain('signInActivity');
    expect(asked(collectorsFor({ ...reads, signInActivity: true }))).toContain(
      'signInActivity',
    );
  });
});

describe('registrations', () => {
  it('keeps what Microsoft reported, under the object id', () => {
    expect(recordsOf(registrations, [reportRow])).toMatchInlineSnapshot(`
      [
        {
          "body": {
            "isAdmin": false,
            "isMfaCapable": true,
            "isMfaRegistered": true,
            "isPasswordlessCapable": false,
            "isSsprCapable": true,
            "isSsprEnabled": true,
            "isSsprRegistered": true,
            "isSystemPreferredAuthenticationMethodEnabled": true,
            "methodsRegistered": [
              "microsoftAuthenticatorPush",
              "softwareOneTimePasscode",
            ],
            "systemPreferredAuthenticationMethods": [
              "push",
            ],
            "userDisplayName": "Ada Lindqvist",
            "userPreferredMethodForSecondaryAuthentication": "push",
            "userPrincipalName": "ada.lindqvist@contoso.com",
            "userType": "member",
          },
          "key": "8169c097-e5c5-4022-b0db-c8d23498a7b6",
          "refreshedAt": "2026-08-19T03:12:44.1096851Z",
        },
      ]
    `);
  });

  it('gives the same record whatever the order of lists and properties, and whatever is added', () => {
    const expected = JSON.stringify(bodyOf(reportRow));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.keys(reportRow), {
          minLength: Object.keys(reportRow).length,
        }),
        fc.shuffledSubarray(reportRow.methodsRegistered, { minLength: 2 }),
        fc.string(),
        (names, methodsRegistered, added) => {
          const row = Object.fromEntries(
            names.map(name => [name, Reflect.get(reportRow, name)]),
          );
          const body = bodyOf({
            ...row,
            methodsRegistered,
            lastUpdatedDateTime: '2026-09-01T00:00:00Z',
            defaultMfaMethod: added,
          });
          expect(JSON.stringify(body)).toBe(expected);
        },
      ),
    );
  });

  it('takes a method that is named twice for one, as of somebody with two keys', () => {
    const methodsRegistered = ['fido2SecurityKey', 'email', 'fido2SecurityKey'];
    expect(bodyOf({ ...reportRow, methodsRegistered })).toMatchObject({
      methodsRegistered: ['email', 'fido2SecurityKey'],
    });
  });

  it.each(['', null, undefined])(
    'takes %j for no preferred method',
    userPreferredMethodForSecondaryAuthentication => {
      expect(
        bodyOf({ ...reportRow, userPreferredMethodForSecondaryAuthentication }),
      ).toMatchObject({ userPreferredMethodForSecondaryAuthentication: null });
    },
  );

  it.each([
    null,
    undefined,
    '',
    '0001-01-01T00:00:00Z',
    '1900-01-01T00:00:00Z',
    'yesterday',
    1_790_000_000,
  ])('takes %j for never refreshed', lastUpdatedDateTime => {
    const [record] = recordsOf(registrations, [
      { ...reportRow, lastUpdatedDateTime },
    ]);
    expect(record.refreshedAt).toBeUndefined();
  });

  it.each([
    ['id', ''],
    ['id', 42],
    ['id', ['ada@contoso.com']],
  ])('refuses a row whose %s is %j', (property, value) => {
    const reading = () =>
      recordsOf(
        registrations,
        [reportRow, { ...reportRow, [property]: value }],
        1000,
      );
    expect(reading).toThrow(InvalidRowError);
    expect(reading).toThrow(`Row 1001: ${property} should be`);
    expect(reading).not.toThrow('ada');
  });

  it.each([
    ['isMfaRegistered', null],
    ['isMfaCapable', undefined],
    ['methodsRegistered', null],
    ['methodsRegistered', undefined],
    ['methodsRegistered', ['mobilePhone', null]],
    ['isSsprEnabled', undefined],
    ['isPasswordlessCapable', null],
    ['isMfaRegistered', 'true'],
    ['isMfaCapable', 1],
    ['methodsRegistered', 'mobilePhone'],
    ['methodsRegistered', [1]],
    ['methodsRegistered', ['mobilePhone', 1]],
    ['isSsprEnabled', 'true'],
    ['isAdmin', 'x'],
    ['isSystemPreferredAuthenticationMethodEnabled', 'no'],
    ['userType', 2],
  ])('keeps that %s has no value: %j', (property, value) => {
    expect(bodyOf({ ...reportRow, [property]: value })).toMatchObject({
      [property]: null,
    });
  });

  it('takes a method without a name for none', () => {
    expect(
      bodyOf({ ...reportRow, methodsRegistered: ['mobilePhone', ''] }),
    ).toMatchObject({ methodsRegistered: ['mobilePhone'] });
  });

  it('takes a preferred method without a value for none', () => {
    const systemPreferredAuthenticationMethods = ['push', null];
    expect(
      bodyOf({ ...reportRow, systemPreferredAuthenticationMethods }),
    ).toMatchObject({ systemPreferredAuthenticationMethods: ['push'] });
  });

  it.each([null, 'a row', [[]]])('refuses %j as a row', row => {
    expect(() => recordsOf(registrations, [row])).toThrow('Row 1');
  });
});

describe('users', () => {
  it.each([
    [{}, { displayName: userRow.userPrincipalName, type: null }],
    [{ mail: '' }, { mail: null }],
    [{ accountEnabled: null }, { accountEnabled: null }],
    [{ accountEnabled: 'False' }, { accountEnabled: null }],
    [{ createdDateTime: 'soon' }, { createdDateTime: null }],
    [{ employeeHireDate: 42 }, { employeeHireDate: null }],
    [{ employeeHireDate: '0001-01-01T00:00:00Z' }, { employeeHireDate: null }],
    [{ displayName: {} }, { displayName: userRow.userPrincipalName }],
    [{ userType: 'Guest' }, { userType: 'Guest' }],
    [{ userType: ' Guest ' }, { userType: 'Guest' }],
    [{ userType: ' ' }, { userType: null }],
    [{ '@odata.type': '#microsoft.graph.user' }, { type: null }],
    [
      { '@odata.type': '#microsoft.graph.agentUser' },
      { type: '#microsoft.graph.agentUser' },
    ],
  ])('reads %j as %j', (row, body) => {
    expect(recordsOf(users, [{ ...userRow, ...row }])).toMatchObject([
      { key: '8169c097-e5c5-4022-b0db-c8d23498a7b6', body },
    ]);
  });

  it('tells of an account that is synchronised, and leaves all others as they were', () => {
    const bodies = [
      { onPremisesSyncEnabled: true },
      {},
      { onPremisesSyncEnabled: null },
      { onPremisesSyncEnabled: 'x' },
    ].map(row => recordsOf(users, [{ ...userRow, ...row }])[0].body);
    expect(bodies[0]).toHaveProperty('onPremisesSyncEnabled', true);
    expect(bodies[1]).not.toHaveProperty('onPremisesSyncEnabled');
    expect(bodies[2]).toEqual(bodies[1]);
    expect(bodies[3]).toEqual(bodies[1]);
  });
});

describe('roles', () => {
  // As documented by Microsoft.
  const assignment = {
    id: 'TUZt7VAFXphSiNZ-9JM0KpX-XpgP0NSF-1',
    principalId: '349F5594-414d-403b-a56a-c922d9ac9a4d',
    directoryScopeId: '/',
    roleDefinitionId: '62E90394-69f5-4237-9190-012177145e10',
  };
  const eligibility = {
    id: 'vHxXaakFQQbIWS9fGrsJiGe3aTeYUrFr-1',
    principalId: '3f729daf-9870-405e-bdc8-6b12285a4272',
    roleDefinitionId: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
    directoryScopeId: '/',
    appScopeId: null,
    startDateTime: '2026-04-12T14:44:50.287Z',
    endDateTime: '2027-04-10T00:00:00Z',
    memberType: 'Direct',
    roleEligibilityScheduleId: 'b703927b-f234-4fad-916e-18105f208e0d',
  };

  it('are kept under whose they are, in lower case', () => {
    expect(recordsOf(roleAssignments, [assignment])).toEqual([
      {
        key: '349f5594-414d-403b-a56a-c922d9ac9a4d|62e90394-69f5-4237-9190-012177145e10|TUZt7VAFXphSiNZ-9JM0KpX-XpgP0NSF-1',
        body: {
          principalId: '349f5594-414d-403b-a56a-c922d9ac9a4d',
          roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10',
          directoryScopeId: '/',
        },
      },
    ]);
    expect(recordsOf(roleEligibility, [eligibility])).toMatchObject([
      {
        key: expect.stringMatching(/^3f729daf-9870-405e-bdc8-6b12285a4272\|/),
        body: { memberType: 'Direct', endDateTime: '2027-04-10T00:00:00Z' },
      },
    ]);
  });

  it.each(['id', 'principalId', 'roleDefinitionId'])(
    'refuse a row without %s',
    property => {
      for (const [collector, row] of [
        [roleAssignments, assignment],
        [roleEligibility, eligibility],
      ] as [Collector, object][]) {
        expect(() =>
          recordsOf(collector, [{ ...row, [property]: null }]),
        ).toThrow(property);
      }
    },
  );

  it('are not lost for one row with a property of a wrong type that decides nothing', () => {
    const odd = { directoryScopeId: 5, memberType: 3, endDateTime: 7 };
    expect(
      ([roleAssignments, roleEligibility] as Collector[]).flatMap(collector =>
        recordsOf(collector, [{ ...eligibility, ...odd }]),
      ),
    ).toMatchObject([
      { body: { directoryScopeId: null } },
      { body: { directoryScopeId: null } },
    ]);
  });

  it('are held by the members of the group that was asked for', () => {
    expect(
      recordsOf(roleGroupMembers, [
        {
          of: 'AAA',
          row: { id: 'B1', '@odata.type': '#microsoft.graph.user' },
        },
      ]),
    ).toEqual([{ key: 'b1|aaa', body: { memberId: 'b1', groupId: 'aaa' } }]);
  });

  it.each<[string | undefined, object | null]>([
    [undefined, { memberId: 'b1', groupId: 'aaa' }],
    ['user', { memberId: 'b1', groupId: 'aaa' }],
    ['group', { memberId: 'b1', groupId: 'aaa', isGroup: true }],
    ['device', null],
    ['servicePrincipal', null],
  ])('tell a member of the type %s', (type, body) => {
    const member = {
      id: 'B1',
      ...(type && { '@odata.type': `#microsoft.graph.${type}` }),
    };
    expect(
      recordsOf(roleGroupMembers, [{ of: 'AAA', row: member }]).map(
        record => record.body,
      ),
    ).toEqual(body ? [body] : []);
  });
});

describe('names of roles and of groups with roles', () => {
  it('are those of the tenant, by id in lower case', () => {
    // As documented by Microsoft.
    const rows = [
      {
        id: '62E90394-69f5-4237-9190-012177145e10',
        displayName: 'Global Administrator',
        isBuiltIn: true,
        templateId: '62e90394-69f5-4237-9190-012177145e10',
      },
      { id: 'c1', displayName: 'Read tickets', isBuiltIn: false },
      { id: 'c2', displayName: null },
    ];
    expect(recordsOf(roleDefinitions, rows)).toEqual([
      {
        key: '62e90394-69f5-4237-9190-012177145e10',
        body: { displayName: 'Global Administrator', isBuiltIn: true },
      },
      { key: 'c1', body: { displayName: 'Read tickets', isBuiltIn: false } },
    ]);
    expect(
      recordsOf(roleGroups, [
        { of: 'AAA', row: { id: 'aaa', displayName: 'Operators' } },
        { of: 'BBB', row: { id: 'bbb' } },
      ]),
    ).toEqual([
      { key: 'aaa', body: { displayName: 'Operators' } },
      { key: 'bbb', body: { displayName: null } },
    ]);
  });
});

describe('eligible members of groups with roles', () => {
  // As documented by Microsoft.
  const row = {
    id: '2b5ed229-4072-478d-9504-a047ebd4b07d_member_326a4063',
    startDateTime: '2023-08-18T00:33:48.8Z',
    endDateTime: null,
    accessId: 'member',
    principalId: '3CCE9d87-3986-4f19-8335-7ed075408ca2',
    groupId: '2b5ed229-4072-478d-9504-a047ebd4b07d',
    memberType: 'Direct',
  };
  const of = '2B5ED229-4072-478d-9504-a047ebd4b07d';
  const read = (one: object | null) =>
    recordsOf(roleGroupEligibility, [{ of, row: one }]);

  it('are kept under whose they are, with the group', () => {
    expect(read(row)).toEqual([
      {
        key: `3cce9d87-3986-4f19-8335-7ed075408ca2|2b5ed229-4072-478d-9504-a047ebd4b07d|${row.id}`,
        body: {
          principalId: '3cce9d87-3986-4f19-8335-7ed075408ca2',
          groupId: '2b5ed229-4072-478d-9504-a047ebd4b07d',
          memberType: 'Direct',
          startDateTime: '2023-08-18T00:33:48.8Z',
        },
      },
    ]);
    expect(read({ ...row, groupId: undefined })).toHaveLength(1);
  });

  it('are not those of another group', () => {
    expect(read({ ...row, groupId: 'another' })).toEqual([]);
  });

  it('are nobody where somebody can become an owner, or none came', () => {
    const groupId = of.toLowerCase();
    const nobody = [{ key: `|${groupId}`, body: { groupId, nobody: true } }];
    expect(read({ ...row, accessId: 'owner' })).toEqual(nobody);
    expect(
      recordsOf(roleGroupEligibility, [{ of, row: null, nobody: true }]),
    ).toEqual(nobody);
  });

  it('tells of a group of which nothing came', () => {
    const groupId = of.toLowerCase();
    expect(read(null)).toEqual([{ key: `|${groupId}`, body: { groupId } }]);
  });

  it.each(['id', 'principalId', 'accessId'])('are refused without %s', name => {
    expect(() => read({ ...row, [name]: null })).toThrow(name);
  });
});

describe('Microsoft’s own count', () => {
  // As documented by Microsoft.
  const summary = {
    totalUserCount: 11,
    userTypes: 'all',
    userRoles: 'all',
    userRegistrationFeatureCounts: [
      { feature: 'passwordlessCapable', userCount: 4 },
      { feature: 'mfaCapable', userCount: 6 },
    ],
  };

  it.each([
    [summary, { users: 11, mfaCapable: 6 }],
    [
      { ...summary, userRegistrationFeatureCounts: [] },
      { users: 11, mfaCapable: null },
    ],
  ])('reads %j as %j', (row, body) => {
    expect(recordsOf(featureSummary, [row])).toEqual([{ key: 'all', body }]);
  });
});

describe('conditional-access', () => {
  const named = {
    includeUsers: ['All'],
    excludeUsers: ['70B7B99E-0000-4000-8000-000000000001'],
    includeGroups: [],
    excludeGroups: [],
    includeRoles: ['b-role', 'A-role'],
    excludeRoles: null,
    includeGuestsOrExternalUsers: null,
    excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: 'b2bGuest' },
  };
  const applications = {
    includeApplications: ['All'],
    excludeApplications: [],
    includeUserActions: [],
    includeAuthenticationContextClassReferences: [],
    applicationFilter: null,
  };
  const conditions = {
    users: named,
    applications,
    clientAppTypes: ['all'],
    userRiskLevels: [],
    signInRiskLevels: [],
    insiderRiskLevels: null,
    platforms: null,
    locations: null,
    devices: null,
    authenticationFlows: null,
  };
  const mfa = {
    operator: 'OR',
    builtInControls: ['mfa'],
    customAuthenticationFactors: [],
    termsOfUse: [],
    authenticationStrength: null,
  };
  const policyOf = (
    change: object,
    grantControls: object | null = mfa,
    state = 'enabled',
  ) => {
    const [{ body }] = recordsOf(conditionalAccess, [
      {
        id: 'C76D07C9-0000-4000-8000-000000000001',
        displayName: 'Require MFA',
        state,
        conditions: { ...conditions, ...change },
        grantControls,
      },
    ]);
    return body;
  };

  it('keeps whom a policy names, in lower case and sorted', () => {
    expect(policyOf({})).toEqual({
      displayName: 'Require MFA',
      state: 'enabled',
      include: { users: ['all'], groups: [], roles: ['a-role', 'b-role'] },
      exclude: {
        users: ['70b7b99e-0000-4000-8000-000000000001'],
        groups: [],
        roles: [],
        guests: true,
      },
      demands: 'mfa',
      limits: [],
    });
  });

  it.each<[string, object | null, object]>([
    ['MFA', mfa, { demands: 'mfa', limits: [] }],
    ['only session controls', null, { demands: null }],
    ['a block', { ...mfa, builtInControls: ['block'] }, { demands: null }],
    [
      'a strength',
      {
        ...mfa,
        builtInControls: [],
        authenticationStrength: { id: '4', displayName: 'Phishing-resistant' },
      },
      {
        demands: 'strength',
        strength: 'Phishing-resistant',
        strengthId: '4',
        limits: [],
      },
    ],
    [
      'MFA or a compliant device',
      { ...mfa, builtInControls: ['mfa', 'compliantDevice'] },
      { demands: 'mfa', limits: ['alternatives'] },
    ],
    [
      'MFA and a compliant device',
      { ...mfa, operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] },
      { demands: 'mfa', limits: [] },
    ],
    [
      'MFA or terms of use',
      { ...mfa, termsOfUse: ['terms'] },
      { demands: 'mfa', limits: ['alternatives'] },
    ],
  ])('demands by %s', (_, grant, expected) => {
    expect(policyOf({}, grant)).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['apps', { applications: { ...applications, includeApplications: ['x'] } }],
    ['apps', { applications: { ...applications, excludeApplications: ['x'] } }],
    ['apps', { applications: { ...applications, applicationFilter: {} } }],
    ['clients', { clientAppTypes: ['browser'] }],
    ['devices', { devices: { deviceFilter: {} } }],
    ['devices', { platforms: { includePlatforms: ['iOS'] } }],
    ['flows', { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }],
    ['locations', { locations: { includeLocations: ['All'] } }],
    ['risk', { userRiskLevels: ['high'] }],
    ['risk', { signInRiskLevels: ['high'] }],
    ['risk', { insiderRiskLevels: 'elevated' }],
    ['other', { agentRiskLevels: ['high'] }],
  ])('is limited by %s: %j', (limit, change) => {
    expect(policyOf(change)).toMatchObject({ limits: [limit] });
  });

  it('is not limited by what is said of service principals, nor by annotations', () => {
    const change = {
      servicePrincipalRiskLevels: ['high'],
      clientApplications: { includeServicePrincipals: ['x'] },
      'users@odata.context': 'https://graph.microsoft.com',
      transferMethods: null,
    };
    expect(policyOf(change)).toMatchObject({ limits: [] });
  });

  it('refuses a policy of which it would not be known whether it asks', () => {
    expect(() => policyOf({}, mfa, 'unknownFutureValue')).toThrow(
      InvalidRowError,
    );
  });

  it('refuses a policy that does not say whom it excludes as documented', () => {
    const change = { users: { ...named, excludeUsers: 'nobody' } };
    expect(() => policyOf(change)).toThrow(InvalidRowError);
  });

  it('is limited to user actions', () => {
    expect(
      policyOf({
        applications: {
          ...applications,
          includeApplications: [],
          includeUserActions: ['urn:user:registersecurityinfo'],
        },
      }),
    ).toMatchObject({ limits: ['actions', 'apps'] });
  });
});

describe('authentication-methods', () => {
  const everybody = { id: 'all_users', targetType: 'group' };
  const method = (change: object) => ({
    id: 'Sms',
    state: 'enabled',
    includeTargets: [everybody],
    excludeTargets: [],
    ...change,
  });
  const policyOf = (
    methods: object[] | null,
    policyMigrationState: string | null = 'migrationComplete',
    campaign: object | null = null,
  ) =>
    recordsOf(authenticationMethods, [
      {
        policyMigrationState,
        lastModifiedDateTime: '2026-07-02T10:47:26Z',
        registrationEnforcement: {
          authenticationMethodsRegistrationCampaign: campaign,
        },
        authenticationMethodConfigurations: methods,
      },
    ])[0].body;
  const nobody = { everybody: false, groups: [], users: [] };

  it('keeps whom each method is for, sorted and in lower case', () => {
    const { methods } = policyOf([
      method({ id: 'Voice', isOfficePhoneAllowed: false }),
      method({
        state: 'disabled',
        includeTargets: [
          { id: 'B', targetType: 'group' },
          { id: 'A', targetType: 'group' },
          { id: 'U', targetType: 'user' },
        ],
        excludeTargets: [{ id: 'x', targetType: 'administrativeUnit' }],
      }),
    ]);
    expect(methods).toEqual([
      {
        id: 'Sms',
        enabled: false,
        include: { everybody: false, groups: ['a', 'b'], users: ['u'] },
        exclude: { ...nobody, others: true },
      },
      {
        id: 'Voice',
        enabled: true,
        include: { ...nobody, everybody: true },
        exclude: nobody,
        officePhone: false,
      },
    ]);
  });

  it.each([
    ['any', {}],
    ['push', { push: { ...nobody, everybody: true }, passwordless: nobody }],
    [
      'deviceBasedPush',
      { push: nobody, passwordless: { ...nobody, everybody: true } },
    ],
  ])('keeps for what the app is: %s', (authenticationMode, expected) => {
    const { methods } = policyOf([
      method({ includeTargets: [{ ...everybody, authenticationMode }] }),
    ]);
    expect(methods).toEqual([
      {
        id: 'Sms',
        enabled: true,
        include: { ...nobody, everybody: true },
        exclude: nobody,
        ...expected,
      },
    ]);
  });

  it.each([
    ['preMigration', 'not-begun'],
    ['migrationInProgress', 'in-progress'],
    ['migrationComplete', 'complete'],
    ['unknownFutureValue', null],
    [null, null],
  ])('reads the migration %s as %s', (state, migration) => {
    expect(policyOf([], state)).toMatchObject({ migration });
  });

  it('keeps the campaign, and calls a method of another provider by its name', () => {
    const campaign = {
      state: 'enabled',
      snoozeDurationInDays: 3,
      includeTargets: [{ ...everybody, targetedAuthenticationMethod: 'x' }],
      excludeTargets: null,
    };
    const other = {
      '@odata.type':
        '#microsoft.graph.externalAuthenticationMethodConfiguration',
      displayName: 'Duo',
    };
    expect(policyOf([method(other)], null, campaign)).toMatchObject({
      campaign: { state: 'enabled', snoozeDays: 3, exclude: nobody },
      methods: [{ external: 'Duo' }],
    });
  });

  it.each([
    ['no list of methods', null],
    ['a method that is neither on nor off', [method({ state: 'new' })]],
    ['targets that are no list', [method({ excludeTargets: 'nobody' })]],
    [
      'an app for something new',
      [
        method({
          includeTargets: [{ ...everybody, authenticationMode: 'new' }],
        }),
      ],
    ],
  ])('refuses %s', (_, methods) => {
    expect(() => policyOf(methods)).toThrow(InvalidRowError);
  });
});

describe('devices', () => {
  const device = {
    id: 'D1',
    displayName: 'LT-ADA-01',
    operatingSystem: 'Windows',
    operatingSystemVersion: '10.0.26100.4652',
    trustType: 'AzureAd',
    isCompliant: true,
    isManaged: true,
    approximateLastSignInDateTime: '2026-08-18T06:00:00Z',
    registrationDateTime: '2025-01-10T08:00:00Z',
    registeredOwners: [{ id: 'B' }, { id: 'a' }],
    physicalIds: ['[HWID]:h:6'],
  };
  const recordsFor = (change: object) =>
    recordsOf(devices, [{ ...device, ...change }]);

  it('are one record for each owner, with all owners, and no more than what is shown', () => {
    const body = {
      name: 'LT-ADA-01',
      operatingSystem: 'Windows',
      version: '10.0.26100.4652',
      trust: 'joined',
      compliant: true,
      managed: true,
      lastSignIn: '2026-08-18',
      registeredAt: '2025-01-10T08:00:00Z',
      owners: ['a', 'b'],
    };
    expect(recordsFor({})).toEqual([
      { key: 'a|d1', body },
      { key: 'b|d1', body },
    ]);
    expect(recordsFor({ registeredOwners: [] })).toEqual([
      { key: `${NO_OWNER}|d1`, body: { ...body, owners: [] } },
    ]);
  });

  it.each([null, undefined, '', 'yes'])(
    'takes %j for not known, never for no',
    none => {
      const [{ body }] = recordsFor({
        isCompliant: none,
        isManaged: none,
        displayName: none === 'yes' ? 1 : none,
        trustType: none,
        approximateLastSignInDateTime: none,
      });
      expect(body).toMatchObject({
        name: null,
        trust: null,
        compliant: null,
        managed: null,
        lastSignIn: null,
      });
    },
  );

  it.each([
    [19, undefined],
    [20, true],
  ])('may have more owners than %i: %j', (count, maybeMore) => {
    const registeredOwners = Array.from({ length: count }, (_, id) => ({
      id: String(id),
    }));
    const records = recordsFor({ registeredOwners });
    expect(records).toHaveLength(count);
    expect(records[0].body.maybeMore).toBe(maybeMore);
  });

  it('refuses a device whose owners are not told', () => {
    expect(() => recordsFor({ registeredOwners: undefined })).toThrow(
      InvalidRowError,
    );
  });
});

describe('sign-in-activity', () => {
  const bodyFor = (activity: object | null | undefined) =>
    recordsOf(signInActivity, [{ id: 'A', signInActivity: activity }])[0];
  const [success, tried, byProgram] = [
    'lastSuccessfulSignInDateTime',
    'lastSignInDateTime',
    'lastNonInteractiveSignInDateTime',
  ];
  const [old, new_] = ['2026-02-01T23:59:59Z', '2026-11-18T06:00:00+01:00'];

  it.each([
    [{ [success]: old, [tried]: new_ }, '2026-02-01', 'successful'],
    [{ [tried]: old, [byProgram]: new_ }, '2026-11-18', 'non-interactive'],
    [{ [tried]: new_, [byProgram]: old }, '2026-11-18', 'interactive'],
    [{ [tried]: new_, [byProgram]: new_ }, '2026-11-18', 'interactive'],
    [{ [success]: null, [byProgram]: old }, '2026-02-01', 'non-interactive'],
    [
      { [success]: '0001-01-01T00:00:00Z', [tried]: old },
      '2026-02-01',
      'interactive',
    ],
    [{ [success]: null }, null, null],
    [{}, null, null],
    [null, null, null],
    [undefined, null, null],
  ])('of %j is %s, %s', (activity, day, kind) => {
    expect(JSON.stringify(bodyFor(activity))).toBe(
      JSON.stringify({ key: 'a', body: { day, kind } }),
    );
  });

  it('asks for no more than Graph gives at once', () => {
    expect(signInActivity.query.$top).toBe('500');
  });
});

it('reads every data set that the contract knows, and no other', () => {
  // The number of people is asked for by the way, in no run's list.
  const ids = [...collectors, peopleCount].map(({ id }) => id);
  expect(ids.sort()).toEqual([...dataSets].sort());
});

describe('isExpected', () => {
  it.each<[DataSetId | null, ProblemCode, boolean]>([
    ['role-eligibility', 'no-licence', true],
    ['role-eligibility', 'no-permission', false],
    ['role-group-eligibility', 'no-licence', true],
    ['role-group-eligibility', 'no-permission', false],
    ['role-definitions', 'no-permission', true],
    ['role-groups', 'no-permission', true],
    ['role-assignments', 'no-permission', false],
    ['feature-summary', 'no-permission', true],
    ['feature-summary', 'denied', true],
    ['registrations', 'no-licence', false],
    [null, 'internal', false],
  ])('of %s, %s: %s', (dataSet, code, expected) => {
    expect(isExpected({ dataSet, code }, collectors)).toBe(expected);
  });
});

describe('organization', () => {
  const P1 = '41781fb2-bc02-4b7c-bd55-b576c07bb09d';
  const P2 = 'EEC0EB4F-6444-4f95-aba0-50c24d67f998';
  const plan = (servicePlanId: string, capabilityStatus = 'Enabled') => ({
    servicePlanId,
    capabilityStatus,
  });

  it.each([
    [[plan(P1)], 'P1'],
    [[plan(P1), plan(P2)], 'P2'],
    // Microsoft Entra ID Governance.
    [[plan(P1), plan('e866a266-3cff-43a3-acca-0c90a7e00c8b')], 'P2'],
    [[plan(P1), plan(P2, 'Deleted')], 'P1'],
    [[plan(P1, 'Warning')], 'P1'],
    [[plan(P1), plan(P2, 'Warning')], 'P2'],
    [[plan(P2, 'Suspended')], null],
    [[plan(P2, 'LockedOut')], null],
    [[{ servicePlanId: P1, capabilityStatus: 3 }, plan(P2)], 'P2'],
    [[], null],
    [null, undefined],
  ])('reads the plans %j as %j', (assignedPlans, premium) => {
    const [{ body }] = recordsOf(organization, [
      { id: 'A', displayName: 'Contoso', assignedPlans },
    ]);
    expect(body).toEqual({ displayName: 'Contoso', premium });
  });
});

describe('pairKey', () => {
  it('fits into its column and keeps different pairs apart', () => {
    const long = `component:default/${'x'.repeat(200)}`;
    const keys = [
      pairKey(long, 'a'),
      pairKey(long, long),
      pairKey(long, `${long}y`),
    ];
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) {
      expect(key.length).toBeLessThanOrEqual(255);
    }
  });
});

describe('methods of each person', () => {
  const graph = '#microsoft.graph.';
  const method = (name: string, rest: object = {}) => ({
    '@odata.type': `${graph}${name}AuthenticationMethod`,
    id: 'x',
    displayName: 'of a person',
    ...rest,
  });
  const phone = (phoneType?: string) =>
    method('phone', { phoneType, phoneNumber: '+1 4255550123' });
  const recordOf = (...value: object[]) =>
    recordsOf(userMethods, [{ of: 'A', body: { value } }])[0];

  it.each<[string, object, string[], boolean | null]>([
    ['nothing but a password', method('password'), [], false],
    [
      'Microsoft Authenticator',
      method('microsoftAuthenticator'),
      ['microsoftAuthenticatorPush'],
      true,
    ],
    ['codes', method('softwareOath'), ['softwareOneTimePasscode'], true],
    ['a token', method('hardwareOath'), ['hardwareOneTimePasscode'], true],
    ['a mobile phone', phone('mobile'), ['mobilePhone'], true],
    ['another one', phone('alternateMobile'), ['alternateMobilePhone'], true],
    ['a phone of the office', phone('office'), ['officePhone'], true],
    ['a phone that is not told', phone(), ['phone'], null],
    ['a security key', method('fido2'), ['fido2SecurityKey'], true],
    [
      'Windows Hello',
      method('windowsHelloForBusiness'),
      ['windowsHelloForBusiness'],
      true,
    ],
    [
      'a key of macOS',
      method('platformCredential'),
      ['macOsSecureEnclaveKey'],
      true,
    ],
    ['an address', method('email'), ['email'], false],
    [
      'a pass',
      method('temporaryAccessPass', { isUsable: true }),
      ['temporaryAccessPass'],
      false,
    ],
    [
      'a pass that has ended',
      method('temporaryAccessPass', { isUsable: false }),
      [],
      false,
    ],
    ['an external one', method('external'), ['externalAuthMethod'], false],
    ['a QR code', method('qrCodePin'), ['qrCode'], false],
    ['one that is new', method('telepathy'), ['telepathy'], null],
    ['what is no method', { '@odata.type': 'x' }, ['unknown'], null],
  ])('count as the report has it: %s', (_, one, names, registered) => {
    expect(recordOf(method('password'), one).body).toMatchObject({
      methodsRegistered: names,
      isMfaRegistered: registered,
      isMfaCapable: null,
      from: 'methods',
    });
  });

  it('are the strongest that is known, sorted, each once, and nothing else of them is taken', () => {
    const { key, body } = recordOf(
      phone('mobile'),
      method('telepathy'),
      method('email', { emailAddress: 'a@example.com' }),
      method('fido2'),
      method('fido2'),
    );
    expect(key).toBe('a');
    expect(body).toMatchObject({
      methodsRegistered: [
        'email',
        'fido2SecurityKey',
        'mobilePhone',
        'telepathy',
      ],
      isMfaRegistered: true,
    });
    expect(JSON.stringify(body)).not.toMatch(/4255|example|of a person/);
  });

  it('have no row of whom Graph does not know or tell', () => {
    const rows = [
      { of: 'a', none: 'not-found' },
      { of: 'b', none: 'refused' },
    ];
    expect(recordsOf(userMethods, rows)).toEqual([]);
  });
});
