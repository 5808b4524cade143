import fc from 'fast-check';
import { collectors, InvalidRowError, permissionTable, recordsOf } from '.';
import { pairKey } from './entityRow';
import { organization } from './organization';
import { registrations } from './registrations';
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
    expect(ids[ids.length - 1]).toBe('registrations');
  });

  it('list their permissions for the documentation', () => {
    const lines = permissionTable(collectors).split('\n');
    expect(lines.slice(2).map(line => line.split(' | ')[0])).toEqual([
      '| `User.Read.All`',
      '| `AuditLog.Read.All`',
    ]);
    expect(lines[3]).toContain('Microsoft Entra ID P1 or P2');
  });

  it('never ask for a phone number or a sign-in time', () => {
    const asked = JSON.stringify(collectors.map(({ query }) => query));
    expect(asked).not.toMatch(/phone|signInActivity/i);
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
  ])('takes %j for never refreshed', lastUpdatedDateTime => {
    const [record] = recordsOf(registrations, [
      { ...reportRow, lastUpdatedDateTime },
    ]);
    expect(record.refreshedAt).toBeUndefined();
  });

  it.each([
    ['id', ''],
    ['id', 42],
    ['isMfaRegistered', 'true'],
    ['isMfaRegistered', null],
    ['isMfaCapable', undefined],
    ['isMfaCapable', 1],
    ['isPasswordlessCapable', 'ada@contoso.com'],
    ['methodsRegistered', null],
    ['methodsRegistered', undefined],
    ['methodsRegistered', 'mobilePhone'],
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

  it.each([null, 'a row', [[]]])('refuses %j as a row', row => {
    expect(() => recordsOf(registrations, [row])).toThrow('Row 1');
  });
});

describe('users', () => {
  it.each([
    [{}, { displayName: userRow.userPrincipalName, type: null }],
    [{ mail: '' }, { mail: null }],
    [{ accountEnabled: null }, { accountEnabled: null }],
    [{ userType: 'Guest' }, { userType: 'Guest' }],
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

  it('refuses a person whose account is neither enabled nor disabled', () => {
    const row = { ...userRow, accountEnabled: 'False' };
    expect(() => recordsOf(users, [row])).toThrow('accountEnabled');
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
    [[plan(P1), plan(P2, 'Deleted')], 'P1'],
    [[plan(P2, 'Suspended')], null],
    [[], null],
    [null, null],
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
