import type { TechInsightFact } from '@backstage-community/plugin-tech-insights-node';
import { controlFact, controlMetFact } from './factSchema';
import type { TeamFacts, Verdict } from './TeamFacts';

/**
 * A team as facts. What is not known is the word `unknown`, and where a fact is a number or a truth value, it is left
 * out: a check on it is not decided then, and never passed or failed by a zero.
 */
export function factsOfTeam(
  team: TeamFacts,
  controls: readonly string[],
): TechInsightFact['facts'] {
  const { target, freshness, figures, privilegedUncovered, readAt } = team;
  return {
    mfaTarget: target,
    ...met('mfaTargetMet', target),
    mfaFreshness: freshness,
    ...(figures && {
      mfaCoveragePermille: figures.permille,
      mfaCovered: figures.covered,
      mfaUncovered: figures.uncovered,
      mfaShort: figures.short,
      mfaPhoneOnly: figures.phoneOnly,
    }),
    ...(figures &&
      privilegedUncovered !== null && {
        mfaPrivilegedUncovered: privilegedUncovered,
      }),
    ...(readAt !== null && { mfaReadAt: readAt }),
    ...Object.assign(
      {},
      ...controls.map(control => {
        const verdict = team.controls.get(control) ?? 'unknown';
        return {
          [controlFact(control)]: verdict,
          ...met(controlMetFact(control), verdict),
        };
      }),
    ),
  };
}

function met(fact: string, verdict: Verdict): Record<string, boolean> {
  return verdict === 'unknown' ? {} : { [fact]: verdict === 'met' };
}
