import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException } from '../__testUtils__/exceptions';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let sync: TestSync;
let api: TestApi;
let begun: string;

beforeAll(async () => {
  sync = await createTestTenant(await databases.init('SQLITE_3'));
  await putException(sync.knex, {
    tenantId,
    id: 'of-payments',
    kind: 'group',
    subject: 'group:default/payments',
    until: '2026-12-31',
    requestedAt: new Date('2026-11-20T08:00:00Z'),
    approvedAt: new Date('2026-11-20T09:00:00Z'),
  });
  await sync.run();
  await sync.runRefreshed(1);
  begun = sync.now.toISOString();
  api = await startTestApi(sync, {
    scope: { countGuests: true },
    smallTeams: { hideBelow: 3 },
  });
});

afterAll(() => api.stop());

const field = '&team=group:default/field';
const payments = '&team=group:default/payments';

describe('what if', () => {
  it.each<[string, string, Caller, number]>([
    ['guests, who are one', 'countGuests=true', 'countsOnly', 403],
    ['the one guest of a team', `countGuests=true${field}`, 'countsOnly', 403],
    ['the same to some', `countGuests=true${field}`, 'lead', 403],
    ['the same to who sees all', `countGuests=true${field}`, 'security', 200],
    ['guests, to who sees some of all', 'countGuests=true', 'lead', 403],
    ['today’s rules, which are guests', 'rules=today', 'countsOnly', 403],
    ['four exceptions', 'withoutExceptions=true', 'countsOnly', 200],
    [
      'four exceptions and the guest',
      'withoutExceptions=true&countGuests=true',
      'countsOnly',
      403,
    ],
    [
      'four exceptions by today’s rules',
      'withoutExceptions=true&rules=today',
      'countsOnly',
      403,
    ],
    [
      // Only without the exceptions there is somebody for it.
      'who has a phone alone of a team whose lead asks',
      `withoutExceptions=true&phoneOff=true${payments}`,
      'lead',
      200,
    ],
    [
      'the same to who sees counts',
      `withoutExceptions=true&phoneOff=true${payments}`,
      'countsOnly',
      403,
    ],
    ['another target', 'targetPermille=500', 'countsOnly', 200],
    ['nothing', field.slice(1), 'countsOnly', 200],
    ['what changes nobody', `countGuests=true${payments}`, 'countsOnly', 200],
  ])('assumes %s: %s for %s', async (_, query, caller, expected) => {
    const { status, body } = await api.get(`/what-if?${query}`, caller);
    const message: string | undefined = body.error?.message;
    expect([status, message?.slice(0, 40)]).toEqual([
      expected,
      expected === 200 ? undefined : 'Fewer than 3 people make this difference',
    ]);
  });
});

describe('what changed', () => {
  const changed = async (caller: Caller, query = '') => {
    const { body } = await api.get(`/changes?from=${begun}${query}`, caller);
    expect(body.people === null).toBe(body.counts === null);
    return body.people;
  };

  it('is not counted while few people did, but for who sees them', async () => {
    sync.now = new Date('2026-11-21T11:00:00Z');
    register(sync, 8);
    await sync.runNow();
    expect(await changed('countsOnly')).toBeNull();
    expect(await changed('countsOnly', field)).toBeNull();
    expect(await changed('lead')).toBeNull();
    expect(await changed('lead', field)).toBeNull();
    expect(await changed('security', field)).toBe(1);
    // Nobody changed there.
    expect(await changed('countsOnly', payments)).toBe(0);
  });

  it('is counted when more people did', async () => {
    sync.now = new Date('2026-11-21T12:00:00Z');
    register(sync, 2);
    register(sync, 12);
    await sync.runNow();
    expect(await changed('countsOnly')).toBe(3);
    expect(await changed('countsOnly', field)).toBeNull();
    expect(await changed('countsOnly', payments)).toBeNull();
    expect(await changed('lead', payments)).toBe(1);
  });
});
