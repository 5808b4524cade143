import type { PhoneDelivery } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { TenantConfig } from './types';

/** Who delivers a tenant's SMS and voice. A simulator's cloud counts as the public one. */
export function phoneDeliveryOf({
  cloud,
  ownTelephonyProvider,
}: Pick<TenantConfig, 'cloud' | 'ownTelephonyProvider'>): PhoneDelivery {
  if (ownTelephonyProvider) {
    return 'own-provider';
  }
  return cloud === 'global' ? 'ends' : 'national-cloud';
}
