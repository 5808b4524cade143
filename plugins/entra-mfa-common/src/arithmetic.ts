/**
 * Coverage of a set of people: covered / (covered + uncovered), over people in scope.
 *
 * @public
 */
export interface CoverageFigure {
  /** Covered people. */
  covered: number;
  /** Uncovered people. */
  uncovered: number;
  /** Covered per thousand, cut off and never rounded up; null for a set of nobody. */
  permille: number | null;
  /** People who still have to be covered until the target is met; 0 when it is met. */
  short: number;
  /** Whether the target is met, compared as integers; null for a set of nobody. */
  met: boolean | null;
}

/**
 * Computes a {@link CoverageFigure}.
 *
 * @param targetPermille - the target, covered per thousand
 * @public
 */
export function coverageOf(
  covered: number,
  uncovered: number,
  targetPermille: number,
): CoverageFigure {
  const people = covered + uncovered;
  if (people === 0) {
    return { covered, uncovered, permille: null, short: 0, met: null };
  }
  const needed = Math.ceil((targetPermille * people) / 1000);
  return {
    covered,
    uncovered,
    permille: Math.floor((covered * 1000) / people),
    short: Math.max(0, needed - covered),
    met: covered * 1000 >= targetPermille * people,
  };
}

/**
 * Prints a figure per thousand as a percentage with one decimal: 949 is `94.9 %`. Null is nothing.
 *
 * @public
 */
export function formatPermille(permille: number | null): string | null {
  return permille === null
    ? null
    : `${Math.floor(permille / 10)}.${permille % 10} %`;
}
