import type { EntraMfaEvidencePerson } from '@entra-mfa/backstage-plugin-entra-mfa-node';

/**
 * Methods for which Vanta has a name that is known here; others are left out, because a name that it does not know makes it
 * refuse everybody.
 */
const methodNames: Readonly<Record<string, string>> = {
  microsoftAuthenticatorPush: 'PUSH_PROMPT',
  mobilePhone: 'SMS',
  sms: 'SMS',
  softwareOneTimePasscode: 'OTP',
  hardwareOneTimePasscode: 'OTP',
};

/**
 * A person as a UserAccount of Vanta; null of one whose account cannot sign in: what is missing is deactivated there.
 *
 * Source: developer.vanta.com, api-reference/user-accounts/sync-all-user-accounts, as stored on 2026-11-30; its fields are
 * all there are, and a further one is refused.
 */
export function toUserAccount(
  person: EntraMfaEvidencePerson,
  of: { undecided: 'null' | 'omit'; externalUrl: string },
) {
  if (person.enabled === false) return null;
  if (person.mfaEnabled === null && of.undecided === 'omit') return null;
  const name = person.displayName ?? person.id;
  const methods = person.methods.flatMap(one => methodNames[one] ?? []);
  return {
    displayName: name,
    uniqueId: person.id,
    externalUrl: of.externalUrl,
    fullName: name,
    accountName: person.userPrincipalName ?? person.id,
    email: person.mail ?? person.userPrincipalName ?? '',
    permissionLevel: person.privileged ? 'ADMIN' : 'BASE',
    createdTimestamp: person.createdAt?.toISOString() ?? null,
    status: 'ACTIVE',
    mfaEnabled: person.mfaEnabled,
    mfaMethods: person.mfaEnabled ? [...new Set(methods)].sort() : [],
    authMethod: 'PASSWORD',
  };
}
