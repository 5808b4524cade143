/** A row is not what Microsoft documents. Names the row by number, never by what is in it. */
export class InvalidRowError extends Error {
  override name = 'InvalidRowError';

  constructor(
    /** Counted from 1, over the whole data set. */
    readonly row: number,
    /** The path in the row: `methodsRegistered.0`. */
    readonly property: string,
    /** What it should have been: `boolean`. */
    readonly expected: string,
  ) {
    super(`Row ${row}: ${property} should be ${expected}`);
  }
}
