import type { SimulatedClock } from '../clock';

/** At most so many requests in a sliding window. */
export class RateLimit {
  readonly #clock: SimulatedClock;
  readonly #requests: number;
  readonly #window: number;
  #times: number[] = [];

  constructor(clock: SimulatedClock, requests: number, seconds: number) {
    this.#clock = clock;
    this.#requests = requests;
    this.#window = seconds * 1000;
  }

  /** Undefined when the request may pass, else the seconds to wait. */
  take(): number | undefined {
    const now = this.#clock.elapsed();
    // The clock may have been set back: what lies in the future is no part of the window either.
    this.#times = this.#times.filter(
      time => time > now - this.#window && time <= now,
    );
    if (this.#times.length < this.#requests) {
      this.#times.push(now);
      return undefined;
    }
    const oldest = this.#times[0];
    return Math.max(1, Math.ceil((oldest + this.#window - now) / 1000));
  }

  reset(): void {
    this.#times = [];
  }
}
