import type { ConnectConfig, TenantConfig } from './types';

/** How a tenant is read that is connected in the portal. */
export function portalTenantOf(
  connect: ConnectConfig,
  connection: {
    tenantId: string;
    contact: string | null;
    switchedOff: readonly string[];
  },
): TenantConfig {
  const { clientId, credential, cloud, knownAuthority, graphRoot } = connect;
  const { tenantId, contact, switchedOff } = connection;
  return {
    tenantId,
    origin: 'portal',
    clientId,
    credential,
    cloud,
    ownTelephonyProvider: false,
    authority: `${connect.signInAddress}/${tenantId}`,
    knownAuthority,
    graphRoot,
    ...(contact !== null && { contact }),
    switchedOff,
  };
}
