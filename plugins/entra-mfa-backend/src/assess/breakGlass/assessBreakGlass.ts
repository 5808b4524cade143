import type {
  BreakGlassFinding,
  CheckOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { breakGlassChecks } from './checks';
import { tallyOf } from './tallyOf';
import type { BreakGlassFacts } from './types';

/** How many break-glass accounts there should be at least, as Microsoft recommends. */
const FEWEST_ACCOUNTS = 2;

/** The checks of one account, and what they come to. */
export function assessBreakGlass(facts: BreakGlassFacts) {
  const checks = breakGlassChecks.map(({ id, decide }) => ({
    check: id,
    ...decide(facts),
  }));
  return { outcome: worstOf(checks), checks };
}

/** What somebody has to do about the register as a whole. */
export function breakGlassFindings(
  outcomes: readonly CheckOutcome[],
): BreakGlassFinding[] {
  const { failed, notKnown } = tallyOf(outcomes);
  const findings: BreakGlassFinding[] = [
    { code: 'failing', count: failed },
    { code: 'not-known', count: notKnown },
  ];
  const found = findings.filter(({ count }) => count > 0);
  return outcomes.length < FEWEST_ACCOUNTS
    ? [{ code: 'too-few', count: outcomes.length }, ...found]
    : found;
}

function worstOf(checks: readonly { outcome: CheckOutcome }[]): CheckOutcome {
  const has = (outcome: CheckOutcome) =>
    checks.some(check => check.outcome === outcome);
  if (has('failed')) {
    return 'failed';
  }
  return has('not-known') ? 'not-known' : 'passed';
}
