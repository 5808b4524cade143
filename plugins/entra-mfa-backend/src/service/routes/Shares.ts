import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import type { BulkheadPolicy } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { principalOf } from './principalOf';
import { TooManyRequestsError } from './TooManyRequestsError';

const CALLERS = 5_000;
const RETRY_AFTER_SECONDS = 10;

/** Lets so many pieces of heavy work be under way or wait, for each caller and for all together. */
export class Shares {
  readonly #what: string;
  readonly #all: BulkheadPolicy;
  readonly #each: LRUCache<string, BulkheadPolicy>;

  /** @param what - is asked for, in the plural, for who is refused */
  constructor(what: string, most: { each: number; all: number }) {
    this.#what = what;
    this.#all = bulkhead(most.all);
    this.#each = new LRUCache({
      max: CALLERS,
      memoMethod: () => bulkhead(most.each),
    });
  }

  /** Does the work; throws `TooManyRequestsError`, without beginning it, where the share is used up. */
  async run<T>(who: BackstageCredentials, work: () => Promise<T>): Promise<T> {
    const own = this.#each.memo(principalOf(who));
    try {
      return await own.execute(() => this.#all.execute(work));
    } catch (error) {
      if (error instanceof BulkheadRejectedError) {
        throw new TooManyRequestsError(
          own.executionSlots === 0
            ? `You are waiting for several ${
                this.#what
              } already: ask again when one of them is answered`
            : `Others are waiting for many ${
                this.#what
              } already: ask again in ${RETRY_AFTER_SECONDS} seconds`,
          RETRY_AFTER_SECONDS,
        );
      }
      throw error;
    }
  }
}
