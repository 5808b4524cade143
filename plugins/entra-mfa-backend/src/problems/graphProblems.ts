import type { ProblemKind } from './types';

/**
 * What can go wrong when Graph answers and refuses.
 *
 * Source: Microsoft Graph error responses and resource types; known issues of Microsoft Graph; public
 * reports.
 */
export const graphProblems = {
  noPermission: {
    code: 'no-permission',
    message:
      '{permission} is missing on app {clientId}: it may not read {what}.',
    action:
      'Ask a Global Administrator to add the application permission {permission} to the app in tenant {tenantId} and to grant admin consent, then sync again.',
    graph: [
      '403 Authorization_RequestDenied',
      '403 Authentication_MSGraphPermissionMissing',
      '403 PermissionScopeNotGranted',
      '403 AccessDenied',
      '403 Forbidden',
      '403 ErrorAccessDenied',
    ],
    outcome: 'skipped',
    more: 'A Privileged Role Administrator can do it too. After a refusal the next sync signs in anew, so it sees the grant. Without `RoleManagement.Read.Directory` or `GroupMember.Read.All` the page says that who is privileged, or that roles held through groups, are not known; everything else goes on.',
  },
  readerRole: {
    code: 'reader-role',
    message:
      'Whoever signed in to have tenant {tenantId} read has no directory role with which {what} can be read.',
    action:
      'Give them one: Global Reader reads everything, Reports Reader or Security Reader the report alone. Or have somebody sign in again who has one. Then sync again.',
    graph: ['403 Authentication_RequestFromUnsupportedUserRole'],
    outcome: 'skipped',
  },
  noPermissionUnnamed: {
    code: 'no-permission',
    message: 'App {clientId} may not read {what}.',
    action:
      'Ask a Global Administrator to add the application permission that the documentation names to the app in tenant {tenantId} and to grant admin consent, then sync again.',
    outcome: 'skipped',
  },
  noLicence: {
    code: 'no-licence',
    message: 'The report needs {licence}, which this tenant does not have.',
    action:
      'Buy a licence, or wait some hours if it was just bought; then sync again.',
    graph: [
      '403 Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      '403 AccessDenied, 403 Forbidden with words of a licence',
    ],
    outcome: 'skipped',
    more: 'It is believed at once only where the tenant’s own plans show no P1 or P2. Of a small tenant, [the methods of each person](semantics.md#tenants-without-entra-id-p1) can be read instead.',
  },
  doesWithoutLicence: {
    code: 'no-licence',
    message: 'Reading {what} needs {licence}, which this tenant does not have.',
    action: '{withoutLicence}',
    graph: ['400 AadPremiumLicenseRequired', '403 AadPremiumLicenseRequired'],
    outcome: 'skipped',
    more: 'Nothing needs to be done. Of eligible roles: without the licence nobody can be eligible, so nothing is missing. Where the tenant’s plans show neither P2 nor Governance, every refusal of them is this one, also that of a permission.',
  },
  tooManyPeople: {
    code: 'too-many-people',
    message:
      '{accounts} accounts are more than the {most} whose methods are read one by one.',
    action:
      'Buy Microsoft Entra ID P1: its report has everybody at once. Or stop reading the methods of each person: take `perUserMethods` out.',
    outcome: 'skipped',
    more: 'Only where [`perUserMethods`](semantics.md#tenants-without-entra-id-p1) is set, and the tenant’s plans show no P1.',
  },
  licenceCheckFailed: {
    code: 'licence-check-failed',
    message:
      'The licence check failed although a premium plan is assigned (Microsoft Entra ID {premium}), three times in a row.',
    action:
      'A known fault at Microsoft’s side. What was read is kept, and the next sync goes on from there. If it comes back, do what Microsoft names against it: add the application permission Directory.Read.All to app {clientId} and grant admin consent.',
    graph: [
      '403 Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      '400 AadPremiumLicenseRequired',
    ],
    passes: true,
    more: 'Told only where the tenant’s plans show the licence, also while they are in the state Warning.',
  },
  refusedMidway: {
    code: 'refused-midway',
    message:
      'Graph refused a page in the middle of {what}, after it had given those before ({answered}).',
    action:
      'That is no missing permission and no missing licence, or the first page would have been refused. The pages that were read are kept, and the next sync goes on from there. If it stays so, ask Microsoft support, with the request ids of the run.',
    graph: ['403 after the first page'],
    passes: true,
  },
  refusedMidwayUnneeded: {
    code: 'refused-midway',
    message:
      'Graph refused a page in the middle of {what}, after it had given those before ({answered}), and the sync went on without.',
    action:
      'That is no missing permission and no missing licence, or the first page would have been refused. What was read before is used on, and the next sync asks again. If it stays so, ask Microsoft support, with the request ids of the run.',
    graph: ['403 after the first page'],
    passes: true,
  },
  notAnswered: {
    code: 'not-answered',
    message:
      'Graph does not answer {what} to an app in this tenant ({answered}).',
    action: 'Nothing needs to be done: nothing rests on it.',
    outcome: 'skipped',
    more: 'Microsoft documents its own count for signed-in users alone.',
  },
  denied: {
    code: 'denied',
    message: 'Graph denied the request{detail?}, and does not say why.',
    action:
      'Check that no proxy or policy stands between this portal and Graph, and that the app has its permissions with admin consent.',
    graph: ['403'],
  },
  tokenRefused: {
    code: 'token-refused',
    message: 'Graph refused the token of app {clientId}, and a new one too.',
    action:
      'Check that `cloud` is the one that the tenant lives in: a token of one cloud is not valid in another.',
    graph: ['401 InvalidAuthenticationToken', '401 Unauthenticated', '401'],
  },
  notFound: {
    code: 'not-found',
    message: 'Graph does not know the address of {what} ({answered}).',
    action: 'Check `cloud`: not every national cloud offers every report.',
    graph: ['404 Request_ResourceNotFound', '404'],
  },
  queryRefused: {
    code: 'query-refused',
    message: 'Graph refused the query for {what} ({answered}).',
    action:
      'This is a fault of the plugin or a change at Microsoft’s side: update the plugin, and report it with the request ids of the run.',
    graph: [
      '400 BadRequest',
      '400 Request_BadRequest',
      '400 Request_UnsupportedQuery',
      '400',
      '405',
      '501 NotImplemented',
      '501',
    ],
  },
  throttled: {
    code: 'throttled',
    message: 'Graph kept throttling this portal while it read {what}.',
    action:
      'What was read is kept, and the next sync goes on from there. If it stays so, another program uses the same app: give this portal an app registration of its own, or lower `pace.reportRequestsPer10Seconds`.',
    graph: [
      '429 TooManyRequests',
      '429 activityLimitReached',
      '429 UnknownError',
      '429',
      '509',
    ],
    passes: true,
  },
  graphUnavailable: {
    code: 'graph-unavailable',
    message:
      'Graph could not answer while reading {what} ({answered}), after several attempts.',
    action:
      'What was read is kept, and the next sync tries again and goes on from there. If it stays so, see Microsoft’s service health.',
    graph: ['408', '500', '502', '503', '504'],
    passes: true,
  },
} as const satisfies Record<string, ProblemKind>;
