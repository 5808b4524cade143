import {
  parseScopeFilter,
  propertiesOf,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { valueOf, type Truth } from '../scope/compileFilter';
import { fitsOf, scopeRuleOf } from '../scope/matchScopeRules';
import type { ScopeRule } from '../scope/types';
import type { Question, Rule } from './types';

/** Whom the rules of the configuration leave out, by a filter on their properties or by a group. */
export const scopeRule: Rule = {
  id: 'scope-rule',
  text: ({ facts, settings }) => {
    const rule = scopeRuleOf(facts, settings);
    return rule
      ? `Left out by the rule “${rule.name}” that ${rule.owner} owns: ${rule.reason}`
      : 'People whom a rule of the configuration names, by a filter or a group, are left out; each rule has an owner and a reason.';
  },
  facts: question => {
    const { facts, settings } = question;
    const rule = scopeRuleOf(facts, settings);
    if (rule) {
      return { ...factsFor(rule, question) };
    }
    return Object.fromEntries(
      fitsOf(facts, settings).map(one => [one.rule.name, inWords(one.fits)]),
    );
  },
  decide: ({ facts, settings }) => {
    const rule = scopeRuleOf(facts, settings);
    return rule
      ? {
          state: 'out-of-scope',
          reason: 'scope-rule',
          scopeClass: 'scope-rule',
          scopeRule: rule.name,
        }
      : null;
  },
};

function factsFor(
  { name, owner, reason, filter, group }: ScopeRule,
  { facts }: Question,
): Record<string, unknown> {
  const parsed = filter === null ? null : parseScopeFilter(filter);
  const properties =
    parsed && 'filter' in parsed
      ? propertiesOf(parsed.filter).map(
          property =>
            [property, valueOf(facts.user, property) ?? null] as const,
        )
      : [];
  return {
    rule: name,
    owner,
    reason,
    ...(filter !== null && { filter }),
    ...Object.fromEntries(properties),
    ...(group !== null && { group }),
  };
}

function inWords(fits: Truth): string {
  if (fits === null) {
    return 'not known';
  }
  return fits ? 'fits' : 'does not fit';
}
