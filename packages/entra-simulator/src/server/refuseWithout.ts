import type { Licence } from '../tenant/organization';
import type { MatchedEndpoint } from './endpoints';
import { graphErrors } from './GraphError';

const ranks: readonly Licence[] = ['free', 'p1', 'p2'];

/** Throws what Graph answers when the token lacks a permission or the tenant a licence. */
export function refuseWithout(
  { endpoint }: MatchedEndpoint,
  parameters: URLSearchParams,
  roles: readonly string[],
  licence: Licence,
): void {
  const { permissions, licence: needed } = endpoint;
  if (
    permissions.length &&
    !permissions.some(permission => roles.includes(permission))
  ) {
    if (endpoint.name === 'conditionalAccess') {
      throw graphErrors.policyPermission();
    }
    throw permissions.includes('AuditLog.Read.All')
      ? graphErrors.reportPermission()
      : graphErrors.directoryPermission();
  }
  if (needed && ranks.indexOf(licence) < ranks.indexOf(needed)) {
    throw needed === 'p2'
      ? graphErrors.governanceLicence()
      : graphErrors.premiumLicence();
  }
  // One selected property can sink the whole page, as it does at Microsoft.
  if (
    endpoint.name === 'users' &&
    parameters.get('$select')?.includes('signInActivity')
  ) {
    if (!roles.includes('AuditLog.Read.All')) {
      throw graphErrors.reportPermission();
    }
    if (licence === 'free') {
      throw graphErrors.premiumLicence();
    }
  }
  if (
    endpoint.name === 'users' &&
    parameters.get('$select')?.includes('employeeLeaveDateTime') &&
    !roles.includes('User-LifeCycleInfo.Read.All')
  ) {
    throw graphErrors.directoryPermission();
  }
}
