/** What a {@link EventDebouncer} does. */
export interface CalmQueueOptions {
  /** How long nothing must have come. */
  calmMs: number;
  /** How long the first key waits at the most. */
  longestMs: number;
  /** Never rejects. */
  flush(keys: string[]): Promise<void>;
}

/**
 * Collects keys until no more have come for a moment, and hands them over together: a large change is
 * told in many events, and one reload of all statuses serves them all.
 */
export class EventDebouncer {
  readonly #options: CalmQueueOptions;
  readonly #keys = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #latest = 0;

  constructor(options: CalmQueueOptions) {
    this.#options = options;
  }

  /** Also with no keys: something was published. */
  add(keys: string[]): void {
    const { calmMs, longestMs } = this.#options;
    const now = Date.now();
    if (this.#timer) {
      clearTimeout(this.#timer);
    } else {
      this.#latest = now + longestMs;
    }
    keys.forEach(key => this.#keys.add(key));
    const wait = Math.max(0, Math.min(calmMs, this.#latest - now));
    this.#timer = setTimeout(() => this.#flush(), wait);
    this.#timer.unref();
  }

  #flush(): void {
    this.#timer = undefined;
    const keys = [...this.#keys];
    this.#keys.clear();
    void this.#options.flush(keys);
  }
}
