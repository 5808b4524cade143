/** The endpoints by the names that statistics and fault rules use. @public */
export const endpointNames = [
  'discovery',
  'token',
  'adminConsent',
  'adminConsentAnswer',
  'authorize',
  'msi',
  'registrations',
  'registeredByFeature',
  'users',
  'devices',
  'groups',
  'members',
  'transitiveMembers',
  'organization',
  'roleAssignments',
  'roleDefinitions',
  'roleEligibility',
  'groupEligibility',
  'conditionalAccess',
  'securityDefaults',
  'authenticationMethods',
  'authenticationStrengths',
  'registrationEvents',
  'riskyUsers',
  'riskDetections',
  'signIns',
  'photos',
  'other',
] as const;

/** One of {@link endpointNames}. @public */
export type EndpointName = (typeof endpointNames)[number];
