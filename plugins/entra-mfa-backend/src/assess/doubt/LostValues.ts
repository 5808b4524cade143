import { SAME, SAMPLE } from './sampleOf';

/** Rows that have no value of a property and had one before. It is kept with the run as JSON. */
export interface LostValues {
  property: string;
  rows: number;
  /** The smallest hashes of the rows' keys: the same keys give the same ones. */
  sample: string[];
}

/** Whether what is lost now was lost in the first reading too: of the same property and the same rows. */
export function isAmong(first: LostValues, now: LostValues): boolean {
  const end = first.rows > SAMPLE ? first.sample[SAMPLE - 1] : '';
  const comparable = now.sample.filter(key => !end || key <= end);
  const known = comparable.filter(key => first.sample.includes(key));
  return (
    first.property === now.property &&
    known.length > 0 &&
    known.length >= comparable.length * SAME
  );
}
