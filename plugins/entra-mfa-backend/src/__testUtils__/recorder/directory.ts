import { globalAdministrator } from '../../assess/roles/privilegedRoles';
import type { MemorySource } from '../MemorySource';
import { objectId, reportRow, userRow } from '../rows';
import { cast, idOf, type Member } from './cast';
import { breakGlassIds, daysAgo, tenantId } from './contoso';
import { registrations, type RegistrationWord } from './registrations';

/** What somebody had before: until so many days ago. */
const before: Record<string, [until: number, has: RegistrationWord]> = {
  'ken.silva': [6, 'app'],
  'edsger.kowalski': [6, 'token'],
  'ivo.brandt': [6, 'sms'],
  'cleo.hart': [6, 'app'],
  'hugo.prat': [4, 'app'],
  'emil.holm': [3, 'phone'],
  'linus.tanaka': [2, 'phone'],
  'ravi.patel': [1, 'nothing'],
};

/** When somebody's account was made, so many days ago; everybody else's is old. */
const joined: Record<string, number> = { 'zoe.marin': 3, 'wim.koster': 0 };

/** A fall of the figure that was real: until so many days ago, the first of them had nothing. */
const fall = { from: 63, until: 56, people: 20 };

const isStrong = (has: RegistrationWord) =>
  Boolean(registrations[has]?.registered);

function hasAt({ handle, number, has }: Member, day: number): RegistrationWord {
  const [until, had] = before[handle] ?? [0, has];
  const then = day >= until ? had : has;
  if (!isStrong(then)) return then;
  // A third of the people register week by week.
  const late = number % 3 === 0 && day > (number % 12) * 7;
  const lost =
    day <= fall.from &&
    day > fall.until &&
    cast
      .filter(one => isStrong(one.has))
      .findIndex(one => one.number === number) < fall.people;
  return late || lost ? 'nothing' : then;
}

const isThere = ({ handle }: Member, day: number) =>
  day <= (joined[handle] ?? Infinity);

function rowOf(member: Member, has: RegistrationWord, at: Date) {
  const registration = registrations[has];
  return (
    registration && [
      reportRow(member.number, registration.registered, {
        userPrincipalName: `${member.handle}@contoso.com`,
        userDisplayName: member.name,
        isMfaCapable: registration.capable,
        methodsRegistered: registration.methods,
        ...('preferred' in registration && {
          isSystemPreferredAuthenticationMethodEnabled: false,
          userPreferredMethodForSecondaryAuthentication: registration.preferred,
        }),
        lastUpdatedDateTime: new Date(
          at.getTime() - 190 * 60_000,
        ).toISOString(),
      }),
    ]
  );
}

const account = (number: number, name: string, rest: object = {}) =>
  userRow(number, {
    displayName: name,
    userPrincipalName: `${name.toLowerCase().replace(/ /g, '.')}@contoso.com`,
    ...rest,
  });

const several = (count: number, of: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => of(index));

/** Accounts that do not count, of each class another number. */
function leftOut(day: number): object[] {
  return [
    ...several(7, index =>
      account(101 + index, `Guest ${index + 1}`, { userType: 'Guest' }),
    ),
    ...several(5, index =>
      account(111 + index, `Former ${index + 1}`, {
        // The last one was disabled these days.
        accountEnabled: index === 4 && day > 5,
      }),
    ),
    ...several(4, index => account(121 + index, `Room ${index + 1}`)),
    ...several(3, index =>
      account(131 + index, `Package ${index + 1}`, {
        userPrincipalName: `package_${objectId(131 + index)}@contoso.com`,
      }),
    ),
    ...several(6, index =>
      account(141 + index, `Starter ${index + 1}`, {
        employeeHireDate: '2027-03-01T00:00:00Z',
      }),
    ),
    account(151, 'Directory Sync', {
      userPrincipalName: 'Sync_PORTAL_4f1c@contoso.onmicrosoft.com',
    }),
    account(161, 'Emergency Access 1'),
    account(162, 'Emergency Access 2'),
  ];
}

const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const reports = '4a5d8f65-41da-4de4-8968-e035b65339cf';
/** A role of the tenant's own. */
const portal = 'c0570de0-1111-4222-8333-944455556666';
const helpdeskGroup = '24eecb00-22fc-4254-b7ca-9cb600360ff3';

const role = (principalId: string, roleDefinitionId: string, at = '/') => ({
  id: `${principalId} ${roleDefinitionId}`,
  principalId,
  roleDefinitionId,
  directoryScopeId: at,
});

