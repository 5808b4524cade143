import fc from 'fast-check';
import { ConnectionError, GraphRequestError, SignInError } from './errors';
import type { Wait } from './types';
import { withRetries } from './withRetries';

/** Sends a request that always fails in that way, on a clock that only sleeping moves. */
async function fail(error: Error, msPerAttempt = 0) {
  let time = 0;
  let attempts = 0;
  const waits: Wait[] = [];
  const outcome = await withRetries(
    async () => {
      attempts++;
      time += msPerAttempt;
      throw error;
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
    },
  ).catch(reason => reason);
  expect(outcome).toBe(error);
  return { attempts, waits };
}

const answered = (status: number, retryAfterMs: number | null = null) =>
  new GraphRequestError(status, '', retryAfterMs, false);

describe('withRetries', () => {
  it.each([
    [answered(400), 1],
    [answered(401), 1],
    [answered(403), 1],
    [answered(404), 1],
    [answered(501), 1],
    [answered(408), 7],
    [answered(429), 7],
    [answered(500), 7],
    [answered(502), 7],
    [answered(503), 7],
    [answered(504), 7],
    [new ConnectionError('unreachable'), 7],
    [new ConnectionError('timeout'), 7],
    [new ConnectionError('cut-off'), 7],
    [new ConnectionError('not-json'), 7],
    [new ConnectionError('certificate'), 1],
    [new SignInError('invalid_client', 7000222, false), 1],
    [new SignInError('server_error', 90033, true), 7],
    [new TypeError('a fault of our own'), 1],
  ])('sends "%s" %i times', async (error, attempts) => {
    expect((await fail(error)).attempts).toBe(attempts);
  });

  it('waits longer each time, at random, and never above a minute', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constant(answered(503)), async error => {
        const { waits } = await fail(error);
        waits.forEach(({ milliseconds, reason }, index) => {
          expect(reason).toBe('retry');
          expect(milliseconds).toBeGreaterThanOrEqual(0);
          expect(milliseconds).toBeLessThanOrEqual(
            Math.min(60_000, 2_000 * 2 ** index),
          );
        });
      }),
    );
  });

  it('never waits shorter than Graph asks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 120_000 }), async asked => {
        const { waits } = await fail(answered(429, asked));
        expect(waits).toHaveLength(6);
        for (const { milliseconds, reason } of waits) {
          expect(reason).toBe('throttled');
          expect(milliseconds).toBeGreaterThanOrEqual(asked);
        }
      }),
    );
  });

  it('does not wait for hours when Graph asks for hours', async () => {
    expect((await fail(answered(429, 3_600_000))).attempts).toBe(1);
  });

  it('gives up after a quarter of an hour', async () => {
    const tenMinutes = 10 * 60_000;
    const { attempts } = await fail(new ConnectionError('timeout'), tenMinutes);
    expect(attempts).toBe(2);
  });
});
