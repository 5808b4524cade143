import { adminConsentUrl } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { clouds } from './clouds';
import type { TenantConfig } from './types';

const signInAddresses = new Set<string>(
  Object.values(clouds).map(({ login }) => login),
);

/**
 * Microsoft's page for admin consent to a tenant's app. Another authority than Microsoft's has none,
 * and nobody is sent to a page that is not Microsoft's. To a managed identity nobody can consent: it is granted
 * its permissions by a script. What a reader needs is consented to where they sign in.
 */
export function consentUrlOf(
  tenant: Pick<
    TenantConfig,
    'tenantId' | 'clientId' | 'authority' | 'credential'
  >,
): string | null {
  const { tenantId, clientId } = tenant;
  const signInAddress = new URL(tenant.authority).origin;
  const canConsent =
    signInAddresses.has(signInAddress) &&
    tenant.credential.kind !== 'managed-identity' &&
    tenant.credential.kind !== 'reader';
  return canConsent
    ? adminConsentUrl({ signInAddress, tenantId, clientId })
    : null;
}
