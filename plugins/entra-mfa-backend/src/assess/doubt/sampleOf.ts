import { hash } from 'crypto';

/** How many hashes of keys are kept. */
export const SAMPLE = 64;

/** How much of two samples must be the same. */
export const SAME = 0.8;

/** The smallest hashes of keys: the same ones for the same keys, in whatever order they come. */
export function sampleOf(keys: Iterable<string>): string[] {
  let sample: string[] = [];
  for (const key of keys) {
    sample.push(hash('sha256', key, 'base64url').slice(0, 11));
    if (sample.length > SAMPLE * 64) {
      sample = sample.sort().slice(0, SAMPLE);
    }
  }
  return sample.sort().slice(0, SAMPLE);
}
