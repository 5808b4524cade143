import type { ExplanationStep } from 'backstage-plugin-entra-mfa-common';
import { questionOf } from './assessPerson';
import { rules } from './rules';
import type { PersonFacts, RuleSettings } from './types';

/** Says rule by rule why a person has their state. It asks the rules that the judgement asks. */
export function explain(
  facts: PersonFacts,
  settings: RuleSettings,
  asOf: Date,
): ExplanationStep[] {
  const question = questionOf(facts, settings, asOf);
  let decided = false;
  return rules.map(rule => {
    const text = rule.text(question);
    if (decided) {
      return { rule: rule.id, text, outcome: 'not-asked', facts: {} };
    }
    decided = rule.decide(question) !== null;
    return {
      rule: rule.id,
      text,
      outcome: decided ? 'decided' : 'passed',
      facts: rule.facts(question),
    };
  });
}
