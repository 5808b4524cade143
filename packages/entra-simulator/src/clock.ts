/** One day in milliseconds. */
export const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The time of the simulated tenant. It either runs with real time plus an offset, or stands still
 * until it is advanced.
 *
 * @public
 */
export class SimulatedClock {
  #frozen: boolean;
  #base: number;
  #startedAt: number;
  readonly #realNow: () => number;

  constructor(options?: {
    startDate?: Date;
    frozen?: boolean;
    /** Where real time is taken from; tests replace it. */
    realNow?: () => number;
  }) {
    this.#realNow = options?.realNow ?? Date.now;
    this.#startedAt = this.#realNow();
    this.#base = options?.startDate?.getTime() ?? this.#startedAt;
    this.#frozen = options?.frozen ?? false;
  }

  /** Whether the clock stands still until it is advanced. */
  get frozen(): boolean {
    return this.#frozen;
  }

  /** The tenant's time, in milliseconds since 1970 (UTC). */
  now(): number {
    return this.#frozen
      ? this.#base
      : this.#base + (this.#realNow() - this.#startedAt);
  }

  /** The tenant's time. */
  date(): Date {
    return new Date(this.now());
  }

  /**
   * Time as a waiting client feels it: it passes while the client waits, also when the clock is
   * frozen, and jumps when the clock is advanced. Rate limits and lifetimes are measured on it, for
   * a client could never wait out a window on a clock that stands still.
   */
  elapsed(): number {
    return this.#base + (this.#realNow() - this.#startedAt);
  }

  /** Sets the date; the clock goes on running, or stays frozen. */
  set(date: Date): void {
    this.#base = date.getTime();
    this.#startedAt = this.#realNow();
  }

  /** Moves the date by that many milliseconds. */
  advance(milliseconds: number): void {
    this.#base += milliseconds;
  }

  /** Stops the clock where it is. */
  freeze(): void {
    this.set(this.date());
    this.#frozen = true;
  }

  /** Lets the clock run from where it is. */
  unfreeze(): void {
    this.set(this.date());
    this.#frozen = false;
  }
}
