import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isExpected } from '../collectors/isExpected';
import type { Collector } from '../collectors/types';

/** A run that has ended, as far as it tells what went wrong. */
interface Ended {
  run: { problem: string | null };
  collectors: readonly { problem: string | null }[];
  /** Since when runs have failed. */
  failingSince: Date | null;
}

/** The problems of a run, each told once, without those that a tenant that is well may have. */
export function problemsOf(
  { run, collectors, failingSince }: Ended,
  readSets: readonly Collector[],
): Problem[] {
  const since = failingSince?.toISOString() ?? null;
  const problems = new Map<string, Problem>();
  for (const { problem } of [...collectors, run]) {
    if (problem) {
      const told: Problem = JSON.parse(problem);
      if (isExpected(told, readSets)) {
        continue;
      }
      const key = `${told.code} ${told.dataSet}`;
      if (!problems.has(key)) {
        problems.set(key, { ...told, since: told.since ?? since });
      }
    }
  }
  return [...problems.values()];
}
