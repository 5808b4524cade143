import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Wait } from './types';

/** The window of the report API. */
const REPORTS_SECONDS = 10;

/**
 * Keeps the requests of one tenant to an API below Microsoft's limit, which for reports is 5 in any 10
 * seconds for an app in a tenant.
 *
 * Each request takes the next of N slots in turn, and a slot may be taken once in a window. So any
 * window holds at most N requests, where one counter for all would let 2 N through at the seam
 * of two windows.
 *
 * Source: Microsoft Graph service-specific throttling limits.
 */
export class Pacer {
  readonly #slots: RateLimiterMemory;
  #next = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly requests: number,
    private readonly clock: EntraMfaClock,
    seconds = REPORTS_SECONDS,
  ) {
    this.#slots = new RateLimiterMemory({ points: 1, duration: seconds });
  }

  /**
   * Waits until the next request may be sent.
   *
   * @returns how long that was, in milliseconds
   */
  take(signal: AbortSignal, onWait?: (wait: Wait) => void): Promise<number> {
    const turn = this.#turn.then(() => this.#take(signal, onWait));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Says that the last request was answered. Where none may come soon after another, the window begins anew: a request that
   * was late on its way is counted when it arrived.
   */
  async answered(): Promise<void> {
    const slot = String((this.#next + this.requests - 1) % this.requests);
    await this.#slots.delete(slot);
    await this.#slots.consume(slot);
  }

  async #take(
    signal: AbortSignal,
    onWait?: (wait: Wait) => void,
  ): Promise<number> {
    signal.throwIfAborted();
    const slot = String(this.#next);
    const taken = await this.#slots.consume(slot).catch(rejected => rejected);
    this.#next = (this.#next + 1) % this.requests;
    if (!(taken instanceof RateLimiterRes)) {
      throw taken;
    }
    if (taken.consumedPoints === 1) {
      return 0;
    }
    const milliseconds = taken.msBeforeNext;
    onWait?.({ milliseconds, reason: 'pace' });
    await this.clock.sleep(milliseconds, signal);
    // The limiter counts on the machine's clock, which a simulated one need not follow.
    await this.#slots.delete(slot);
    await this.#slots.consume(slot);
    return milliseconds;
  }
}