const roles: MemorySource['pages'] = {
  'role-assignments': [
    [
      ...[
        ...breakGlassIds,
        ...['ada.berg', 'carl.engel', 'omar.costa'].map(idOf),
      ].map(id => role(id, globalAdministrator)),
      role(helpdeskGroup, helpdesk),
      role(idOf('ken.silva'), reports),
      role(idOf('nora.quist'), portal),
      role(objectId(111), helpdesk),
    ],
  ],
  'role-eligibility': [[role(idOf('ruth.keller'), helpdesk)]],
  'role-definitions': [
    [
      [globalAdministrator, 'Global Administrator', true],
      [helpdesk, 'Helpdesk Administrator', true],
      [reports, 'Reports Reader', true],
      [portal, 'Portal Operator', false],
    ].map(([id, displayName, isBuiltIn]) => ({ id, displayName, isBuiltIn })),
  ],
};

const pilotGroup = 'b1f0a7c2-5d3e-4f60-8a91-2c3d4e5f6a7b';

const policy = (
  number: number,
  displayName: string,
  users: object,
  { state = 'enabled', apps = ['All'], strength = false } = {},
) => ({
  id: `c76d07c9-ba31-4418-acdd-33754400000${number}`,
  displayName,
  state,
  conditions: {
    users,
    applications: { includeApplications: apps },
    clientAppTypes: ['all'],
  },
  grantControls: {
    operator: 'OR',
    builtInControls: strength ? [] : ['mfa'],
    authenticationStrength: strength
      ? { id: '4', displayName: 'Phishing-resistant MFA' }
      : null,
  },
});

/** Who is asked for MFA: a pilot but for one of it, administrators; at the intranet, one; everybody, later. */
const policies: MemorySource['pages'] = {
  'security-defaults': [[{ isEnabled: false }]],
  'conditional-access': [
    [
      policy(1, 'Require MFA, pilot', {
        includeGroups: [pilotGroup],
        excludeUsers: [idOf('alan.jansen')],
      }),
      policy(
        2,
        'Phishing-resistant MFA for administrators',
        { includeRoles: [globalAdministrator, helpdesk] },
        { strength: true },
      ),
      policy(
        3,
        'MFA at the intranet',
        { includeUsers: [idOf('marc.weiss')] },
        { apps: ['intranet'] },
      ),
      policy(
        4,
        'Require MFA for everyone',
        { includeUsers: ['All'], excludeUsers: [...breakGlassIds] },
        { state: 'enabledForReportingButNotEnforced' },
      ),
      { ...policy(5, 'Block legacy authentication', {}), grantControls: null },
    ],
  ],
  'authentication-strengths': [
    [
      {
        id: '4',
        displayName: 'Phishing-resistant MFA',
        policyType: 'builtIn',
        allowedCombinations: ['windowsHelloForBusiness', 'fido2'],
      },
    ],
  ],
};

const everybody = { id: 'all_users', targetType: 'group' };
const pilot = { id: pilotGroup, targetType: 'group' };

const allowed = (id: string, ...includeTargets: object[]) => ({
  id,
  state: includeTargets.length > 0 ? 'enabled' : 'disabled',
  includeTargets,
  excludeTargets: [],
});

/** No SMS, no calls to an office; codes of another app than Microsoft's, and a pass, for the pilot alone. */
const methodsPolicy: MemorySource['pages'] = {
  'authentication-methods': [
    [
      {
        policyMigrationState: 'migrationInProgress',
        registrationEnforcement: {
          authenticationMethodsRegistrationCampaign: {
            state: 'enabled',
            snoozeDurationInDays: 3,
            includeTargets: [everybody],
            excludeTargets: [pilot],
          },
        },
        authenticationMethodConfigurations: [
          allowed('Fido2', everybody),
          {
            ...allowed('MicrosoftAuthenticator', everybody),
            isSoftwareOathEnabled: false,
          },
          allowed('SoftwareOath', pilot),
          allowed('TemporaryAccessPass', pilot),
          allowed('Sms'),
          { ...allowed('Voice', everybody), isOfficePhoneAllowed: false },
        ],
      },
    ],
  ],
};

/** What somebody tried: days ago, whether to reset, with what, and why it failed. */
const tried: [
  handle: string,
  daysBefore: number,
  feature: 'registration' | 'reset',
  method: string,
  failure?: string,
][] = [
  [
    'tom.okafor',
    2,
    'registration',
    'microsoftAuthenticatorPush',
    'User cancelled before completing the verification step',
  ],
  ['tom.okafor', 9, 'registration', 'mobileSMS', ''],
  ['barbara.haddad', 40, 'registration', 'appCode', 'The code was wrong'],
  ['lise.moe', 5, 'registration', 'mobileSMS', 'No answer'],
  ['ada.berg', 12, 'reset', 'email'],
];

