import { ConstantBackoff, handleWhen, retry } from 'cockatiel';
import { setTimeout as sleepFor } from 'node:timers/promises';
import { retryAfter } from './retryAfter';
import { EntraMfaSinkError } from './sinks';

/** For how long a request is tried, with its waits. */
const PATIENCE_MS = 15 * 60_000;
/** The waits begin with a second and double up to this. */
const LONGEST_WAIT_MS = 60_000;
/** One request has so long to be answered. */
const ANSWER_MS = 10 * 60_000;

/** 413 and others of the kind are no weather. Source: RFC 9110, RFC 6585. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A request to a platform that takes evidence. @public */
export interface EntraMfaSinkRequest {
  /** What people call the platform: `Vanta`. */
  title: string;
  /** What is asked for, as the sentence goes on: `the user accounts`. */
  what: string;
  /** Where to. */
  url: string;
  /** What is sent, made anew for each attempt: a body that is a stream can be read once. */
  init(): RequestInit | Promise<RequestInit>;
  /** What to do about an answer, by its status, where that is better known than here. */
  advice?: Readonly<Record<number, string>>;
  /** Ends it, with all its waits. */
  signal: AbortSignal;
  /** Waits in place of the clock of the machine; for tests. */
  sleep?(milliseconds: number, signal: AbortSignal): Promise<void>;
}

const usualAdvice: Readonly<Record<number, string>> = {
  401: 'Check the credentials in the configuration; one may have ended.',
  403: 'Check what the credentials may do there.',
  404: 'Check the ids in the configuration.',
  413: 'It takes no more at once: ask its support for how much it takes.',
};

class PassingError extends Error {
  constructor(readonly said: string, readonly afterMs: number) {
    super(said);
  }
}

/**
 * Sends a request to a platform, and again after what passes by itself: 429, 5xx and connections that break. It waits as
 * long as `Retry-After` asks for, and longer each time; after 15 minutes it gives up.
 *
 * @returns the answer, which is a good one
 * @throws EntraMfaSinkError that says what to do; it quotes nothing of what was sent or answered
 * @public
 */
export async function sendToSink(
  request: EntraMfaSinkRequest,
): Promise<Response> {
  const { signal, sleep = sleepOf } = request;
  let waitMs = 0;
  let waitedMs = 0;
  const policy = retry(
    handleWhen(error => {
      if (!(error instanceof PassingError) || signal.aborted) return false;
      waitMs = error.afterMs;
      return waitedMs + waitMs <= PATIENCE_MS;
    }),
    // The waiting is done below, where it can be ended.
    { maxAttempts: Infinity, backoff: new ConstantBackoff(0) },
  );
  try {
    return await policy.execute(async ({ attempt }) => {
      if (attempt > 0) {
        waitedMs += waitMs;
        await sleep(waitMs, signal);
      }
      signal.throwIfAborted();
      return sendOnce(request, attempt);
    });
  } catch (error) {
    if (signal.aborted) {
      throw new EntraMfaSinkError(
        `${request.title} was being told when this portal stopped, or it took too long. It goes on in an hour.`,
      );
    }
    throw error instanceof PassingError
      ? new EntraMfaSinkError(error.said)
      : error;
  }
}

async function sendOnce(
  request: EntraMfaSinkRequest,
  attempt: number,
): Promise<Response> {
  const { title, what, url, signal } = request;
  const init = await request.init();
  const backoffMs = Math.min(1_000 * 2 ** attempt, LONGEST_WAIT_MS);
  let response: Response;
  try {
    response = await fetch(url, {
      ...init,
      // A credential goes where it is configured to go, and nowhere else.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
  } catch {
    throw new PassingError(
      `${title} could not be reached for ${what}. Check that this portal may connect to ${
        new URL(url).host
      }; it is tried again in an hour.`,
      backoffMs,
    );
  }
  if (response.ok) return response;
  const { status } = response;
  const asked = retryAfter(response.headers.get('retry-after'), new Date());
  await response.body?.cancel().catch(() => {});
  if (passing.has(status)) {
    throw new PassingError(
      `${title} answered ${status} to ${what} for too long. It is tried again in an hour.`,
      Math.max(asked ?? 0, backoffMs),
    );
  }
  const advice =
    request.advice?.[status] ??
    usualAdvice[status] ??
    'Look into its documentation for what that means there.';
  throw new EntraMfaSinkError(
    `${title} answered ${status} to ${what}. ${advice}`,
    status,
  );
}

async function sleepOf(milliseconds: number, signal: AbortSignal) {
  await sleepFor(milliseconds, undefined, { signal });
}
