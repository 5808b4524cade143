import { mockServices } from '@backstage/backend-test-utils';
import { fileFormats } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import express from 'express';
import request from 'supertest';
import { putException } from '../../__testUtils__/exceptions';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { objectId, reportRow, userRow } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import { sendFile } from '../exports/sendFile';
import { rowsBefore } from '../exports/sendRows';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const success = jest.fn();
const fail = jest.fn();
const auditor = mockServices.auditor.mock({
  createEvent: async () => ({ success, fail }),
});

let api: TestApi;

const start = async (config: object = {}) => {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  const many = Array.from({ length: 300 }, (_, i) => 1000 + i);
  sync.source.pages.users!.push(many.map(number => userRow(number)));
  sync.source.pages.registrations!.push(many.map(number => reportRow(number)));
  await putException(sync.knex, {
    tenantId,
    id: 'of-2',
    subject: objectId(2),
    until: '2026-12-31',
    requestedAt: new Date('2026-11-20T08:00:00Z'),
  });
  await sync.run();
  api = await startTestApi(sync, config, [auditor.factory]);
  await api.post('/reviews').send({});
  jest.clearAllMocks();
};

beforeEach(() => jest.clearAllMocks());

afterEach(() => api.stop());

const events = () =>
  auditor.createEvent.mock.calls.map(([{ eventId, meta }]) => [eventId, meta]);

/** Reads every page of a list. */
async function walk(path: string, caller: Caller = 'security', pages = 99) {
  let cursor: string | null = '';
  for (let page = 0; page < pages && cursor !== null; page += 1) {
    const { status, body } = await api.get(
      `${path}${cursor && `&cursor=${cursor}`}`,
      caller,
    );
    if (status !== 200) {
      return status;
    }
    cursor = body.pageInfo.nextCursor;
  }
  return 200;
}

describe('reads of people by name', () => {
  beforeEach(() => start());

  it('are one event for each walk, with who was asked for and how many were read', async () => {
    await walk('/people?limit=100&state=covered');
    expect(events()).toEqual([
      [
        'people-read',
        {
          route: 'getPeople',
          filter: { state: ['covered'], sort: 'privileged', subTeams: true },
        },
      ],
    ]);
    expect(
      auditor.createEvent.mock.calls[0][0].request!.headers.authorization,
    ).toContain('user:default/security');
    expect(success.mock.calls).toEqual([
      [{ meta: { rows: 305, pages: 4, complete: true } }],
    ]);
  });

  it('are another event for another walk, filter or caller', async () => {
    await walk('/people?limit=100', 'security', 2);
    await walk('/people?limit=100', 'security', 1);
    await walk('/people?limit=100&state=covered', 'security', 1);
    await walk('/people?limit=100', 'decider', 1);
    expect(events()).toHaveLength(4);
    // What was left is told when it is begun anew, and the others when the process stops.
    expect(success.mock.calls).toEqual([
      [{ meta: { rows: 200, pages: 2, complete: false } }],
    ]);
    await api.stop();
    expect(success).toHaveBeenCalledTimes(4);
    await start();
  });

  it.each<[string, string, Caller, object]>([
    [
      'a person',
      `/people/${tenantId}/${objectId(2)}`,
      'security',
      { rows: 1, pages: 1, complete: true },
    ],
    [
      'what a person reaches',
      `/people/${tenantId}/${objectId(2)}/services`,
      'security',
      { rows: 1, pages: 1, complete: true },
    ],
    [
      'who is not in Entra',
      '/unmatched?kind=catalog-user',
      'security',
      { rows: 1, pages: 1, complete: true },
    ],
    [
      'the people of a lead',
      '/people?limit=100',
      'lead',
      { rows: 5, pages: 1, complete: true },
    ],
    [
      'the owners of a service',
      '/entities/component/default/checkout-web/owners',
      'security',
      { rows: 1, pages: 1, complete: true },
    ],
    [
      'who changed',
      '/changes?from=2026-11-01',
      'security',
      { rows: 0, pages: 1, complete: true },
    ],
    [
      'the register of emergency accounts',
      '/break-glass',
      'security',
      { rows: 0, pages: 1, complete: true },
    ],
    [
      'exceptions',
      '/exceptions',
      'security',
      { rows: 1, pages: 1, complete: true },
    ],
    [
      'one exception',
      '/exceptions/of-2',
      'security',
      { rows: 1, pages: 1, complete: true },
    ],
    [
      'the list of a review',
      '/reviews/1/items',
      'security',
      { rows: 4, pages: 1, complete: true },
    ],
  ])('are audited: %s', async (_, path, caller, meta) => {
    expect((await api.get(path, caller)).status).toBe(200);
    expect(events()).toHaveLength(1);
    expect(success.mock.calls).toEqual([[{ meta }]]);
  });

  it.each<[string, string, Caller]>([
    ['a person', `/people/${tenantId}/${objectId(2)}`, 'countsOnly'],
    [
      'a person whom a lead may not see',
      `/people/${tenantId}/${objectId(8)}`,
      'lead',
    ],
    ['who is not in Entra', '/unmatched?kind=catalog-user', 'lead'],
  ])('are audited where they are refused: %s', async (_, path, caller) => {
    await api.get(path, caller);
    expect(events()).toHaveLength(1);
    expect(fail).toHaveBeenCalledTimes(1);
    expect(success).not.toHaveBeenCalled();
  });

  it('are no event for who sees counts alone', async () => {
    await api.get('/people?limit=100', 'countsOnly');
    await api.get('/changes?from=2026-11-01', 'countsOnly');
    await api.get('/overview');
    await api.get('/break-glass', 'countsOnly');
    expect(events()).toEqual([]);
  });
});

describe('with a limit of 200 a minute', () => {
  beforeEach(() => start({ names: { perMinute: 200 } }));

  it('further names wait, for each caller by themselves', async () => {
    expect(await walk('/people?limit=100', 'security', 2)).toBe(200);
    const { status, body, headers } = await api.get('/people?limit=1');
    expect([status, body.error.name]).toEqual([429, 'TooManyRequestsError']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(body.error.message).toContain('200 people by name within a minute');
    expect(fail).toHaveBeenCalledTimes(1);
    expect((await api.get('/overview')).status).toBe(200);
    expect((await api.get('/people?limit=100', 'decider')).status).toBe(200);
  });

  it('requests at once do not pass together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.get('/people?limit=100')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  });

  it('what was asked for and not read is given back', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { status } = await api.get('/people?limit=100&q=person2@');
      expect(status).toBe(200);
    }
  });

  it('a file with names counts, and one that names nobody does not', async () => {
    const csv = (names: boolean) => api.get(`/people.csv?names=${names}`);
    expect((await csv(false)).status).toBe(200);
    expect((await csv(true)).status).toBe(200);
    expect((await csv(true)).status).toBe(429);
    expect((await csv(false)).status).toBe(200);
  });
});

it.each(fileFormats)(
  'of a %s that is cut off it is told how many rows went out',
  async format => {
    await start();
    const app = express();
    let cut: unknown;
    app.get('/', (_, response) => {
      async function* rows() {
        yield 'a';
        yield 'b';
        throw new Error('the database is gone');
      }
      sendFile(
        response,
        {
          name: 'x',
          title: 'X',
          columns: { column: row => row },
          rows: rows(),
          about: {},
        },
        format,
      ).catch(error => {
        cut = error;
        response.destroy();
      });
    });
    await request(app)
      .get('/')
      .catch(() => undefined);
    expect(rowsBefore(cut)).toBe(2);
    expect(rowsBefore(new Error('another'))).toBe(0);
  },
);
