import type { EndpointName } from './endpointNames';

/**
 * What was asked of the simulator since it started or was reset.
 *
 * @public
 */
export type StatsSnapshot = {
  /** Requests by endpoint, refused ones included. */
  requests: Partial<Record<EndpointName, number>>;
  /** Answers by status. */
  statuses: Record<string, number>;
  /** Requests refused because they came too fast. */
  throttled: number;
  /** Requests that a fault rule hit. */
  faults: number;
  /** The most requests that were under way at the same time. */
  maxConcurrent: number;
};

/** Counts requests. */
export class Stats {
  #requests: Partial<Record<EndpointName, number>> = {};
  #statuses: Record<string, number> = {};
  #throttled = 0;
  #faults = 0;
  #current = 0;
  #maxConcurrent = 0;

  begin(endpoint: EndpointName): void {
    this.#requests[endpoint] = (this.#requests[endpoint] ?? 0) + 1;
    this.#current++;
    this.#maxConcurrent = Math.max(this.#maxConcurrent, this.#current);
  }

  end(status: number): void {
    this.#current--;
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
  }

  throttled(): void {
    this.#throttled++;
  }

  fault(): void {
    this.#faults++;
  }

  reset(): void {
    this.#requests = {};
    this.#statuses = {};
    this.#throttled = 0;
    this.#faults = 0;
    this.#maxConcurrent = this.#current;
  }

  snapshot(): StatsSnapshot {
    return {
      requests: { ...this.#requests },
      statuses: { ...this.#statuses },
      throttled: this.#throttled,
      faults: this.#faults,
      maxConcurrent: this.#maxConcurrent,
    };
  }
}
