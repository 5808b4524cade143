import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  EntraMfaCoverage,
  EntraMfaNotKnown,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Z } from './types';

const meanings = {
  registered:
    'Covered: somebody who has registered a method that can be used for MFA. It does not say whether MFA is asked for at sign-in.',
  capable:
    'Covered: somebody who has registered a method for MFA that the tenant allows. It does not say whether MFA is asked for at sign-in.',
};

const reasons: Record<EntraMfaNotKnown, string> = {
  'no-data': 'Nothing was read yet.',
  stale: 'The figures are too old: no target counts as met.',
  held: 'The figures are from before a fall that is held back: no target counts as met.',
  hidden:
    'There are so few people that the figures would tell of each: they are for who may see their names.',
  nobody: 'Nobody counts: there is nothing to be covered.',
};

/** How an action tells of coverage, in words. */
export const coverageInWords =
  'Coverage is covered / (covered + uncovered). People who are unknown (nothing may be concluded), exempt (an approved exception) or out of scope are in neither of the two: never count or name them as uncovered. A null is not known or not shown to the caller; it is never 0.';

/** How people stand against a target. */
export function coverageSchema(z: Z) {
  return z.object({
    meaning: z.string().nullable(),
    percent: z.string().nullable().describe('Cut off, never rounded up.'),
    covered: z.number().nullable(),
    uncovered: z.number().nullable(),
    unknown: z.number().nullable(),
    exempt: z.number().nullable(),
    targetPercent: z.string(),
    target: z.enum(['met', 'not-met', 'not-known']),
    whyNotKnown: z.string().nullable(),
    missingToTarget: z.number().nullable(),
  });
}

/** The same, of an answer. */
export function tellCoverage(coverage: EntraMfaCoverage) {
  const { basis, notKnown } = coverage;
  return {
    meaning: basis && meanings[basis],
    percent: formatPermille(coverage.permille),
    covered: coverage.covered,
    uncovered: coverage.uncovered,
    unknown: coverage.unknown,
    exempt: coverage.exempt,
    targetPercent: formatPermille(coverage.targetPermille)!,
    target: coverage.target,
    whyNotKnown: notKnown && reasons[notKnown],
    missingToTarget: coverage.short,
  };
}
