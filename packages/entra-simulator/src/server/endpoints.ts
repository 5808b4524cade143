import type { EndpointName } from './endpointNames';

/** What Graph asks for before it answers at an endpoint. */
export type Endpoint = {
  name: EndpointName;
  /** Any one of these application permissions is enough; none are needed when empty. */
  permissions: readonly string[];
  licence?: 'p1' | 'p2';
  /** The version that has it; v1.0 unless told. */
  version?: 'beta';
  /** A list that is only given for one of something: the properties, one of which must be filtered by. */
  filteredBy?: readonly string[];
  /** What may be expanded, as it is written. */
  expand?: string;
  typeName: string;
  /** Whether it tells what changed since it was asked last. */
  isDelta?: boolean;
  defaultTop: number;
  largestTop: number;
};

/** A request's endpoint, with the id in its path, if any. */
export type MatchedEndpoint = {
  endpoint: Endpoint;
  id?: string;
  /** The form: a list, one thing, the number of things, or members that are users. */
  form: 'list' | 'one' | 'count' | 'cast';
};

const directory = { defaultTop: 100, largestTop: 999 } as const;
const protection = { defaultTop: 20, largestTop: 500 } as const;
const roles = {
  ...directory,
  permissions: ['RoleManagement.Read.Directory', 'Directory.Read.All'],
} as const;

