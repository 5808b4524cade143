import type { ExplanationStep } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { decide, isAsked, questionOf } from './assessPerson';
import { rules } from './rules';
import type { PersonFacts, RuleSettings } from './types';

/**
 * Says rule by rule why a person is assessed as they are, by asking the very rules that assess.
 *
 * To explain an assessment that was made, give the count of reports without a row that it ended with
 * and `isNewReport: false`.
 */
export function explain(
  facts: PersonFacts,
  settings: RuleSettings,
  asOf: Date,
): ExplanationStep[] {
  const question = questionOf(facts, settings, asOf);
  const asked = rules.filter(rule => isAsked(rule, settings));
  const decidedAt = asked.indexOf(decide(question).rule);
  return asked.map((rule, index) => ({
    rule: rule.id,
    text: rule.text(question),
    outcome: outcomeOf(index, decidedAt),
    facts: index > decidedAt ? {} : rule.facts(question),
  }));
}

function outcomeOf(index: number, decidedAt: number) {
  if (index < decidedAt) {
    return 'passed';
  }
  return index === decidedAt ? 'decided' : 'not-asked';
}
