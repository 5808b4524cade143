import type { ScopeClass } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Question, Rule } from './types';

/** A rule that leaves a class of people out of the figure. */
export function leftOut(rule: {
  scopeClass: ScopeClass;
  isOn?: Rule['isOn'];
  text: string | ((question: Question) => string);
  facts(question: Question): Record<string, unknown>;
  fits(question: Question): boolean;
}): Rule {
  const { scopeClass, text } = rule;
  const verdict = {
    state: 'out-of-scope',
    reason: scopeClass,
    scopeClass,
  } as const;
  return {
    id: scopeClass,
    isOn: rule.isOn,
    text: question => (typeof text === 'string' ? text : text(question)),
    facts: rule.facts,
    decide: question => (rule.fits(question) ? verdict : null),
  };
}
