import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import {
  ConstantBackoff,
  handleWhen,
  noJitterGenerator,
  retry,
} from 'cockatiel';
import { ConnectionError, GraphRequestError, SignInError } from './errors';
import type { Wait } from './types';

/** How long one request is tried, at the most. */
export const LONGEST_PATIENCE_MS = 15 * 60_000;

/**
 * How long a request is tried that a figure can do without, or that nothing answers: a wrong address
 * and a closed firewall do not pass, and somebody waits to be told of them.
 */
export const SHORT_PATIENCE_MS = 3 * 60_000;

/** A service that says when to come again is asked again sooner than one that says nothing. */
const longestBackoffMs = { asked: 15_000, unasked: 30_000 };

/** So that several portals do not come again at the same moment, as a part of the backoff. */
const JITTER = 0.25;

/** 509 is another one for "too much". Source: Microsoft Graph error responses. */
const transientStatuses = new Set([408, 429, 500, 502, 503, 504, 509]);

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
  /** For how long a request is tried, with all its waits, in milliseconds. */
  patienceMs: number;
}

/**
 * Sends a request again after a fault that passes, as long as patience lasts. Waits at least as long
 * as the service asks for in `Retry-After`, and at least exponentially longer each time: services
 * ask for a second, or for none, and mean much more. All waits are on the plugin's clock.
 *
 * Source: Microsoft Graph throttling guidance.
 */
export async function withRetries<T>(
  send: () => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { clock, signal, onWait, passes = isTransient } = options;
  const startedAt = clock.now().getTime();
  let waitedMs = 0;
  let next: Wait | null = null;

  /** The wait before the next attempt; null where there is none. */
  const waitAfter = (error: unknown, attempt: number): Wait | null => {
    if (!passes(error)) {
      return null;
    }
    const wait = backOff(error, attempt);
    const spentMs = Math.max(waitedMs, clock.now().getTime() - startedAt);
    const patienceMs = patienceWith(error, options.patienceMs);
    return spentMs + wait.milliseconds <= patienceMs ? wait : null;
  };

  // The library's own timer is the machine's: it waits for nothing, and the clock does the waiting.
  const policy = retry(
    handleWhen(() => next !== null && !signal.aborted),
    { maxAttempts: Infinity, backoff: new ConstantBackoff(0) },
  );
  return policy.execute(async ({ attempt }) => {
    if (next) {
      onWait?.(next);
      waitedMs += next.milliseconds;
      await clock.sleep(next.milliseconds, signal);
    }
    signal.throwIfAborted();
    try {
      return await send();
    } catch (error) {
      next = waitAfter(error, attempt);
      throw error;
    }
  }, signal);
}

function backOff(error: unknown, attempt: number): Wait {
  const asked =
    error instanceof GraphRequestError || error instanceof SignInError
      ? error.retryAfterMs
      : null;
  const [backoff] = noJitterGenerator(attempt, {
    initialDelay: 2_000,
    maxDelay: longestBackoffMs[asked === null ? 'unasked' : 'asked'],
    exponent: 2,
    generator: noJitterGenerator,
  });
  const jitter = Math.floor(Math.random() * JITTER * backoff);
  return {
    milliseconds: Math.max(asked ?? 0, backoff) + jitter,
    reason: asked === null ? 'retry' : 'throttled',
  };
}

/** A service that is slow or busy is there; of what does not answer at all nobody knows. */
function patienceWith(error: unknown, patienceMs: number): number {
  const connection = error instanceof SignInError ? error.connection : error;
  const nothingThere =
    connection instanceof ConnectionError && connection.reason !== 'timeout';
  return nothingThere ? Math.min(patienceMs, SHORT_PATIENCE_MS) : patienceMs;
}
