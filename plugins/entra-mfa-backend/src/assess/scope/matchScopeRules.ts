import { parseScopeFilter } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { PersonFacts, RuleSettings } from '../types';
import {
  and,
  compileFilter,
  type Predicate,
  type Truth,
} from './compileFilter';
import { tellFilterProblem } from './tellFilterProblem';
import type { ScopeRule } from './types';

interface Compiled {
  rule: ScopeRule;
  fits: Predicate | null;
}

/** Filters are parsed once for a set of settings, not for each of 500,000 people. */
const compiled = new WeakMap<RuleSettings, Compiled[]>();

function rulesIn(settings: RuleSettings): Compiled[] {
  let rules = compiled.get(settings);
  if (!rules) {
    rules = (settings.scopeRules ?? []).map(rule => ({
      rule,
      fits: rule.filter === null ? null : predicateOf(rule.filter),
    }));
    compiled.set(settings, rules);
  }
  return rules;
}

/** The question that a filter asks; throws where it is none, which the configuration has refused before. */
export function predicateOf(filter: string): Predicate {
  const parsed = parseScopeFilter(filter);
  if ('problem' in parsed) {
    throw new Error(tellFilterProblem(parsed.problem));
  }
  return compileFilter(parsed.filter);
}

/** Whether each rule fits a person, in their order. */
export function fitsOf(
  facts: Pick<PersonFacts, 'user' | 'scopeGroups'>,
  settings: RuleSettings,
): { rule: ScopeRule; fits: Truth }[] {
  return rulesIn(settings).map(one => ({
    rule: one.rule,
    fits: fitsPerson(one, facts, settings),
  }));
}

/** The first rule that fits a person. What is not known leaves nobody out. */
export function scopeRuleOf(
  facts: Pick<PersonFacts, 'user' | 'scopeGroups'>,
  settings: RuleSettings,
): ScopeRule | undefined {
  return rulesIn(settings).find(
    one => fitsPerson(one, facts, settings) === true,
  )?.rule;
}

function fitsPerson(
  { rule, fits }: Compiled,
  { user, scopeGroups }: Pick<PersonFacts, 'user' | 'scopeGroups'>,
  { userTypeNull }: RuleSettings,
): Truth {
  const known =
    user.userType === null && userTypeNull === 'member'
      ? { ...user, userType: 'Member' }
      : user;
  const byFilter = fits ? fits(known) : true;
  const byGroup =
    rule.group === null ? true : scopeGroups.get(rule.group) ?? null;
  return and(byFilter, byGroup);
}
