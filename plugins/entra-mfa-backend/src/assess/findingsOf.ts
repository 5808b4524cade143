import { evidenceItem } from '@entra-mfa/evidence';
import type { TenantCounts } from './TenantCounts';
import type { CoverageLine, RuleSettings, StoredCounts } from './types';

/** The line of a tenant, as items of evidence. */
export function findingsOf(
  line: CoverageLine,
  rules: Pick<RuleSettings, 'basis' | 'targetPermille'>,
  of: { tenant: string; rulesVersion: string },
) {
  const counts: StoredCounts & TenantCounts = JSON.parse(line.counts);
  const { people, states, tiers, noTier, bases, privileged, asking } = counts;
  return {
    'registration-summary': evidenceItem('registration-summary', of, {
      basis: rules.basis,
      targetPermille: rules.targetPermille,
      inScope: line.in_scope,
      covered: line.covered,
      uncovered: line.uncovered,
      unknown: line.unknown,
      exempt: states.exempt,
      bases,
      registeredNotCapable: counts.registeredNotCapable,
    }),
    'user-inventory-summary': evidenceItem('user-inventory-summary', of, {
      directory: people,
      states,
      reasons: counts.reasons,
      leftOut: counts.leftOut,
      catalogUsersNotInEntra: counts.catalogUsersNotInEntra,
      peopleNotInCatalog: counts.peopleNotInCatalog,
      rowsWithoutPerson: counts.rowsWithoutPerson,
    }),
    'privileged-summary':
      privileged &&
      evidenceItem('privileged-summary', of, {
        people: privileged.people,
        covered: privileged.covered,
        uncovered: privileged.uncovered,
        tiers: privileged.tiers,
        noTier: privileged.noTier,
      }),
    'strength-and-methods': evidenceItem('strength-and-methods', of, {
      tiers,
      noTier,
      phoneOnly: line.phone_only,
      methods: counts.methods,
    }),
    policies: asking
      ? evidenceItem('policies', of, {
          securityDefaults: asking.securityDefaults,
          policies: asking.policies,
        })
      : null,
  };
}
