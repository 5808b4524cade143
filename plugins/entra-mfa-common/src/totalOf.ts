import { coverageOf } from './arithmetic';

/** Figures that are added up. @public */
export interface TotalFigure {
  /** Covered people. */
  covered: number;
  /** Uncovered people. */
  uncovered: number;
  /** Covered per thousand of all, cut off; null for nobody. */
  permille: number | null;
  /** How many are short in each, added up: who is above the target in one makes up for nobody in another. */
  short: number;
}

/**
 * Adds figures of several tenants up, as integers: a person in two tenants is two.
 *
 * @public
 */
export function totalOf(
  figures: readonly Pick<TotalFigure, 'covered' | 'uncovered' | 'short'>[],
): TotalFigure {
  const sum = (of: 'covered' | 'uncovered' | 'short') =>
    figures.reduce((all, figure) => all + figure[of], 0);
  const [covered, uncovered] = [sum('covered'), sum('uncovered')];
  const { permille } = coverageOf(covered, uncovered, 0);
  return { covered, uncovered, permille, short: sum('short') };
}
