import type { Wait } from '../graph/types';

/** Shorter waits are told with the page that they were for, in milliseconds. */
const LONG = 5_000;

/** Tells of long waits while they last: Graph may ask for minutes, in which no page is written. */
export class WaitReporter {
  readonly #tell: (waitedMs: number) => Promise<void>;
  #waitedMs: number;
  #telling = Promise.resolve();

  /**
   * @param before - how long was waited until now, in milliseconds
   * @param tell - takes the sum of all waits; what it throws is let go, for nothing depends on it
   */
  constructor(before: number, tell: (waitedMs: number) => Promise<void>) {
    this.#waitedMs = before;
    this.#tell = tell;
  }

  /** How long was waited in all, in milliseconds. */
  get waitedMs(): number {
    return this.#waitedMs;
  }

  /** For `ReadOptions`. */
  readonly onWait = ({ milliseconds }: Wait): void => {
    this.#waitedMs += milliseconds;
    if (milliseconds >= LONG) {
      const waitedMs = this.#waitedMs;
      this.#telling = this.#telling
        .then(() => this.#tell(waitedMs))
        .catch(() => {});
    }
  };

  /** Resolves when everything is told. */
  finish(): Promise<void> {
    return this.#telling;
  }
}
