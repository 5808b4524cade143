import type { PolicyLimit } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { orNone } from './orNone';
import {
  policyStates,
  type Collector,
  type PolicyBody,
  type PolicyPeople,
} from './types';

// A list that is not as documented must not be taken for none: somebody would be told wrong.
const names = z.array(z.string()).nullish();
const anything = z.unknown().optional();

const grant = z.object({
  operator: orNone(z.string()),
  builtInControls: names,
  customAuthenticationFactors: names,
  termsOfUse: names,
  authenticationStrength: z
    .object({ id: z.string(), displayName: orNone(z.string()) })
    .nullish(),
});

const conditions = z.looseObject({
  users: z
    .object({
      includeUsers: names,
      excludeUsers: names,
      includeGroups: names,
      excludeGroups: names,
      includeRoles: names,
      excludeRoles: names,
      includeGuestsOrExternalUsers: anything,
      excludeGuestsOrExternalUsers: anything,
    })
    .nullish(),
  applications: z
    .object({
      includeApplications: names,
      excludeApplications: names,
      includeUserActions: names,
      includeAuthenticationContextClassReferences: names,
      applicationFilter: anything,
    })
    .nullish(),
  clientAppTypes: names,
  userRiskLevels: names,
  signInRiskLevels: names,
  insiderRiskLevels: anything,
  platforms: anything,
  locations: anything,
  devices: anything,
  authenticationFlows: anything,
});

/** Of people alone: what is said of service principals limits nothing. */
const known = [
  ...Object.keys(conditions.shape),
  ...['clientApplications', 'servicePrincipalRiskLevels'],
];

const row = z.object({
  id: z.string().min(1),
  displayName: orNone(z.string()),
  // Of another one it would not be known whom it asks.
  state: z.enum(policyStates),
  conditions,
  grantControls: grant.nullish(),
});

type Row = z.infer<typeof row>;

/**
 * Who is asked for MFA, by which policy. A policy without MFA is kept too: it is counted. Source: resource type
 * `conditionalAccessPolicy`.
 */
export const conditionalAccess: Collector<Row> = {
  id: 'conditional-access',
  title: 'Conditional Access policies',
  source: 'graph',
  endpoint: '/identity/conditionalAccess/policies',
  query: {},
  pace: 'protection',
  permission: 'Policy.Read.All',
  licence: null,
  why: 'To know who is asked for MFA',
  documentation:
    'https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: true,
  row,
  toRecords(policy) {
    const body: PolicyBody = {
      displayName: policy.displayName || policy.id,
      state: policy.state,
      include: peopleOf(policy, 'include'),
      exclude: peopleOf(policy, 'exclude'),
      ...demandOf(policy),
      limits: limitsOf(policy),
    };
    return [{ key: policy.id.toLowerCase(), body: { ...body } }];
  },
};

/** Ids in lower case; `All`, `None` and `GuestsOrExternalUsers` too, which are no ids. */
function peopleOf(
  { conditions: { users } }: Row,
  how: 'include' | 'exclude',
): PolicyPeople {
  const sorted = (list: string[] | null | undefined) =>
    (list ?? []).map(name => name.toLowerCase()).sort();
  return {
    users: sorted(users?.[`${how}Users`]),
    groups: sorted(users?.[`${how}Groups`]),
    roles: sorted(users?.[`${how}Roles`]),
    ...(isGiven(users?.[`${how}GuestsOrExternalUsers`]) && { guests: true }),
  };
}

/** MFA is demanded by the control or by a strength, which cannot be used together. */
function demandOf({
  grantControls,
}: Row): Pick<PolicyBody, 'demands' | 'strength' | 'strengthId'> {
  const strength = grantControls?.authenticationStrength;
  if (strength) {
    return {
      demands: 'strength',
      strength: strength.displayName || strength.id,
      strengthId: strength.id.toLowerCase(),
    };
  }
  return {
    demands: grantControls?.builtInControls?.includes('mfa') ? 'mfa' : null,
  };
}

/** For what a policy holds only sometimes, sorted: it then asks at some sign-ins and not at others. */
function limitsOf({ conditions: of, grantControls }: Row): PolicyLimit[] {
  const { applications } = of;
  const clients = of.clientAppTypes ?? [];
  const others = [
    ...(grantControls?.builtInControls ?? []).filter(name => name !== 'mfa'),
    ...(grantControls?.customAuthenticationFactors ?? []),
    ...(grantControls?.termsOfUse ?? []),
  ];
  const limits: [PolicyLimit, boolean][] = [
    [
      'actions',
      isGiven(applications?.includeUserActions) ||
        isGiven(applications?.includeAuthenticationContextClassReferences),
    ],
    [
      'alternatives',
      others.length > 0 && grantControls?.operator?.toUpperCase() !== 'AND',
    ],
    [
      'apps',
      !applications?.includeApplications?.includes('All') ||
        isGiven(applications.excludeApplications) ||
        isGiven(applications.applicationFilter),
    ],
    ['clients', clients.length > 0 && !clients.includes('all')],
    ['devices', isGiven(of.devices) || isGiven(of.platforms)],
    ['flows', isGiven(of.authenticationFlows)],
    ['locations', isGiven(of.locations)],
    [
      'other',
      Object.keys(of).some(
        name =>
          !known.includes(name) && !name.includes('@') && isGiven(of[name]),
      ),
    ],
    [
      'risk',
      isGiven(of.userRiskLevels) ||
        isGiven(of.signInRiskLevels) ||
        isGiven(of.insiderRiskLevels),
    ],
  ];
  return limits.filter(([, fits]) => fits).map(([limit]) => limit);
}

/** Graph writes what is not set as null, as an empty list, or not at all. */
function isGiven(value: unknown): boolean {
  return (
    value !== null &&
    value !== undefined &&
    value !== '' &&
    !(Array.isArray(value) && value.length === 0)
  );
}
