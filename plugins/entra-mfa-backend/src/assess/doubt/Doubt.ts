import { SAME, SAMPLE } from './sampleOf';

/** How far two readings of the same may differ, as a part of the first. */
const TOLERANCE = 0.1;

/** A reading that has lost many rows at once. It is kept with the run as JSON. */
export interface Doubt {
  /** How many rows there were, or how many Graph counts. */
  before: number;
  rows: number;
  /** Whether it is Graph's own count that says otherwise. */
  counted: boolean;
  /** The smallest hashes of the keys that are gone: the same keys give the same ones. */
  gone: string[];
}

/** A data set whose reading is doubted. */
export type DoubtedDataSet = { dataSet: string } & Pick<
  Doubt,
  'before' | 'rows'
>;

/**
 * Whether a second reading says the same: about as many rows, and nearly the same ones gone. Two halves
 * of one directory are as many rows, and no second witness.
 */
export function agrees(first: Doubt, second: Doubt): boolean {
  if (
    first.rows < second.rows * (1 - TOLERANCE) ||
    !hasAtLeast(second.rows, first)
  ) {
    return false;
  }
  const both = new Set([...first.gone, ...second.gone]);
  const smallest = [...both].sort().slice(0, SAMPLE);
  const inBoth = smallest.filter(
    one => first.gone.includes(one) && second.gone.includes(one),
  );
  return inBoth.length >= smallest.length * SAME;
}

/** Whether there are about as many rows as somebody saw, or more. */
export function hasAtLeast(rows: number, seen: Pick<Doubt, 'rows'>): boolean {
  return rows >= seen.rows * (1 - TOLERANCE);
}
