import type { EntraMfaSealed } from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** To what a sealed secret belongs, as one text: no other tenant and purpose have the same. */
export function belongingOf({ tenantId, purpose }: EntraMfaSealed): string {
  return JSON.stringify([tenantId, purpose]);
}