const eventsAt = (day: number): MemorySource['pages'] => ({
  'registration-events': [
    tried
      .filter(([, daysBefore]) => daysBefore >= day)
      .map(([handle, daysBefore, feature, authMethod, failure], index) => ({
        id: `event-${index}`,
        feature,
        userPrincipalName: `${handle}@contoso.com`,
        userDisplayName: handle,
        isSuccess: failure === undefined,
        authMethod,
        failureReason: failure ?? '',
        eventDateTime: daysAgo(daysBefore, '07:30').toISOString(),
      })),
  ],
});

/** Of some people; who owns one that nobody manages, and who owns none, too. */
const owned: [handle: string, name: string, compliant: boolean | null][] = [
  ['ada.berg', 'LT-0815', true],
  ['ada.berg', 'Ada’s iPad', null],
  ['tom.okafor', 'LT-4711', false],
];

const devices: MemorySource['pages'] = {
  devices: [
    owned.map(([handle, displayName, compliant], index) => ({
      id: `00000000-0000-4dee-8000-00000000000${index}`,
      displayName,
      operatingSystem: compliant === null ? 'IPad' : 'Windows',
      operatingSystemVersion: compliant === null ? '18.6' : '10.0.26100.4652',
      trustType: compliant === null ? 'Workplace' : 'AzureAd',
      isCompliant: compliant,
      isManaged: compliant === null ? null : true,
      approximateLastSignInDateTime: daysAgo(9, '06:00').toISOString(),
      registrationDateTime: daysAgo(200, '08:00').toISOString(),
      registeredOwners: [{ id: idOf(handle) }],
    })),
  ],
};

/** The members of the groups that hold roles. */
export const groupMembers = {
  [helpdeskGroup]: [[{ id: idOf('ken.silva') }, { id: idOf('paul.diaz') }]],
};

/** What groups that hold roles are called, who can become a member of them; and who is in the group of a policy. */
export const groups: MemorySource['eachOf'] = {
  'policy-group-members': {
    [pilotGroup]: [
      [
        ...['ada.berg', 'tom.okafor', 'barbara.haddad', 'alan.jansen'],
        ...['joan.schmidt', 'lise.moe', 'ivo.brandt', 'paul.diaz'],
      ].map(handle => ({ id: idOf(handle) })),
    ],
  },
  'role-groups': {
    [helpdeskGroup]: [
      [{ id: helpdeskGroup, displayName: 'Helpdesk Operators' }],
    ],
  },
  'role-group-eligibility': {
    [helpdeskGroup]: [
      [
        {
          id: 'eligible-1',
          principalId: idOf('per.falk'),
          groupId: helpdeskGroup,
          accessId: 'member',
        },
      ],
    ],
  },
};

/** When somebody leaves, or has left. */
const leaveDates: Record<string, string> = {
  'igor.bely': '2026-11-17T22:00:00Z',
  'pia.roth': '2026-12-31T22:00:00Z',
};

/** Splits rows into pages, so that a data set of many rows has several. */
function inPages<T>(rows: T[], size: number): T[][] {
  const pages = Math.ceil(rows.length / size);
  return Array.from({ length: pages }, (_, page) =>
    rows.slice(page * size, (page + 1) * size),
  );
}

/** Microsoft Graph's answers, as they were so many days ago. */
export function directoryAt(day: number, at: Date): MemorySource['pages'] {
  const present = cast.filter(member => isThere(member, day));
  return {
    organization: [
      [
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
    ],
    users: inPages(
      [
        ...present.map(({ number, name, handle }) =>
          account(number, name, {
            // Somebody married.
            ...(handle === 'lena.fuchs' &&
              day > 4 && { displayName: 'Lena Roos' }),
            // Nobody says whether she can sign in.
            ...(handle === 'xenia.holt' && { accountEnabled: null }),
            ...(handle in joined && {
              createdDateTime: daysAgo(joined[handle], '03:00').toISOString(),
            }),
          }),
        ),
        ...(day > 2 ? [account(99, 'Xaver Ott')] : []),
        ...leftOut(day),
      ],
      40,
    ),
    registrations: inPages(
      [
        ...present.flatMap(
          member => rowOf(member, hasAt(member, day), at) ?? [],
        ),
        ...(day > 2 ? [reportRow(99, false)] : []),
        reportRow(161, true, { methodsRegistered: ['fido2SecurityKey'] }),
        reportRow(162, false),
        // Of accounts that the directory no longer has.
        reportRow(198),
        reportRow(199, false),
      ],
      30,
    ),
    'feature-summary': [
      [
        {
          totalUserCount: 71,
          userRegistrationFeatureCounts: [
            { feature: 'mfaCapable', userCount: 37 },
          ],
        },
      ],
    ],
    'leave-dates': [
      Object.entries(leaveDates).map(([handle, employeeLeaveDateTime]) => ({
        id: idOf(handle),
        employeeLeaveDateTime,
      })),
    ],
    ...roles,
    ...policies,
    ...methodsPolicy,
    ...eventsAt(day),
    ...devices,
  };
}
