import { adminConsentUrl } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { clouds } from './clouds';
import type { TenantConfig } from './types';

const signInAddresses = new Set<string>(
  Object.values(clouds).map(({ login }) => login),
);

/**
 * Microsoft's page for admin consent to a tenant's app. Another authority than Microsoft's has none,
 * and nobody is sent to a page that is not Microsoft's.
 */
export function consentUrlOf(
  tenant: Pick<TenantConfig, 'tenantId' | 'clientId' | 'authority'>,
): string | null {
  const { tenantId, clientId } = tenant;
  const signInAddress = new URL(tenant.authority).origin;
  return signInAddresses.has(signInAddress)
    ? adminConsentUrl({ signInAddress, tenantId, clientId })
    : null;
}
