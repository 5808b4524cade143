import { marksOf } from './marks';
import { rules } from './rules';
import type { Question } from './rules/types';
import { bestTier } from './tier';
import type { Assessment, PersonFacts, RuleSettings } from './types';

/** What the rules are asked about a person. */
export function questionOf(
  facts: PersonFacts,
  settings: RuleSettings,
  asOf: Date,
): Question {
  const read = facts.noRowRuns + (facts.reportReadAgain ? 1 : 0);
  const noRowRuns = facts.registration ? 0 : Math.min(2, read);
  return { facts, settings, asOf, noRowRuns };
}

/** Judges one person: the first rule that fits decides; the tier and the marks are told besides. */
export function assessPerson(
  facts: PersonFacts,
  settings: RuleSettings,
  asOf: Date,
): Assessment {
  const question = questionOf(facts, settings, asOf);
  const { user, registration, privileged } = facts;
  const methods = registration?.methodsRegistered ?? [];
  const tier = registration ? bestTier(methods) : null;
  for (const rule of rules) {
    const verdict = rule.decide(question);
    if (verdict) {
      return {
        state: verdict.state,
        reason: verdict.reason,
        scopeClass: verdict.scopeClass ?? null,
        registered: registration?.isMfaRegistered ?? null,
        capable: registration?.isMfaCapable ?? null,
        tier,
        methods,
        marks: marksOf({ user, registration, privileged, tier }),
        privileged,
        noRowRuns: question.noRowRuns,
      };
    }
  }
  throw new Error('No rule decided, yet the last one always does');
}
