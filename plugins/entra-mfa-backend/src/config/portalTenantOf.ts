import type {
  ConnectConfig,
  CredentialConfig,
  KeptSecret,
  TenantConfig,
} from './types';

/** What is known of a tenant that is connected in the portal. */
interface Settings {
  tenantId: string;
  contact: string | null;
  switchedOff: readonly string[];
  /** By consent to the application, in the name of somebody who signed in, or by an application of its own. */
  kind: 'consent' | 'reader' | 'application';
  /** Of its own application. */
  clientId: string | null;
  secretEndsAt: Date | null;
}

/** How a tenant is read that is connected in the portal. */
export function portalTenantOf(
  connect: ConnectConfig,
  connection: Settings,
  kept: KeptSecret | null,
): TenantConfig {
  const { cloud, knownAuthority, graphRoot } = connect;
  const { tenantId, contact, switchedOff, clientId } = connection;
  return {
    tenantId,
    origin: 'portal',
    clientId: clientId ?? connect.clientId,
    credential: credentialOf(connect, connection, kept),
    cloud,
    ownTelephonyProvider: false,
    authority: `${connect.signInAddress}/${tenantId}`,
    knownAuthority,
    graphRoot,
    ...(contact !== null && { contact }),
    switchedOff,
  };
}

function credentialOf(
  { credential }: ConnectConfig,
  { kind, secretEndsAt }: Settings,
  kept: KeptSecret | null,
): CredentialConfig {
  switch (kind) {
    case 'reader':
      return { kind, application: credential, kept };
    case 'application':
      return { kind: 'sealed-secret', kept, endsAt: secretEndsAt };
    default:
      return credential;
  }
}
