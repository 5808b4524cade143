import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { AddressInfo } from 'net';
import { callersOfEverything } from '../../__testUtils__/callersOfEverything';
import { tenantId } from '../../__testUtils__/testTenant';
import { addRoutes } from './addRoutes';
import { NameBudget } from './NameBudget';
import { NameReads } from './NameReads';
import type { RouteContext } from './RouteContext';
import { Shares } from './Shares';

let stop: () => Promise<unknown> = async () => {};

afterEach(() => stop());

/** Serves the routes with what they are answered with, and keeps what they fail with. */
function serve(context: Partial<RouteContext>) {
  const router = PromiseRouter();
  router.use(express.json());
  addRoutes(router, {
    ...callersOfEverything(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    reads: new NameReads(mockServices.auditor.mock(), new NameBudget(0)),
    context: context as RouteContext,
  });
  const errors: unknown[] = [];
  const server = express()
    .use(router)
    .use(((error, _request, response, _next) => {
      errors.push(error);
      response.status(error.statusCode ?? 500).end();
    }) as express.ErrorRequestHandler)
    .listen(0);
  stop = () => new Promise(resolve => server.close(resolve));
  const { port } = server.address() as AddressInfo;
  return { base: `http://localhost:${port}/v1`, errors };
}

/** Something that has begun so many times, and ends when it is let go. */
function latch() {
  let letGo: () => void = () => {};
  const ended = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const state = { begun: 0 };
  return {
    letGo: () => letGo(),
    async hold(): Promise<never> {
      state.begun += 1;
      await ended;
      throw new Error('let go');
    },
    async hasBegun(times: number) {
      while (state.begun < times) {
        await new Promise(resolve => setImmediate(resolve));
      }
    },
  };
}

const most = { each: 3, all: 12 };

it('ends a computation when its reader goes away', async () => {
  let ended: (reason: unknown) => void = () => {};
  const hasEnded = new Promise<unknown>(resolve => {
    ended = resolve;
  });
  const { hold, hasBegun } = latch();
  const getWhatIf = (_: unknown, signal: AbortSignal) => {
    hold().catch(() => {});
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        ended(signal.reason);
        reject(signal.reason);
      });
    });
  };
  const { base, errors } = serve({
    whatIf: { getWhatIf } as unknown as RouteContext['whatIf'],
    shares: {
      whatIf: new Shares('what-ifs', most),
      exceptionRules: new Shares('rules', most),
      checks: new Shares('checks', most),
    },
  });
  const reader = new AbortController();
  const answer = fetch(`${base}/what-if?phoneOff=true`, {
    signal: reader.signal,
  });
  await hasBegun(1);
  reader.abort();
  await expect(answer).rejects.toThrow();
  expect(String(await hasEnded)).toContain('Nobody waits for the answer');
  await stop();
  expect(errors).toEqual([]);
});

it('answers 429 and when to ask again, where somebody waits for several already', async () => {
  const { hold, hasBegun, letGo } = latch();
  const { base } = serve({
    whatIf: { getWhatIf: hold } as unknown as RouteContext['whatIf'],
    shares: {
      whatIf: new Shares('what-ifs', most),
      exceptionRules: new Shares('rules', most),
      checks: new Shares('checks', most),
    },
  });
  const ask = () => fetch(`${base}/what-if`);
  const waiting = [ask(), ask(), ask()];
  await hasBegun(waiting.length);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('10');
  letGo();
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  expect(statuses).toEqual([500, 500, 500]);
});

it('matches one pattern at a time for each caller; people by name wait for none', async () => {
  const { hold, hasBegun, letGo } = latch();
  const request = async ({ subject }: { subject: { kind: string } }) => {
    if (subject.kind === 'rule') await hold();
    throw new Error('asked');
  };
  const { base, errors } = serve({
    exceptions: { request } as unknown as RouteContext['exceptions'],
    shares: {
      whatIf: new Shares('what-ifs', most),
      exceptionRules: new Shares('exceptions by rule', { each: 1, all: 5 }),
      checks: new Shares('checks', most),
    },
  });
  const as = (name: string, subject: object) =>
    fetch(`${base}/exceptions`, {
      method: 'POST',
      headers: {
        Authorization: mockCredentials.user.header(`user:default/${name}`),
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        tenant: tenantId,
        subject,
        reason: 'A good one',
        until: '2026-12-31',
      }),
    });
  const rule = { kind: 'rule', pattern: '^svc-' };
  const first = as('a', rule);
  await hasBegun(1);
  expect((await as('a', rule)).status).toBe(429);
  expect(String(errors[0])).toContain('exceptions by rule');
  const person = { kind: 'person', id: 'x' };
  expect((await as('a', person)).status).toBe(500);
  const others = ['b', 'c', 'd', 'e'].map(name => as(name, rule));
  await hasBegun(5);
  expect((await as('f', rule)).status).toBe(429);
  letGo();
  const all = await Promise.all([first, ...others]);
  expect(all.map(({ status }) => status)).toEqual(Array(5).fill(500));
});
