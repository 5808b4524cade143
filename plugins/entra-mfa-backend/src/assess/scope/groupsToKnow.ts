import type { RuleSettings } from '../types';

/** The groups whose members decide: those that scope rules name, and those of exceptions; each once, sorted. */
export function groupsToKnow(
  { scopeRules = [] }: Pick<RuleSettings, 'scopeRules'>,
  ofExceptions: readonly string[] = [],
): string[] {
  const ofRules = scopeRules.flatMap(({ group }) => group ?? []);
  return [...new Set([...ofRules, ...ofExceptions])].sort();
}
