import type { EntraMfaClock } from 'backstage-plugin-entra-mfa-node';
import {
  ConstantBackoff,
  fullJitterGenerator,
  handleWhen,
  retry,
} from 'cockatiel';
import { ConnectionError, GraphRequestError, SignInError } from './errors';
import type { Wait } from './types';

const ATTEMPTS = 7;
const MAX_ELAPSED_MS = 15 * 60_000;
/** However long the service asks to wait; past it, the request counts as failed. */
const MAX_RETRY_AFTER_MS = 5 * 60_000;
const RETRY_AFTER_JITTER_MS = 1_000;

const backoff = {
  initialDelay: 2_000,
  maxDelay: 60_000,
  exponent: 2,
  generator: fullJitterGenerator,
};

const transientStatuses = new Set([408, 429, 500, 502, 503, 504]);

/** Faults of Graph, of sign-in and of the way there that pass by themselves. */
export function isTransient(error: unknown): boolean {
  return (
    (error instanceof GraphRequestError &&
      transientStatuses.has(error.status)) ||
    (error instanceof ConnectionError && error.reason !== 'certificate') ||
    (error instanceof SignInError && error.transient)
  );
}

/** What the attempts of one request are given. */
export interface RetryOptions {
  clock: EntraMfaClock;
  signal: AbortSignal;
  onWait?(wait: Wait): void;
  /** Which faults pass by themselves; without it, those of Graph. */
  passes?(error: unknown): boolean;
}

/**
 * Sends a request again after a fault that passes: at most 7 times and for 15 minutes. Waits as long
 * as the service asks for in `Retry-After`, at the least; else exponentially longer, with jitter. All
 * waits are on the plugin's clock.
 *
 * Source: Microsoft Graph throttling guidance.
 */
export async function withRetries<T>(
  send: () => Promise<T>,
  { clock, signal, onWait, passes = isTransient }: RetryOptions,
): Promise<T> {
  const deadline = clock.now().getTime() + MAX_ELAPSED_MS;
  let last: Error | undefined;

  const nextWait = (error: Error, attempt: number): Wait => {
    const asked =
      error instanceof GraphRequestError ? error.retryAfterMs : null;
    if (asked !== null) {
      const jitter = Math.floor(Math.random() * RETRY_AFTER_JITTER_MS);
      return { milliseconds: asked + jitter, reason: 'throttled' };
    }
    const [milliseconds] = fullJitterGenerator(attempt, backoff);
    return { milliseconds, reason: 'retry' };
  };

  const worthRetrying = (error: Error) =>
    !signal.aborted &&
    passes(error) &&
    !(
      error instanceof GraphRequestError &&
      (error.retryAfterMs ?? 0) > MAX_RETRY_AFTER_MS
    ) &&
    clock.now().getTime() < deadline;

  // The library's own timer is the machine's: it waits for nothing, and the clock does the waiting.
  const policy = retry(handleWhen(worthRetrying), {
    maxAttempts: ATTEMPTS - 1,
    backoff: new ConstantBackoff(0),
  });
  return policy.execute(async ({ attempt }) => {
    if (last) {
      const wait = nextWait(last, attempt - 1);
      onWait?.(wait);
      await clock.sleep(wait.milliseconds, signal);
    }
    signal.throwIfAborted();
    try {
      return await send();
    } catch (error) {
      last = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }, signal);
}
