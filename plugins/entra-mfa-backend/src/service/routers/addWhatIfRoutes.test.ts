import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { AddressInfo } from 'net';
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
