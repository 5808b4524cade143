import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { callersOfEverything } from '../../__testUtils__/callersOfEverything';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { objectId } from '../../__testUtils__/rows';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import { NameBudget } from '../routes/NameBudget';
import { addRoutes } from '../routes/addRoutes';
import { NameReads } from '../routes/NameReads';
import type { RouteContext } from '../routes/RouteContext';
import { Snapshots } from '../Snapshots';
import type { TrailOfTenants } from '../routes/TrailOfTenants';
import type { ReadContext } from '../types';
import { ReviewService } from './ReviewService';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const success = jest.fn();
const fail = jest.fn();
const auditor = mockServices.auditor.mock({
  createEvent: async () => ({ success, fail }),
});
let app: express.Express;

beforeAll(async () => {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  await sync.run();
  const { knex, clock } = sync;
  const context = {
    knex,
    clock,
    snapshots: new Snapshots(knex, clock, [tenantId]),
    config: {
      fourEyes: { unidentifiedMayDecide: true },
      reviews: { noMethodAfterDays: 14 },
      exports: { pseudonymKeyFile: null },
    },
  } as ReadContext;
  const trail: TrailOfTenants = { record: async () => {} };
  const router = PromiseRouter();
  router.use(express.json());
  addRoutes(router, {
    ...callersOfEverything(),
    auditor,
    reads: new NameReads(mockServices.auditor.mock(), new NameBudget(0)),
    context: {
      ...context,
      reviews: new ReviewService(context),
      trail,
    } as RouteContext,
  });
  app = express().use(router);
});

beforeEach(() => jest.clearAllMocks());

const send = (path: string, body: object) =>
  request(app)
    .post(`/v1${path}`)
    .set('Authorization', mockCredentials.user.header())
    .send(body);

it.each([
  ['review-open', '/reviews', {}, {}, { tenantId, review: 1, items: 4 }],
  [
    'review-decide',
    `/reviews/1/items/${objectId(8)}/decision`,
    { decision: 'register', note: 'Called them' },
    { review: 1, objectId: objectId(8), decision: 'register' },
    { tenantId, decided: 1 },
  ],
  [
    'review-decide',
    '/reviews/1/decisions',
    { decision: 'register', filter: { decision: ['open'] } },
    { review: 1, decision: 'register' },
    { tenantId, decided: 3 },
  ],
  [
    'review-close',
    '/reviews/1/close',
    {},
    { review: 1 },
    { tenantId, items: 4, open: 0 },
  ],
])(
  'audits %s at %s, without notes',
  async (eventId, path, body, meta, found) => {
    expect((await send(path, body)).status).toBe(200);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    const [[event]] = auditor.createEvent.mock.calls;
    expect(event).toMatchObject({ eventId, severityLevel: 'medium', meta });
    expect(event.request).toBeDefined();
    expect(JSON.stringify(event.meta)).not.toContain('Called');
    expect(success).toHaveBeenCalledWith({ meta: found });
    expect(fail).not.toHaveBeenCalled();
  },
);

it('audits a refusal', async () => {
  await send('/reviews/1/close', {});
  expect(fail).toHaveBeenCalledWith({
    error: expect.objectContaining({ name: 'ConflictError' }),
  });
  expect(success).not.toHaveBeenCalled();
});

it('audits a file that somebody takes, and one that is refused', async () => {
  const take = (query: string) =>
    request(app)
      .get(`/v1/reviews/1/items.csv?${query}`)
      .set('Authorization', mockCredentials.user.header());
  expect((await take('&names=true&reason=new')).status).toBe(200);
  expect(auditor.createEvent).toHaveBeenLastCalledWith(
    expect.objectContaining({
      eventId: 'review-export',
      severityLevel: 'high',
      meta: {
        review: 1,
        format: 'csv',
        named: true,
        filter: { reason: ['new'] },
      },
    }),
  );
  expect(success).toHaveBeenCalledWith({
    meta: { tenantId, rows: 0, keyId: null },
  });
  await take('');
  expect(auditor.createEvent).toHaveBeenLastCalledWith(
    expect.objectContaining({
      severityLevel: 'medium',
      meta: { review: 1, format: 'csv', named: false, filter: {} },
    }),
  );
  expect(fail).toHaveBeenCalledWith({
    error: expect.objectContaining({ name: 'ServiceUnavailableError' }),
  });
});

it('audits nothing that only reads', async () => {
  await request(app)
    .get('/v1/reviews')
    .set('Authorization', mockCredentials.user.header());
  expect(auditor.createEvent).not.toHaveBeenCalled();
});

it('audits a refusal that names people without their names', async () => {
  expect((await send('/reviews', {})).status).toBe(200);
  expect((await send('/reviews/2/close', {})).text).toContain(': Person');
  const [[{ error }]] = fail.mock.calls;
  expect(error).toMatchObject({ name: 'ConflictError' });
  expect(error.message).toMatch(/^\d people have no decision yet$/);
});
