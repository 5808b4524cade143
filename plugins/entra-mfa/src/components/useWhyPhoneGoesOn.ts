import type { TenantRef } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

/** Why SMS and voice do not end in a tenant; null where they do. */
export function useWhyPhoneGoesOn(tenant: TenantRef | null): string | null {
  const { t } = useWords();
  return tenant === null || tenant.phoneDelivery === 'ends'
    ? null
    : t(`phone.why.${camel(tenant.phoneDelivery)}`);
}
