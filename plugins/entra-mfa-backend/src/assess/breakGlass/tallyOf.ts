import type { CheckOutcome } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** How many outcomes there are of each kind. */
export function tallyOf(outcomes: readonly CheckOutcome[]) {
  const count = (wanted: CheckOutcome) =>
    outcomes.filter(outcome => outcome === wanted).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    notKnown: count('not-known'),
  };
}
