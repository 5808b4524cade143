import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';

const known =
  'Left out while it is not known: data that is stale or held, a team too small for its figures to be shown, or nobody';

/** The fact that tells how a control stands, as `framework/id`. */
export const controlFact = (control: string) => `mfaControl/${control}`;
/** The same as a truth value, left out while it is unknown. */
export const controlMetFact = (control: string) => `mfaControlMet/${control}`;

/** What the facts are, each with what it is while it is not known. */
export function factSchema(
  controls: readonly string[],
): FactRetriever['schema'] {
  return {
    mfaTarget: {
      type: 'string',
      description:
        'Whether the team meets its target of MFA registration: met, not-met or unknown. Unknown is neither: data that is stale or held, a team too small for its figures to be shown, or nobody',
    },
    mfaTargetMet: {
      type: 'boolean',
      description: `Whether the team meets its target of MFA registration. ${known}: a check on it is not decided then`,
    },
    mfaFreshness: {
      type: 'string',
      description:
        'How far the figures may be relied on: fresh, stale, held (a sudden fall is held back), or unknown where nothing was read',
    },
    mfaCoveragePermille: {
      type: 'integer',
      description: `Covered people per thousand of those who count. ${known}`,
    },
    mfaCovered: {
      type: 'integer',
      description: `Covered people. ${known}`,
    },
    mfaUncovered: {
      type: 'integer',
      description: `People who count and are not covered. ${known}`,
    },
    mfaShort: {
      type: 'integer',
      description: `How many people are missing to the target. ${known}`,
    },
    mfaPhoneOnly: {
      type: 'integer',
      description: `Registered people whose every method is a phone. ${known}`,
    },
    mfaPrivilegedUncovered: {
      type: 'integer',
      description: `Uncovered people with a privileged role. ${known}; also while roles are not read, and of a Group that owns nothing`,
    },
    mfaReadAt: {
      type: 'datetime',
      description:
        'When the directory was read. Left out where nothing was read',
    },
    ...Object.fromEntries(
      controls.flatMap(control => [
        [
          controlFact(control),
          {
            type: 'string',
            description: `How control ${control} stands for the team: met, not-met or unknown. Unknown is neither: not evaluated, stale, not in scope, or a team too small to be told`,
          },
        ],
        [
          controlMetFact(control),
          {
            type: 'boolean',
            description: `Whether control ${control} is met for the team. Left out while it is unknown: a check on it is not decided then`,
          },
        ],
      ]),
    ),
  };
}
