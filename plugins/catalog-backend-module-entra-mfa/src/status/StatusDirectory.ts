import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntityLabels } from '../labels/EntityLabels';
import type { StatusIndex, StatusSource } from './StatusSource';

/** What is known of one entity. Away: nothing can be said, so what was said before stands. */
export type StatusLookup =
  | { known: true; entityLabels?: EntityLabels }
  | { known: false };

/**
 * Told which keys have other labels than before, or were asked for while the backend was away. Never
 * rejects.
 */
export type StatusChangeListener = (keys: string[]) => Promise<void>;

/**
 * All statuses, in memory. A lookup costs no call: the index is loaded whole, by one call at a time,
 * and loaded again when it is old or when the backend has published.
 */
export class StatusDirectory {
  readonly #source: StatusSource;
  readonly #logger: LoggerService;
  readonly #maxAgeMs: number;
  readonly #retryMs: number;
  readonly #longestWaitMs: number;
  #index: StatusIndex | undefined;
  #etag: string | undefined;
  #nextLoadAt = 0;
  #loading: Promise<void> | undefined;
  /** For those who have no index: settles with the load, or earlier when that takes long. */
  #waiting: Promise<void> | undefined;
  #loadingAgain: Promise<void> | undefined;
  #away = false;
  #listener: StatusChangeListener | undefined;
  /** Keys that were asked for before anything was known. */
  readonly #missed = new Set<string>();

  constructor(options: {
    source: StatusSource;
    logger: LoggerService;
    /** Age at which the index is checked again, for events that got lost. */
    maxAgeMs?: number;
    /** Pause after a failed load. */
    retryMs?: number;
    /** How long lookups wait for the first load at the most; it goes on after that. */
    longestWaitMs?: number;
  }) {
    this.#source = options.source;
    this.#logger = options.logger;
    this.#maxAgeMs = options.maxAgeMs ?? 60_000;
    this.#retryMs = options.retryMs ?? 5_000;
    this.#longestWaitMs = options.longestWaitMs ?? 10_000;
  }

  /** One listener, told after each load. */
  setChangeListener(listener: StatusChangeListener): void {
    this.#listener = listener;
  }

  async find(key: string): Promise<StatusLookup> {
    if (Date.now() >= this.#nextLoadAt) {
      const load = this.#loadOnce();
      // Whoever has an index is not kept waiting: a change is told to the listener. Others wait only
      // for a while, all for the same one: the catalog processes nothing else meanwhile.
      if (!this.#index) {
        this.#waiting ??= orLater(load, this.#longestWaitMs);
        await this.#waiting;
      }
    }
    if (!this.#index) {
      this.#missed.add(key);
      return { known: false };
    }
    return { known: true, entityLabels: this.#index.get(key) };
  }

  /** Resolves when the index is at least as new as this call, or the backend is away. */
  async reload(): Promise<void> {
    if (!this.#loading) {
      return this.#loadOnce();
    }
    // The load under way may have read before the publish: one more, for all who ask meanwhile.
    this.#loadingAgain ??= this.#loading.then(() => {
      this.#loadingAgain = undefined;
      return this.#loadOnce();
    });
    return this.#loadingAgain;
  }

  #loadOnce(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
      this.#waiting = undefined;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    let answer;
    try {
      answer = await this.#source.load(this.#etag);
    } catch (error) {
      this.#nextLoadAt = Date.now() + this.#retryMs;
      this.#tellAway(error);
      return;
    }
    this.#nextLoadAt = Date.now() + this.#maxAgeMs;
    this.#tellBack();
    if (answer.changed) {
      const keys = changedKeys(this.#index, answer.index, this.#missed);
      this.#index = answer.index;
      this.#etag = answer.etag;
      this.#missed.clear();
      if (keys.length > 0) {
        await this.#listener?.(keys);
      }
    }
  }

  #tellAway(error: unknown): void {
    if (!this.#away) {
      this.#away = true;
      this.#logger.warn(
        `MFA status is not available, so entities keep the tags they have: ${error}`,
      );
    }
  }

  #tellBack(): void {
    if (this.#away) {
      this.#away = false;
      this.#logger.info('MFA status is available again');
    }
  }
}

/** Resolves with the promise, or after that time. */
async function orLater(promise: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const later = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms);
    timer.unref();
  });
  await Promise.race([promise, later]).finally(() => clearTimeout(timer));
}

function changedKeys(
  before: StatusIndex | undefined,
  after: StatusIndex,
  missed: ReadonlySet<string>,
): string[] {
  const keys = new Set(missed);
  if (before) {
    for (const [key, entityLabels] of after) {
      if (before.get(key) !== entityLabels) {
        keys.add(key);
      }
    }
    for (const key of before.keys()) {
      if (!after.has(key)) {
        keys.add(key);
      }
    }
  }
  return [...keys];
}
