import type { Licence } from '../tenant/organization';
import type { Bearer } from './AccessTokens';
import type { EndpointName } from './endpointNames';
import type { MatchedEndpoint } from './endpoints';
import { graphErrors } from './GraphError';

/** What is part of Identity Protection, which refuses in its own words and shares one limit. */
export const protection: readonly EndpointName[] = [
  'riskyUsers',
  'riskDetections',
];

const ranks: readonly Licence[] = ['free', 'p1', 'p2'];

/** Roles without which nobody sees the reports of the authentication methods, whatever the scopes are. */
const reportRoles: ReadonlySet<string | null> = new Set([
  'Global Administrator',
  'Global Reader',
  'Reports Reader',
  'Security Administrator',
  'Security Reader',
]);

/** Throws what Graph answers when the token lacks a permission, the person a role or the tenant a licence. */
export function refuseWithout(
  { endpoint }: MatchedEndpoint,
  parameters: URLSearchParams,
  { permissions: held, person }: Bearer,
  licence: Licence,
): void {
  const { permissions, licence: needed } = endpoint;
  if (
    permissions.length &&
    !permissions.some(permission => held.includes(permission))
  ) {
    if (endpoint.name === 'conditionalAccess') {
      throw graphErrors.policyPermission();
    }
    if (endpoint.name === 'mailboxPurpose') {
      throw graphErrors.mailboxPermission();
    }
    if (endpoint.name === 'userMethods') {
      throw graphErrors.methodsPermission();
    }
    throw permissions.includes('AuditLog.Read.All')
      ? graphErrors.reportPermission()
      : graphErrors.directoryPermission();
  }
  if (
    person &&
    !reportRoles.has(person.role) &&
    permissions.includes('AuditLog.Read.All')
  ) {
    throw graphErrors.unsupportedUserRole();
  }
  if (needed && ranks.indexOf(licence) < ranks.indexOf(needed)) {
    if (protection.includes(endpoint.name)) {
      throw graphErrors.protectionLicence();
    }
    throw needed === 'p2'
      ? graphErrors.governanceLicence()
      : graphErrors.premiumLicence();
  }
  // One selected property can sink the whole page, as it does at Microsoft.
  if (
    endpoint.name === 'users' &&
    parameters.get('$select')?.includes('signInActivity')
  ) {
    if (!held.includes('AuditLog.Read.All')) {
      throw graphErrors.reportPermission();
    }
    if (licence === 'free') {
      throw graphErrors.premiumLicence();
    }
  }
  if (
    endpoint.name === 'users' &&
    parameters.get('$select')?.includes('employeeLeaveDateTime') &&
    !held.includes('User-LifeCycleInfo.Read.All')
  ) {
    throw graphErrors.directoryPermission();
  }
}
