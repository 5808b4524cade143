import type { PersonGapKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { gapStanding, type GapFacts } from '../remediation/gapRules';

/**
 * What became of somebody who was reminded of a gap: it is fixed, it is open, or something else happened. Who has lost
 * the phone too still has the gap of a privileged person with only a phone.
 *
 * @param facts - null: not in the directory any more
 */
export function remindedStanding(
  gap: PersonGapKind,
  facts: GapFacts | null,
): 'fixed' | 'open' | 'other' {
  if (!facts) return 'other';
  const standing = gapStanding(gap, facts);
  if (standing === 'fixed' || standing === 'open') return standing;
  return standing === 'silent' && facts.state === 'uncovered'
    ? 'open'
    : 'other';
}
