import { rootSystemMetadataServiceFactory } from '@backstage/backend-defaults/rootSystemMetadata';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { entraMfaPlugin } from '../../plugin';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';

const success = jest.fn();
const fail = jest.fn();
const auditor = mockServices.auditor.mock({
  createEvent: async () => ({ success, fail }),
});
const allow = { result: AuthorizeResult.ALLOW } as const;
const permissions = mockServices.permissions.mock({
  authorize: async requests => requests.map(() => allow),
  authorizeConditional: async requests => requests.map(() => allow),
});
const scheduler = mockServices.scheduler.mock();

let backend: TestBackend;

beforeAll(async () => {
  const tenant = {
    tenantId,
    clientId: '0a1b2c3d-0000-4000-8000-00000000c11e',
    clientSecret: 'not-used',
  };
  backend = await startTestBackend({
    features: [
      entraMfaPlugin,
      auditor.factory,
      permissions.factory,
      scheduler.factory,
      rootSystemMetadataServiceFactory,
      catalogServiceMock.factory(),
      mockServices.database.factory({
        knex: await databases.init('SQLITE_3'),
      }),
      mockServices.rootConfig.factory({
        data: { entraMfa: { tenants: [tenant] } },
      }),
    ],
  });
});

afterAll(() => backend.stop());

beforeEach(() => jest.clearAllMocks());

function syncNow(tenant = tenantId) {
  return request(backend.server)
    .post(`/api/entra-mfa/v1/tenants/${tenant}/sync`)
    .set('Authorization', mockCredentials.user.header('user:default/ada'));
}

it('audits who started a sync', async () => {
  expect((await syncNow()).status).toBe(202);

  const [[event]] = auditor.createEvent.mock.calls;
  expect(event).toMatchObject({
    eventId: 'sync-start',
    severityLevel: 'medium',
    meta: { tenantId },
  });
  // The actor is taken from the request.
  expect(event.request!.headers.authorization).toContain('user:default/ada');
  expect(success).toHaveBeenCalledTimes(1);
  expect(fail).not.toHaveBeenCalled();
});

it.each([
  [
    'NotAllowedError',
    403,
    tenantId,
    () =>
      permissions.authorize.mockResolvedValueOnce([
        { result: AuthorizeResult.DENY },
      ]),
  ],
  ['NotFoundError', 404, 'elsewhere', () => {}],
  [
    'Error',
    500,
    tenantId,
    () => scheduler.triggerTask.mockRejectedValueOnce(new Error('gone')),
  ],
])('audits a refusal: %s', async (name, status, tenant, prepare) => {
  prepare();
  expect((await syncNow(tenant)).status).toBe(status);
  expect(auditor.createEvent).toHaveBeenCalledTimes(1);
  expect(fail).toHaveBeenCalledWith({
    error: expect.objectContaining({ name }),
  });
  expect(success).not.toHaveBeenCalled();
});

it('audits nothing that only reads', async () => {
  await request(backend.server)
    .get('/api/entra-mfa/v1/runs')
    .set('Authorization', mockCredentials.user.header());
  expect(auditor.createEvent).not.toHaveBeenCalled();
});

const exported = (query: string) =>
  request(backend.server)
    .get(`/api/entra-mfa/v1/people.csv?${query}`)
    .set('Authorization', mockCredentials.user.header('user:default/ada'));

it('audits an export: of whom, how many, and whether by name', async () => {
  expect((await exported('names=true&state=uncovered')).status).toBe(200);
  const [[event]] = auditor.createEvent.mock.calls;
  expect(event).toMatchObject({
    eventId: 'people-export',
    severityLevel: 'high',
    meta: {
      named: true,
      filter: { state: ['uncovered'], subTeams: true, sort: 'privileged' },
    },
  });
  expect(success).toHaveBeenCalledWith({ meta: { rows: 0, keyId: null } });
});

it('audits an export that could not be made', async () => {
  expect((await exported('q=ada')).status).toBe(503);
  expect(auditor.createEvent.mock.calls[0][0]).toMatchObject({
    severityLevel: 'medium',
    meta: { named: false, filter: { q: 'ada' } },
  });
  expect(fail).toHaveBeenCalledTimes(1);
});

it('audits an erasure, refused or not, by the object id alone', async () => {
  const { status } = await request(backend.server)
    .post(`/api/entra-mfa/v1/people/${tenantId}/an-id/erase`)
    .set('Authorization', mockCredentials.user.header('user:default/ada'))
    .send({ reason: 'Request 4711' });
  expect(status).toBe(404);
  const [[event]] = auditor.createEvent.mock.calls;
  expect(event).toMatchObject({
    eventId: 'person-erase',
    severityLevel: 'high',
  });
  expect(event.meta).toEqual({ tenantId, objectId: 'an-id' });
  expect(event.request!.headers.authorization).toContain('user:default/ada');
  expect(fail).toHaveBeenCalledWith({
    error: expect.objectContaining({ name: 'NotFoundError' }),
  });
});
