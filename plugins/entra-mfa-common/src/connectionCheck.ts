import type { ProblemCode } from './problemCodes';

/**
 * What the check of a connection finds of a data set.
 *
 * - `works`: Graph gave what was asked for
 * - `permission-missing`: the app may not read it
 * - `licence-missing`: the tenant has no licence for it
 * - `not-in-this-cloud`: Graph does not know its address there
 * - `throttled`: Graph asks to wait
 * - `unreachable`: nothing that can be used came back
 * - `refused`: for another reason, which its problem says
 *
 * @public
 */
export const checkVerdicts = [
  'works',
  'permission-missing',
  'licence-missing',
  'not-in-this-cloud',
  'throttled',
  'unreachable',
  'refused',
] as const;

/** One of {@link checkVerdicts}. @public */
export type CheckVerdict = (typeof checkVerdicts)[number];

/**
 * Who can mend a problem.
 *
 * - `tenant-administrator`: a Global Administrator or Privileged Role Administrator of the tenant
 * - `application-owner`: who has the app registration
 * - `licence-administrator`: who buys licences of the tenant
 * - `portal-operator`: who runs this portal
 * - `reader`: who signed in to have the tenant read, or somebody in their place
 * - `microsoft`: its support, where it does not pass
 * - `nobody`: it passes by itself, or nothing rests on it
 *
 * @public
 */
export const problemOwners = [
  'tenant-administrator',
  'application-owner',
  'licence-administrator',
  'portal-operator',
  'reader',
  'microsoft',
  'nobody',
] as const;

/** One of {@link problemOwners}. @public */
export type ProblemOwner = (typeof problemOwners)[number];

const owners: Record<ProblemCode, ProblemOwner> = {
  'secret-wrong': 'portal-operator',
  'secret-expired': 'application-owner',
  'credential-refused': 'application-owner',
  'credential-unreadable': 'portal-operator',
  'credential-ended': 'application-owner',
  'sealed-secret': 'portal-operator',
  'key-service': 'portal-operator',
  'clock-skew': 'portal-operator',
  'app-not-found': 'tenant-administrator',
  'app-disabled': 'tenant-administrator',
  'wrong-account-type': 'application-owner',
  'no-consent': 'tenant-administrator',
  'consent-declined': 'tenant-administrator',
  'redirect-refused': 'application-owner',
  'sign-in-again': 'reader',
  'tenant-not-found': 'portal-operator',
  'tenant-blocked': 'tenant-administrator',
  'tenant-restricted': 'portal-operator',
  'wrong-cloud': 'portal-operator',
  'graph-disabled': 'tenant-administrator',
  'blocked-by-policy': 'tenant-administrator',
  'sign-in-throttled': 'nobody',
  'sign-in-unavailable': 'nobody',
  'sign-in-refused': 'application-owner',
  'no-permission': 'tenant-administrator',
  'reader-role': 'tenant-administrator',
  'no-licence': 'licence-administrator',
  'too-many-people': 'licence-administrator',
  'licence-check-failed': 'tenant-administrator',
  'refused-midway': 'microsoft',
  'not-answered': 'nobody',
  denied: 'tenant-administrator',
  'token-refused': 'portal-operator',
  'not-found': 'portal-operator',
  'query-refused': 'microsoft',
  throttled: 'nobody',
  'graph-unavailable': 'nobody',
  unreachable: 'portal-operator',
  certificate: 'portal-operator',
  timeout: 'nobody',
  'cut-off': 'portal-operator',
  'not-json': 'portal-operator',
  'catalog-unavailable': 'portal-operator',
  'page-token-expired': 'nobody',
  'foreign-address': 'portal-operator',
  'endless-pages': 'microsoft',
  'wrong-tenant': 'portal-operator',
  'wrong-row': 'microsoft',
  'empty-answer': 'tenant-administrator',
  'shrunk-answer': 'tenant-administrator',
  'missing-values': 'tenant-administrator',
  'sudden-fall': 'tenant-administrator',
  stopped: 'nobody',
  stale: 'portal-operator',
  'scope-group-missing': 'portal-operator',
  'exception-group-missing': 'portal-operator',
  'report-old': 'microsoft',
  'not-configured': 'portal-operator',
  'switched-off': 'nobody',
  'not-stored': 'portal-operator',
  internal: 'portal-operator',
  unexpected: 'portal-operator',
};

/** Who can mend a problem. @public */
export function ownerOf(code: ProblemCode): ProblemOwner {
  return owners[code];
}
