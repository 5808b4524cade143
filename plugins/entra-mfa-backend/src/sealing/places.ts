import type { EntraMfaSealed } from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** Where it lies what MSAL keeps of somebody who signed in. */
export function placeOfReader(tenantId: string): EntraMfaSealed {
  return { tenantId, purpose: 'reader' };
}

/** Where the secret lies of a tenant's own application. */
export function placeOfApplication(tenantId: string): EntraMfaSealed {
  return { tenantId, purpose: 'application' };
}

/** Where the verifier of a sign-in lies that is awaited. */
export function placeOfVerifier(
  tenantId: string,
  request: string,
): EntraMfaSealed {
  return { tenantId, purpose: `verifier/${request}` };
}
