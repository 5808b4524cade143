import type { ControlResult } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  EntraMfaControlDecision,
  EntraMfaControlFacts,
  EntraMfaControlTest,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z } from 'zod';
import { allRolesKnown } from '../assess/roles/allRolesKnown';
import type { ControlFacts } from '../assess/controls/types';

// As wide as its column.
const count = z.number().int().min(0).max(2_147_483_647).optional();

const decisionSchema: z.ZodType<EntraMfaControlDecision> = z.strictObject({
  outcome: z.enum(['met', 'not-met', 'not-evaluated']),
  count,
  of: count,
  targetPermille: z.number().int().min(0).max(1000).optional(),
});

/**
 * Runs the tests that modules added. One that throws, or decides what is no decision, is not evaluated: it is somebody
 * else's code, and must not keep a snapshot from being published.
 *
 * @param failed - told of each such test; not of why, which may quote what it was given
 */
export function runAddedTests(
  tests: readonly EntraMfaControlTest[],
  facts: EntraMfaControlFacts,
  failed: (test: string) => void,
): Omit<ControlResult, 'added'>[] {
  return tests.map(test => {
    const decided = decide(test, facts);
    if (!decided) failed(test.id);
    const {
      outcome,
      count: counted,
      of,
      targetPermille,
    } = decided ?? {
      outcome: 'not-evaluated',
    };
    return {
      test: test.id,
      outcome,
      reason: outcome === 'not-evaluated' ? 'not-judged' : null,
      count: counted ?? null,
      of: of ?? null,
      targetPermille: targetPermille ?? null,
      ...{ short: null, days: null },
    };
  });
}

/** What somebody else's code decides; undefined where it throws or decides nothing. */
function decide(
  test: EntraMfaControlTest,
  facts: EntraMfaControlFacts,
): EntraMfaControlDecision | undefined {
  try {
    return decisionSchema.safeParse(test.judge(facts)).data;
  } catch {
    return undefined;
  }
}

/** The facts of a snapshot as modules are given them. */
export function toAddedFacts(
  tenantId: string,
  facts: ControlFacts,
  records: EntraMfaControlFacts['records'],
): EntraMfaControlFacts {
  const { at, counts, targetPermille, privileged, roles } = facts;
  const { covered, uncovered, unknown, exempt } = counts.states;
  const { inForce, approvedByAnother } = facts.exceptions;
  return {
    ...{ tenantId, at, targetPermille, records },
    people: { covered, uncovered, unknown, exempt },
    privileged: allRolesKnown(roles) ? privileged : null,
    breakGlass: facts.breakGlass,
    exceptions: { inForce, approvedByAnother },
    reviewClosedAt: facts.reviewClosedAt,
  };
}
