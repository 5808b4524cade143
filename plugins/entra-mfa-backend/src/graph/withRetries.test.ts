import fc from 'fast-check';
import { ConnectionError, GraphRequestError, SignInError } from './errors';
import type { Wait } from './types';
import {
  LONGEST_PATIENCE_MS,
  SHORT_PATIENCE_MS,
  withRetries,
} from './withRetries';

jest.setTimeout(60_000);

interface Attempts {
  msPerAttempt?: number;
  patienceMs?: number;
  /** After so many failed attempts all is well. */
  failures?: number;
}

/** Sends a request that fails in that way, on a clock that only sleeping moves. */
async function send(error: Error, options: Attempts = {}) {
  const { msPerAttempt = 0, failures = Infinity } = options;
  const { patienceMs = LONGEST_PATIENCE_MS } = options;
  let time = 0;
  let attempts = 0;
  const waits: Wait[] = [];
  const outcome = await withRetries(
    async () => {
      attempts++;
      time += msPerAttempt;
      if (attempts <= failures) {
        throw error;
      }
      return 'well';
    },
    {
      clock: {
        now: () => new Date(time),
        sleep: async milliseconds => {
          time += milliseconds;
        },
      },
      signal: new AbortController().signal,
      onWait: wait => waits.push(wait),
      patienceMs,
    },
  ).catch(reason => reason);
  const waitedMs = waits.reduce((sum, wait) => sum + wait.milliseconds, 0);
  return { outcome, attempts, waits, waitedMs };
}

async function fail(error: Error, options: Attempts = {}) {
  const result = await send(error, options);
  expect(result.outcome).toBe(error);
  return result;
}

const answered = (status: number, retryAfterMs: number | null = null) =>
  new GraphRequestError(status, '', retryAfterMs, false);

const signInAway = (reason: 'timeout' | 'unreachable') =>
  new SignInError('network_error', null, true, new ConnectionError(reason));

describe('withRetries', () => {
  it.each([
    answered(400),
    answered(401),
    answered(403),
    answered(404),
    answered(501),
    new ConnectionError('certificate'),
    new SignInError('invalid_client', 7000222, false),
    new TypeError('a fault of our own'),
  ])('sends "%s" once', async error => {
    expect((await fail(error)).attempts).toBe(1);
  });

  it.each([
    [answered(408), LONGEST_PATIENCE_MS],
    [answered(429), LONGEST_PATIENCE_MS],
    [answered(429, 1_000), LONGEST_PATIENCE_MS],
    [answered(500), LONGEST_PATIENCE_MS],
    [answered(502), LONGEST_PATIENCE_MS],
    [answered(503), LONGEST_PATIENCE_MS],
    [answered(504), LONGEST_PATIENCE_MS],
    [answered(509), LONGEST_PATIENCE_MS],
    [new ConnectionError('timeout'), LONGEST_PATIENCE_MS],
    [new SignInError('server_error', 90033, true), LONGEST_PATIENCE_MS],
    [signInAway('timeout'), LONGEST_PATIENCE_MS],
    [signInAway('unreachable'), SHORT_PATIENCE_MS],
    [new ConnectionError('unreachable'), SHORT_PATIENCE_MS],
    [new ConnectionError('cut-off'), SHORT_PATIENCE_MS],
    [new ConnectionError('not-json'), SHORT_PATIENCE_MS],
  ])('tries "%s" for %i ms, and not longer', async (error, patienceMs) => {
    const { waitedMs } = await fail(error);
    expect(waitedMs).toBeLessThanOrEqual(patienceMs);
    // The next wait would have been the one too much.
    expect(waitedMs).toBeGreaterThan(patienceMs - 40_000);
  });

  it.each([8, 20])(
    'outlasts %i answers in a row that ask for a second, or for less',
    async failures => {
      for (const asked of [0, 124, 249, 1_000]) {
        const error = answered(429, asked);
        const { outcome, attempts } = await send(error, { failures });
        expect([outcome, attempts]).toEqual(['well', failures + 1]);
      }
    },
  );

  it('waits at least what is asked, and at least twice as long each time up to a limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.integer({ min: 0, max: 120_000 })),
        async asked => {
          const { waits } = await fail(answered(429, asked));
          const limit = asked === null ? 30_000 : 15_000;
          expect(waits.length).toBeGreaterThan(5);
          waits.forEach(({ milliseconds, reason }, index) => {
            const backoff = Math.min(limit, 2_000 * 2 ** index);
            const least = Math.max(asked ?? 0, backoff);
            expect(reason).toBe(asked === null ? 'retry' : 'throttled');
            expect(milliseconds).toBeGreaterThanOrEqual(least);
            expect(milliseconds).toBeLessThanOrEqual(least + backoff / 4);
          });
        },
      ),
    );
  });

  it('waits as long as Microsoft Entra asks before it signs in again', async () => {
    const error = new SignInError('temporarily_unavailable', 90055, true);
    error.retryAfterMs = 70_000;
    const { waits } = await fail(error);
    expect(waits[0].milliseconds).toBeGreaterThanOrEqual(70_000);
    expect(waits[0].reason).toBe('throttled');
  });

  it('does not wait for hours when Graph asks for hours', async () => {
    expect((await fail(answered(429, 3_600_000))).attempts).toBe(1);
  });

  it('waits for no longer than the schedule allows', async () => {
    const patienceMs = 60_000;
    const { waitedMs } = await fail(answered(503), { patienceMs });
    expect(waitedMs).toBeLessThanOrEqual(patienceMs);
    expect((await fail(answered(429, 61_000), { patienceMs })).attempts).toBe(
      1,
    );
    expect(
      (await send(answered(429, 50_000), { patienceMs, failures: 1 })).outcome,
    ).toBe('well');
  });

  it('counts the time of the attempts too', async () => {
    const tenMinutes = 10 * 60_000;
    const { attempts } = await fail(new ConnectionError('timeout'), {
      msPerAttempt: tenMinutes,
    });
    expect(attempts).toBe(2);
  });

  it('comes to an end on a clock that stands still', async () => {
    const error = answered(503);
    const waits: Wait[] = [];
    await expect(
      withRetries(() => Promise.reject(error), {
        clock: { now: () => new Date(0), sleep: async () => {} },
        signal: new AbortController().signal,
        onWait: wait => waits.push(wait),
        patienceMs: 60_000,
      }),
    ).rejects.toBe(error);
    expect(waits.length).toBeGreaterThan(1);
  });
});
