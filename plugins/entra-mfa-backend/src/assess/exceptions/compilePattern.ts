import { RE2JS } from 're2js';

/** A pattern on user principal names, ready to be asked. */
export interface Pattern {
  test(userPrincipalName: string): boolean;
}

/**
 * Compiles a pattern. What people write is run on every name of the tenant, so it is matched by an
 * automaton in time that grows with the name only; what would need backtracking is refused.
 */
export function compilePattern(pattern: string): Pattern {
  return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
}

/** What is wrong with a pattern; null where nothing is. */
export function patternProblem(pattern: string): string | null {
  try {
    compilePattern(pattern);
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return `The pattern is not a regular expression that can be used safely (${detail}): references back and looking around are not possible`;
  }
}