/** The endpoints that are simulated, with the permissions that Microsoft documents. */
const endpoints = {
  registrations: {
    ...directory,
    name: 'registrations',
    permissions: ['AuditLog.Read.All'],
    licence: 'p1',
    typeName: 'userRegistrationDetails',
    largestTop: 1000,
  },
  registeredByFeature: {
    ...directory,
    name: 'registeredByFeature',
    permissions: ['AuditLog.Read.All'],
    licence: 'p1',
    typeName: 'userRegistrationFeatureSummary',
  },
  users: {
    ...directory,
    name: 'users',
    permissions: ['User.Read.All', 'User.ReadBasic.All', 'Directory.Read.All'],
    typeName: 'user',
  },
  devices: {
    ...directory,
    name: 'devices',
    permissions: ['Device.Read.All', 'Directory.Read.All'],
    expand: 'registeredOwners($select=id)',
    typeName: 'device',
  },
  groups: {
    ...directory,
    name: 'groups',
    permissions: [
      'GroupMember.Read.All',
      'Group.Read.All',
      'Group.ReadBasic.All',
      'Directory.Read.All',
    ],
    typeName: 'group',
  },
  groupChanges: {
    name: 'groupChanges',
    permissions: [
      'GroupMember.Read.All',
      'Group.Read.All',
      'Group.ReadBasic.All',
      'Directory.Read.All',
    ],
    typeName: 'group',
    isDelta: true,
    defaultTop: 25,
    largestTop: 25,
  },
  members: {
    ...directory,
    name: 'members',
    permissions: [
      'GroupMember.Read.All',
      'GroupMember.ReadBasic.All',
      'Group.Read.All',
      'Directory.Read.All',
    ],
    typeName: 'directoryObject',
  },
  transitiveMembers: {
    ...directory,
    name: 'transitiveMembers',
    permissions: [
      'GroupMember.Read.All',
      'GroupMember.ReadBasic.All',
      'Group.Read.All',
      'Directory.Read.All',
    ],
    typeName: 'directoryObject',
  },
  organization: {
    ...directory,
    name: 'organization',
    permissions: [
      'User.Read.All',
      'Organization.Read.All',
      'Directory.Read.All',
    ],
    typeName: 'organization',
  },
  roleAssignments: {
    ...roles,
    name: 'roleAssignments',
    typeName: 'unifiedRoleAssignment',
  },
  roleDefinitions: {
    ...roles,
    name: 'roleDefinitions',
    typeName: 'unifiedRoleDefinition',
  },
  roleEligibility: {
    ...roles,
    name: 'roleEligibility',
    permissions: [
      'RoleEligibilitySchedule.Read.Directory',
      'RoleManagement.Read.Directory',
    ],
    licence: 'p2',
    typeName: 'unifiedRoleEligibilityScheduleInstance',
  },
  groupEligibility: {
    ...directory,
    name: 'groupEligibility',
    permissions: ['PrivilegedEligibilitySchedule.Read.AzureADGroup'],
    licence: 'p2',
    filteredBy: ['groupId', 'principalId'],
    typeName: 'privilegedAccessGroupEligibilityScheduleInstance',
  },
  conditionalAccess: {
    ...directory,
    name: 'conditionalAccess',
    permissions: ['Policy.Read.All'],
    typeName: 'conditionalAccessPolicy',
  },
  securityDefaults: {
    ...directory,
    name: 'securityDefaults',
    permissions: ['Policy.Read.All'],
    typeName: 'identitySecurityDefaultsEnforcementPolicy',
  },
  authenticationMethods: {
    ...directory,
    name: 'authenticationMethods',
    permissions: ['Policy.Read.All', 'Policy.Read.AuthenticationMethod'],
    typeName: 'authenticationMethodsPolicy',
  },
  authenticationStrengths: {
    ...directory,
    name: 'authenticationStrengths',
    permissions: ['Policy.Read.All', 'Policy.Read.AuthenticationMethod'],
    expand: 'combinationConfigurations',
    typeName: 'authenticationStrengthPolicy',
  },
  registrationEvents: {
    ...directory,
    name: 'registrationEvents',
    version: 'beta',
    permissions: ['AuditLog.Read.All'],
    licence: 'p1',
    typeName: 'userEventsSummary',
    defaultTop: 1000,
    largestTop: 1000,
  },
  riskyUsers: {
    name: 'riskyUsers',
    permissions: ['IdentityRiskyUser.Read.All'],
    licence: 'p2',
    typeName: 'riskyUser',
    ...protection,
  },
  riskDetections: {
    name: 'riskDetections',
    permissions: ['IdentityRiskEvent.Read.All'],
    licence: 'p1',
    typeName: 'riskDetection',
    ...protection,
  },
  signIns: {
    name: 'signIns',
    permissions: ['AuditLog.Read.All'],
    licence: 'p1',
    typeName: 'signIn',
    defaultTop: 1000,
    largestTop: 1000,
  },
  batch: { ...directory, name: 'batch', permissions: [], typeName: 'batch' },
  mailboxPurpose: {
    ...directory,
    name: 'mailboxPurpose',
    permissions: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
    typeName: 'mailboxSettings',
  },
  userMethods: {
    ...directory,
    name: 'userMethods',
    permissions: [
      'UserAuthenticationMethod.Read.All',
      'UserAuthenticationMethod.ReadWrite.All',
    ],
    typeName: 'authenticationMethod',
  },
  photos: {
    ...directory,
    name: 'photos',
    permissions: [],
    typeName: 'profilePhoto',
  },
  other: { ...directory, name: 'other', permissions: [], typeName: 'entity' },
} as const satisfies Record<string, Endpoint>;

