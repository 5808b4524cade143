import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { principalOf } from './principalOf';
import { TooManyRequestsError } from './TooManyRequestsError';

const WINDOW_SECONDS = 60;

/** How many people somebody may read by name in a minute, in each process. */
export class NameBudget {
  readonly #limiter: RateLimiterMemory | null;
  readonly #perMinute: number;

  /** @param perMinute - 0 for no limit */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
    this.#limiter =
      perMinute === 0
        ? null
        : new RateLimiterMemory({
            points: perMinute,
            duration: WINDOW_SECONDS,
          });
  }

  /**
   * Takes what will be read at most, before it is read: so that requests at once do not pass together.
   * Throws `TooManyRequestsError` where the minute's names are used up.
   *
   * @returns gives back what was not read, or takes what was read besides
   */
  async take(
    who: BackstageCredentials,
    atMost: number,
  ): Promise<(read: number) => Promise<void>> {
    const limiter = this.#limiter;
    if (!limiter) {
      return async () => {};
    }
    const key = principalOf(who);
    const taken = Math.min(atMost, this.#perMinute);
    const before = await limiter.get(key);
    if (before && before.consumedPoints >= this.#perMinute) {
      throw this.#tooMany(before);
    }
    const now = await limiter.penalty(key, taken);
    if (now.consumedPoints - taken >= this.#perMinute) {
      await limiter.reward(key, taken);
      throw this.#tooMany(now);
    }
    return async read => {
      if (read < taken) {
        await limiter.reward(key, taken - read);
      } else if (read > taken) {
        await limiter.penalty(key, read - taken);
      }
    };
  }

  #tooMany({ msBeforeNext }: RateLimiterRes): TooManyRequestsError {
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
    return new TooManyRequestsError(
      `You have read more than ${
        this.#perMinute
      } people by name within a minute: ask again in ${seconds} seconds. An export as a file is one request; an administrator can raise entraMfa.names.perMinute`,
      seconds,
    );
  }
}
