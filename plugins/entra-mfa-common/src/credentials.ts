/**
 * With what the app of a tenant may sign in.
 *
 * - `secret`: a secret of its registration
 * - `certificate`: a certificate of its registration, with its private key
 * - `federated`: the assertion of a workload that the registration trusts
 * - `sealed-secret`: a secret of its registration that was entered on the page, and lies sealed
 * - `reader`: somebody signed in, and it reads in their name
 * - `managed-identity`: the identity that Azure gives to whatever runs the portal
 *
 * @public
 */
export const credentialKinds = [
  'secret',
  'certificate',
  'federated',
  'managed-identity',
  'sealed-secret',
  'reader',
] as const;

/** One of {@link credentialKinds}. @public */
export type CredentialKind = (typeof credentialKinds)[number];

/** How many days before its end a credential is warned of; 0 is its end. @public */
export type CredentialWarning = 30 | 14 | 3 | 0;
