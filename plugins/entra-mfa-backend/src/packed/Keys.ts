/** Any number of keys that are written some at a time: an array, or something smaller. */
export interface Keys extends Iterable<string> {
  readonly length: number;
  slice(start: number, end: number): string[];
}
