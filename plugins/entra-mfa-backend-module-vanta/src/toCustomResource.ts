import type { EntraMfaEvidencePerson } from '@entra-mfa/backstage-plugin-entra-mfa-node';

const decided = (is: boolean | null, otherwise: string) =>
  is === null ? otherwise : ['no', 'yes'][Number(is)];

/**
 * A person as a custom resource of Vanta, whose properties a Custom Test can count right: all of them are texts.
 *
 * Source: developer.vanta.com, quickstart/build-private-integration, as stored on 2026-11-30.
 */
export function toCustomResource(
  person: EntraMfaEvidencePerson,
  of: { externalUrl: string; snapshot: number; at: Date },
) {
  return {
    displayName: person.displayName ?? person.id,
    uniqueId: person.id,
    externalUrl: of.externalUrl,
    customProperties: {
      userPrincipalName: person.userPrincipalName ?? '',
      mail: person.mail ?? '',
      state: person.state,
      reason: person.reason,
      scopeClass: person.scopeClass ?? '',
      mfaEnabled: decided(person.mfaEnabled, 'not decided'),
      methods: person.methods.join(', '),
      privileged: decided(person.privileged, 'unknown'),
      enabled: decided(person.enabled, 'unknown'),
      snapshot: `${of.snapshot}`,
      snapshotAt: of.at.toISOString(),
    },
  };
}
