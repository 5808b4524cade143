import type {
  BreakGlassFinding,
  CheckOutcome,
} from 'backstage-plugin-entra-mfa-common';
import { breakGlassChecks } from './checks';
import type { BreakGlassFacts } from './types';

/** How many break-glass accounts there should be at least, as Microsoft recommends. */
const FEWEST_ACCOUNTS = 2;

/** The checks of one account, and what they come to. */
export function judgeBreakGlass(facts: BreakGlassFacts) {
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
  const findings: BreakGlassFinding[] = [];
  const configured = outcomes.length;
  if (configured < FEWEST_ACCOUNTS) {
    findings.push({
      code: 'too-few',
      count: configured,
      text: `${configured} of at least ${FEWEST_ACCOUNTS} break-glass accounts are configured: add their object ids to entraMfa.breakGlassIds.`,
    });
  }
  const failing = outcomes.filter(outcome => outcome === 'failed').length;
  if (failing > 0) {
    findings.push({
      code: 'failing',
      count: failing,
      text: `${failing} of ${configured} break-glass accounts fail a check.`,
    });
  }
  const notKnown = outcomes.filter(outcome => outcome === 'not-known').length;
  if (notKnown > 0) {
    findings.push({
      code: 'not-known',
      count: notKnown,
      text: `Of ${notKnown} of ${configured} break-glass accounts not everything is known.`,
    });
  }
  return findings;
}

function worstOf(checks: readonly { outcome: CheckOutcome }[]): CheckOutcome {
  const has = (outcome: CheckOutcome) =>
    checks.some(check => check.outcome === outcome);
  if (has('failed')) {
    return 'failed';
  }
  return has('not-known') ? 'not-known' : 'passed';
}
