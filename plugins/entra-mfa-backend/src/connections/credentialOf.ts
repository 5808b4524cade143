import type { CredentialConfig, TenantConfig } from '../config/types';

/** How a connection signs in: nothing of the credential itself. */
export interface CredentialSeen {
  kind: CredentialConfig['kind'];
  clientId: string;
}

/** How a tenant of the configuration signs in. */
export function credentialOf({
  clientId,
  credential,
}: TenantConfig): CredentialSeen {
  return { kind: credential.kind, clientId };
}
