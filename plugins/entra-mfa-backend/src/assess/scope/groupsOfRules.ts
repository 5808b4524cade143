import type { RuleSettings } from '../types';

/** The groups that scope rules name, each once, sorted. */
export function groupsOfRules({
  scopeRules = [],
}: Pick<RuleSettings, 'scopeRules'>): string[] {
  const groups = scopeRules.flatMap(({ group }) => group ?? []);
  return [...new Set(groups)].sort();
}
