import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { AddressInfo } from 'net';
import { Authorizer } from '../routes/Authorizer';
import { AuthorizedWhatIfService } from '../whatIf/AuthorizedWhatIfService';
import { addWhatIfRoutes } from './addWhatIfRoutes';

it('ends the computation when its reader goes away', async () => {
  const router = PromiseRouter();
  let begun: () => void = () => {};
  const hasBegun = new Promise<void>(resolve => {
    begun = resolve;
  });
  let ended: (reason: unknown) => void = () => {};
  const hasEnded = new Promise<unknown>(resolve => {
    ended = resolve;
  });
  addWhatIfRoutes(router, {
    httpAuth: mockServices.httpAuth(),
    whatIf: {
      getWhatIf: (_, signal) => {
        begun();
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            ended(signal.reason);
            reject(signal.reason);
          });
        });
      },
    },
  });
  const errors: unknown[] = [];
  const server = express()
    .use(router)
    .use(((error, _request, response, _next) => {
      errors.push(error);
      response.end();
    }) as express.ErrorRequestHandler)
    .listen(0);
  const { port } = server.address() as AddressInfo;
  const reader = new AbortController();
  const answer = fetch(`http://localhost:${port}/v1/what-if?phoneOff=true`, {
    signal: reader.signal,
  });
  await hasBegun;
  reader.abort();
  await expect(answer).rejects.toThrow();
  expect(String(await hasEnded)).toContain('Nobody waits for the answer');
  await new Promise(resolve => server.close(resolve));
  expect(errors).toEqual([]);
});

it('answers 429 and when to ask again, where somebody waits for several already', async () => {
  const router = PromiseRouter();
  let begun = 0;
  let answer: () => void = () => {};
  const answered = new Promise<void>(resolve => {
    answer = resolve;
  });
  addWhatIfRoutes(router, {
    httpAuth: mockServices.httpAuth(),
    whatIf: new AuthorizedWhatIfService({
      authorizer: new Authorizer(mockServices.permissions(), () => ({
        kind: 'entity',
        refs: [],
      })),
      inner: {
        getWhatIf: async () => {
          begun += 1;
          await answered;
          throw new Error('answered');
        },
      },
    }),
  });
  const server = express()
    .use(router)
    .use(((error, _request, response, _next) => {
      response.status(error.statusCode ?? 500).end();
    }) as express.ErrorRequestHandler)
    .listen(0);
  const { port } = server.address() as AddressInfo;
  const ask = () => fetch(`http://localhost:${port}/v1/what-if`);
  const waiting = [ask(), ask(), ask()];
  while (begun < waiting.length) {
    await new Promise(resolve => setImmediate(resolve));
  }
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('10');
  answer();
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  expect(statuses).toEqual([500, 500, 500]);
  await new Promise(resolve => server.close(resolve));
});
