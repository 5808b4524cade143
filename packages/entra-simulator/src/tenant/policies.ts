import type { Collection, Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';
import { globalAdministrator, roleTemplates } from './roleTemplates';

/** The divisions that are asked for MFA today; the others have not been reached yet. */
const asked = [
  'Engineering',
  'Security',
  'Sales',
  'Finance',
  'Information Technology',
];

const strong = [
  'windowsHelloForBusiness',
  'fido2',
  'x509CertificateMultiFactor',
];

const strength = (
  number: number,
  displayName: string,
  description: string,
  allowedCombinations: string[],
) => ({
  id: `00000000-0000-0000-0000-00000000000${number}`,
  createdDateTime: '2021-12-01T00:00:00Z',
  modifiedDateTime: '2021-12-01T00:00:00Z',
  displayName,
  description,
  policyType: 'builtIn',
  requirementsSatisfied: 'mfa',
  allowedCombinations,
});

const phishingResistant = strength(
  4,
  'Phishing-resistant MFA',
  'Phishing-resistant, Passwordless methods for the strongest authentication, such as a FIDO2 security key',
  strong,
);

/** The authentication strengths: Microsoft's, and one of the tenant's own that takes security keys of one maker. */
export function authenticationStrengths(
  ownId: (id: string) => string,
): Collection {
  const rows: Row[] = [
    strength(
      2,
      'Multifactor authentication',
      'Combinations of methods that satisfy strong authentication, such as a password + SMS',
      [
        ...strong,
        'deviceBasedPush',
        'temporaryAccessPassOneTime',
        'temporaryAccessPassMultiUse',
        ...[
          'microsoftAuthenticatorPush',
          'softwareOath',
          'hardwareOath',
          'sms',
          'voice',
        ].map(second => `password,${second}`),
        'federatedMultiFactor',
      ],
    ),
    strength(
      3,
      'Passwordless MFA',
      'Passwordless methods that satisfy strong authentication, such as Passwordless sign-in with the Microsoft Authenticator',
      [...strong, 'deviceBasedPush'],
    ),
    phishingResistant,
  ].map(row => ({ ...row, combinationConfigurations: [] }));
  rows.push({
    ...strength(5, 'Security keys of Contoso', '', ['fido2']),
    id: ownId('d68f66d2-199d-4361-825e-3d2817ef897b'),
    policyType: 'custom',
    combinationConfigurations: [
      {
        '@odata.type': '#microsoft.graph.fido2CombinationConfiguration',
        id: ownId('a533d331-e030-4d3b-8b3c-ff127fa4a87f'),
        appliesToCombinations: ['fido2'],
        allowedAAGUIDs: ['2fc0579f-8113-47ea-b116-bb5a8db9202a'],
      },
    ],
  });
  return { positions: rows.length, row: position => rows[position] };
}

/** Whether security defaults are on: never in a tenant that has Conditional Access. */
export function securityDefaultsPolicy(isEnabled: boolean): Row {
  return {
    id: '00000000-0000-0000-0000-000000000005',
    deletedDateTime: null,
    displayName: 'Security Defaults',
    description:
      'Security defaults is a set of basic identity security mechanisms recommended by Microsoft.',
    isEnabled,
  };
}

/**
 * The Conditional Access policies: MFA for some divisions, for everybody only reporting, a strength for
 * administrators, MFA at a risk, and one without MFA.
 */
export function conditionalAccessPolicies({
  groups,
  population,
}: Pick<GeneratedTenant, 'groups' | 'population'>): Collection {
  const { ownId } = population.plan.organization;
  // Two of the four emergency accounts: the others were forgotten.
  const excluded = population.fixed
    .filter(({ kind }) => kind === 'breakGlass')
    .slice(0, 2)
    .map(({ id }) => id);
  const idOf = (name: string) => idsOfGroup(groups, name);
  const rows = [
    policy(1, 'CA001 - Require MFA, first divisions', 'enabled', {
      users: {
        includeGroups: asked.flatMap(idOf),
        excludeUsers: excluded,
        excludeGroups: idOf('Field Sales'),
      },
    }),
    policy(2, 'CA002 - Phishing-resistant MFA for administrators', 'enabled', {
      users: { includeRoles: [globalAdministrator, roleTemplates[1].id] },
      grant: { authenticationStrength: phishingResistant },
    }),
    policy(
      3,
      'CA003 - Require MFA for all users',
      'enabledForReportingButNotEnforced',
      { users: { includeUsers: ['All'], excludeUsers: excluded } },
    ),
    policy(4, 'CA004 - Require MFA at risky sign-ins', 'enabled', {
      users: { includeGroups: idOf('Security Champions') },
      conditions: { signInRiskLevels: ['high'] },
    }),
    policy(5, 'CA005 - Block legacy authentication', 'enabled', {
      users: { includeUsers: ['All'] },
      conditions: { clientAppTypes: ['exchangeActiveSync', 'other'] },
      grant: { builtInControls: ['block'] },
    }),
  ].map(row => ({ ...row, id: ownId(String(row.id)) }));
  return { positions: rows.length, row: position => rows[position] };
}

/** The id of the group of that name, in a list; none where there is no such group. */
export function idsOfGroup(
  groups: GeneratedTenant['groups'],
  name: string,
): string[] {
  for (let index = 0; index < groups.count; index += 1) {
    const row = groups.row(index);
    if (row.displayName === name) return [row.id];
  }
  return [];
}

function policy(
  number: number,
  displayName: string,
  state: string,
  of: { users: object; conditions?: object; grant?: object },
): Row {
  return {
    id: `c76d07c9-ba31-4418-acdd-33754400000${number}`,
    templateId: null,
    displayName,
    createdDateTime: '2025-01-10T09:00:00Z',
    modifiedDateTime: null,
    deletedDateTime: null,
    state,
    sessionControls: null,
    conditions: {
      userRiskLevels: [],
      signInRiskLevels: [],
      clientAppTypes: ['all'],
      servicePrincipalRiskLevels: [],
      insiderRiskLevels: null,
      platforms: null,
      locations: null,
      devices: null,
      clientApplications: null,
      authenticationFlows: null,
      applications: {
        includeApplications: ['All'],
        excludeApplications: [],
        includeUserActions: [],
        includeAuthenticationContextClassReferences: [],
        applicationFilter: null,
      },
      ...of.conditions,
      users: {
        includeUsers: [],
        excludeUsers: [],
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
        includeGuestsOrExternalUsers: null,
        excludeGuestsOrExternalUsers: null,
        ...of.users,
      },
    },
    grantControls: {
      operator: 'OR',
      builtInControls: of.grant ? [] : ['mfa'],
      customAuthenticationFactors: [],
      termsOfUse: [],
      authenticationStrength: null,
      ...of.grant,
    },
  };
}
