import { marksOf } from './marks';
import { phoneEndsOf } from './phoneEnds';
import { isPrivileged } from './roles/isPrivileged';
import { rules } from './rules';
import { isWitness, noRowRunsNeeded } from './rules/noRow';
import type { Question, Rule, Verdict } from './rules/types';
import { bestTier } from './tier';
import type { Assessment, PersonFacts, RuleSettings } from './types';

/**
 * Assesses one person. Pure: the same facts, settings and time always give the same assessment.
 *
 * @param asOf - the time of the assessment; it decides who starts later
 */
export function assessPerson(
  facts: PersonFacts,
  settings: RuleSettings,
  asOf: Date,
): Assessment {
  const question = questionOf(facts, settings, asOf);
  const { verdict } = decide(question);
  const { registration } = facts;
  const methods = registration?.methodsRegistered ?? null;
  const tier = methods && bestTier(methods);
  return {
    state: verdict.state,
    reason: verdict.reason,
    scopeClass: verdict.scopeClass ?? null,
    scopeRule: verdict.scopeRule ?? null,
    registered: registration && registration.isMfaRegistered,
    capable: registration && registration.isMfaCapable,
    tier,
    methods: methods ?? [],
    marks: marksOf(settings.mailboxes ? facts : { ...facts, mailbox: null }),
    phoneEnds: phoneEndsOf(facts, settings),
    privileged: isPrivileged(facts.roles, settings),
    // The report leaves disabled accounts out: only reports while in scope count against a person.
    noRowRuns: verdict.state === 'out-of-scope' ? 0 : question.noRowRuns,
    exceptionId:
      verdict.state === 'exempt' ? facts.exception?.id ?? null : null,
  };
}

/** Whether a rule is asked by these settings. */
export function isAsked({ isOn }: Rule, settings: RuleSettings): boolean {
  return isOn?.(settings) ?? true;
}

/** What the rules are asked, with the reports without a row counted on. */
export function questionOf(
  facts: PersonFacts,
  settings: RuleSettings,
  asOf: Date,
): Question {
  return { facts, settings, asOf, noRowRuns: countNoRowRuns(facts) };
}

/** The verdict of the first rule that fits, and that rule. */
export function decide(question: Question): { rule: Rule; verdict: Verdict } {
  for (const rule of rules) {
    const verdict = isAsked(rule, question.settings)
      ? rule.decide(question)
      : null;
    if (verdict) {
      return { rule, verdict };
    }
  }
  throw new Error('No rule decided, yet the last one always does');
}

function countNoRowRuns(facts: PersonFacts): number {
  if (facts.registration !== null) {
    return 0;
  }
  return Math.min(
    noRowRunsNeeded,
    facts.noRowRuns + (isWitness(facts) ? 1 : 0),
  );
}
