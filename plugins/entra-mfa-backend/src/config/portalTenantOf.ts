import type { ConnectConfig, KeptSecret, TenantConfig } from './types';

/** How a tenant is read that is connected in the portal. */
export function portalTenantOf(
  connect: ConnectConfig,
  connection: {
    tenantId: string;
    contact: string | null;
    switchedOff: readonly string[];
    /** By consent to the application, or in the name of somebody who signed in. */
    kind: 'consent' | 'reader';
  },
  kept: KeptSecret | null,
): TenantConfig {
  const { clientId, credential, cloud, knownAuthority, graphRoot } = connect;
  const { tenantId, contact, switchedOff, kind } = connection;
  return {
    tenantId,
    origin: 'portal',
    clientId,
    credential:
      kind === 'reader' ? { kind, application: credential, kept } : credential,
    cloud,
    ownTelephonyProvider: false,
    authority: `${connect.signInAddress}/${tenantId}`,
    knownAuthority,
    graphRoot,
    ...(contact !== null && { contact }),
    switchedOff,
  };
}