const routes: readonly [RegExp, Endpoint, MatchedEndpoint['form']][] = [
  [
    /^reports\/authenticationMethods\/userRegistrationDetails$/i,
    endpoints.registrations,
    'list',
  ],
  [
    /^reports\/authenticationMethods\/userRegistrationDetails\/([^/]+)$/i,
    endpoints.registrations,
    'one',
  ],
  [
    /^reports\/authenticationMethods\/usersRegisteredByFeature\(includedUserTypes=(?:'|%27)all(?:'|%27),includedUserRoles=(?:'|%27)all(?:'|%27)\)$/i,
    endpoints.registeredByFeature,
    'one',
  ],
  [/^users$/i, endpoints.users, 'list'],
  [/^users\/\$count$/i, endpoints.users, 'count'],
  [/^users\/([^/]+)$/i, endpoints.users, 'one'],
  [
    /^users\/([^/]+)\/mailboxSettings\/userPurpose$/i,
    endpoints.mailboxPurpose,
    'one',
  ],
  [/^users\/([^/]+)\/authentication\/methods$/i, endpoints.userMethods, 'one'],
  [/^\$batch$/i, endpoints.batch, 'one'],
  [/^(?:users|groups)\/([^/]+)\/photos?(?:\/.*)?$/i, endpoints.photos, 'one'],
  [/^devices$/i, endpoints.devices, 'list'],
  [/^devices\/\$count$/i, endpoints.devices, 'count'],
  [/^groups$/i, endpoints.groups, 'list'],
  [/^groups\/\$count$/i, endpoints.groups, 'count'],
  [/^groups\/delta$/i, endpoints.groupChanges, 'list'],
  [/^groups\/([^/]+)$/i, endpoints.groups, 'one'],
  [/^groups\/([^/]+)\/members$/i, endpoints.members, 'list'],
  [
    /^groups\/([^/]+)\/members\/microsoft\.graph\.user$/i,
    endpoints.members,
    'cast',
  ],
  [
    /^groups\/([^/]+)\/transitiveMembers$/i,
    endpoints.transitiveMembers,
    'list',
  ],
  [
    /^groups\/([^/]+)\/transitiveMembers\/microsoft\.graph\.user$/i,
    endpoints.transitiveMembers,
    'cast',
  ],
  [/^organization$/i, endpoints.organization, 'list'],
  [/^organization\/([^/]+)$/i, endpoints.organization, 'one'],
  [
    /^roleManagement\/directory\/roleAssignments$/i,
    endpoints.roleAssignments,
    'list',
  ],
  [
    /^roleManagement\/directory\/roleDefinitions$/i,
    endpoints.roleDefinitions,
    'list',
  ],
  [
    /^roleManagement\/directory\/roleEligibilityScheduleInstances$/i,
    endpoints.roleEligibility,
    'list',
  ],
  [
    /^identityGovernance\/privilegedAccess\/group\/eligibilityScheduleInstances$/i,
    endpoints.groupEligibility,
    'list',
  ],
  [
    /^identity\/conditionalAccess\/policies$/i,
    endpoints.conditionalAccess,
    'list',
  ],
  [
    /^policies\/identitySecurityDefaultsEnforcementPolicy$/i,
    endpoints.securityDefaults,
    'one',
  ],
  [
    /^policies\/authenticationMethodsPolicy$/i,
    endpoints.authenticationMethods,
    'one',
  ],
  [
    /^policies\/authenticationStrengthPolicies$/i,
    endpoints.authenticationStrengths,
    'list',
  ],
  [
    /^reports\/authenticationMethods\/userEventsSummary$/i,
    endpoints.registrationEvents,
    'list',
  ],
  [/^identityProtection\/riskyUsers$/i, endpoints.riskyUsers, 'list'],
  [/^identityProtection\/riskDetections$/i, endpoints.riskDetections, 'list'],
  [/^auditLogs\/signIns$/i, endpoints.signIns, 'list'],
];

/** The endpoint of a path, with its version; `other` when it is none of them. */
export function matchEndpoint(path: string): MatchedEndpoint {
  const [version, ...rest] = path.split('/').filter(Boolean);
  const trimmed = rest.join('/');
  for (const [pattern, endpoint, form] of routes) {
    const match = pattern.exec(trimmed);
    if (match && (endpoint.version ?? 'v1.0') === version) {
      return { endpoint, form, id: match[1] };
    }
  }
  return { endpoint: endpoints.other, form: 'one' };
}

/**
 * The application permissions that an application has unless told otherwise: all that the simulated endpoints know of,
 * but for those that give more of people than most organizations want read.
 *
 * @public
 */
export const allPermissions: readonly string[] = [
  'AuditLog.Read.All',
  'Device.Read.All',
  'GroupMember.Read.All',
  'IdentityRiskEvent.Read.All',
  'IdentityRiskyUser.Read.All',
  'Policy.Read.All',
  'PrivilegedEligibilitySchedule.Read.AzureADGroup',
  'RoleManagement.Read.Directory',
  'User.Read.All',
  'User-LifeCycleInfo.Read.All',
];
