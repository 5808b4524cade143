/**
 * What has to be mended.
 *
 * - `uncovered`: a person in scope who counts as not registered
 * - `privileged-phone-only`: a privileged person whose only lasting method is a phone
 * - `break-glass`: the register of break-glass accounts has a finding
 * - `connection`: a connection needs attention
 *
 * @public
 */
export const gapKinds = [
  'uncovered',
  'privileged-phone-only',
  'break-glass',
  'connection',
] as const;

/** One of {@link gapKinds}. @public */
export type GapKind = (typeof gapKinds)[number];

/** The gaps that a person can have. @public */
export const personGapKinds = [
  'uncovered',
  'privileged-phone-only',
] as const satisfies readonly GapKind[];

/** One of {@link personGapKinds}. @public */
export type PersonGapKind = (typeof personGapKinds)[number];

/**
 * With what a gap was closed, by a snapshot and by nothing else.
 *
 * - `fixed`: what was missing is there
 * - `exempt`: an exception was approved
 * - `left-scope`: the person is left out, or not privileged any more
 * - `left`: the person is not in the directory any more
 *
 * @public
 */
export const gapOutcomes = ['fixed', 'exempt', 'left-scope', 'left'] as const;

/** One of {@link gapOutcomes}. @public */
export type GapOutcome = (typeof gapOutcomes)[number];

/** For how many days a gap that is open has been so: up to 7, up to 30, up to 90, and longer. @public */
export const gapAges = ['week', 'month', 'quarter', 'longer'] as const;

/** One of {@link gapAges}. @public */
export type GapAge = (typeof gapAges)[number];
