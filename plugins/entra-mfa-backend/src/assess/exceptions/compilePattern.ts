import { LRUCache } from 'lru-cache';
import { RE2JS } from 're2js';

/** A pattern on user principal names, ready to be asked. */
export interface Pattern {
  test(userPrincipalName: string): boolean;
}

/** How long the program of a pattern may be: time for each name grows with it. Plain ones have 10 to 100. */
const LONGEST_PROGRAM = 250;

const compiled = new LRUCache<string, RE2JS>({
  max: 500,
  memoMethod: pattern => RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE),
});

/**
 * Compiles a pattern, once. What people write is run on every name of the tenant, so it is matched by an
 * automaton in time that grows with the name only; what would need backtracking is refused.
 */
export function compilePattern(pattern: string): Pattern {
  return compiled.memo(pattern);
}

/** What is wrong with a pattern; null where nothing is. */
export function patternProblem(pattern: string): string | null {
  try {
    return compiled.memo(pattern).programSize() > LONGEST_PROGRAM
      ? 'The pattern repeats too much to be used on every name of the directory: use * or + in place of large numbers in braces, and fewer repetitions'
      : null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return `The pattern is not a regular expression that can be used safely (${detail}): references back and looking around are not possible`;
  }
}
