import type { EntraMfaEvidencePerson } from '@entra-mfa/backstage-plugin-entra-mfa-node';

/**
 * A person as a record of a custom connection. What is not known is left out, and never false. The README has the schema
 * that the connection is given.
 */
export function toDrataRecord(
  person: EntraMfaEvidencePerson,
  of: { snapshot: number; at: Date },
): Record<string, unknown> {
  const { mfaEnabled, privileged, enabled, scopeClass } = person;
  const known: Record<string, unknown> = {
    userPrincipalName: person.userPrincipalName,
    mail: person.mail,
    ...{ scopeClass, mfaEnabled, privileged, enabled },
  };
  return {
    id: person.id,
    displayName: person.displayName ?? person.id,
    state: person.state,
    reason: person.reason,
    methods: [...person.methods],
    snapshot: of.snapshot,
    snapshotAt: of.at.toISOString(),
    ...Object.fromEntries(
      Object.entries(known).filter(([, value]) => value !== null),
    ),
  };
}
