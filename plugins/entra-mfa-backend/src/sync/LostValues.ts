import { hash } from 'crypto';

/** How many hashes of keys are kept. */
const SAMPLE = 64;

/** How much of a sample must be the same. */
const SAME = 0.8;

/** Rows that have no value of a property and had one before. It is kept with the run as JSON. */
export interface LostValues {
  property: string;
  rows: number;
  /** The smallest hashes of the rows' keys: the same keys give the same ones. */
  sample: string[];
}

/** A sample of keys that is the same for the same keys, in whatever order they come. */
export function sampleOf(keys: readonly string[]): string[] {
  return keys
    .map(key => hash('sha256', key, 'base64url').slice(0, 11))
    .sort()
    .slice(0, SAMPLE);
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
