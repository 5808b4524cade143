import {
  coverageOf,
  formatPermille,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  EntraMfaCoverage,
  EntraMfaNotKnown,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';

const reasons: Record<EntraMfaNotKnown, string> = {
  'no-data': 'nothing has been read yet',
  stale: 'the data is too old',
  held: 'a sudden fall of the figure is held back, and nobody has looked at it yet',
  hidden:
    'it has so few people that its figures are for who may see their names',
  nobody: 'nobody of it counts',
};

/** Whether a team meets its target, and if not, why, as the end of a sentence. */
export type Verdict = { met: true } | { met: false; why: string };

/**
 * Judges a team by its coverage in each tenant in which it has people. It meets its target where it does in each of
 * them, and nothing that is not known could change that: stale, held and hidden figures never do, and people of whom
 * nothing may be concluded count as if they had not registered.
 */
export function judgeTeam(coverages: readonly EntraMfaCoverage[]): Verdict {
  const gaps = coverages.flatMap(coverage => {
    const gap = gapOf(coverage);
    const where =
      coverages.length > 1 ? ` in tenant ${coverage.tenant?.id}` : '';
    return gap === null ? [] : [`${gap}${where}`];
  });
  if (coverages.length === 0) {
    gaps.push('that is not known: the portal knows nobody of it');
  }
  return gaps.length === 0
    ? { met: true }
    : { met: false, why: gaps.join('; ') };
}

function gapOf(coverage: EntraMfaCoverage): string | null {
  const { covered, uncovered, unknown, permille, targetPermille } = coverage;
  if (coverage.target === 'not-known') {
    return notKnown(coverage.notKnown);
  }
  const aim = formatPermille(targetPermille);
  if (coverage.target === 'not-met') {
    return `it is covered to ${formatPermille(
      permille,
    )} of the ${aim} that are asked for, ${people(coverage.short)} short`;
  }
  const worst = coverageOf(
    covered ?? 0,
    (uncovered ?? 0) + (unknown ?? 0),
    targetPermille,
  );
  return worst.met
    ? null
    : `of ${people(
        unknown,
      )} nothing may be concluded, and without them it is covered to ${formatPermille(
        worst.permille,
      )} of the ${aim} that are asked for`;
}

function notKnown(reason: EntraMfaNotKnown | null): string {
  return `that is not known: ${reason ? reasons[reason] : 'nobody can tell'}`;
}

function people(count: number | null): string {
  return count === 1 ? '1 person' : `${count} people`;
}
