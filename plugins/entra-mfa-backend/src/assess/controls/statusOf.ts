import type {
  ControlResult,
  TestOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * What the tests of a control come to: missed where one is missed, whatever else could not run; met only where every
 * one is met. Without a test nothing is.
 */
export function statusOf(
  results: readonly Pick<ControlResult, 'outcome'>[],
): TestOutcome {
  if (results.some(({ outcome }) => outcome === 'not-met')) return 'not-met';
  const isMet =
    results.length > 0 && results.every(({ outcome }) => outcome === 'met');
  return isMet ? 'met' : 'not-evaluated';
}

/** The result that decides a status. */
export function decidingOf<R extends Pick<ControlResult, 'outcome'>>(
  results: readonly R[],
): R | null {
  const status = statusOf(results);
  return results.find(({ outcome }) => outcome === status) ?? null;
}
