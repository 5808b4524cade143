import type {
  Person,
  ReviewItem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import { tenantId } from '../../__testUtils__/testTenant';
import { TestSync } from '../../__testUtils__/TestSync';
import { GraphRequestError } from '../../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const today = new Date('2026-11-21T09:00:00Z');
const daysAgo = (days: number) =>
  new Date(today.getTime() - days * 86_400_000).toISOString();
const leaves = (number: number, days: number | null) => ({
  id: objectId(number),
  employeeLeaveDateTime: days === null ? null : daysAgo(days),
});

/**
 * People whom the catalog has as long as the directory has them, as where it is fed from Entra, synced
 * 40 days ago and today.
 *
 * | person | is |
 * | --- | --- |
 * | 1 | nothing special |
 * | 2 | enabled, and left 3 days ago |
 * | 3 | enabled, and leaves in 3 days |
 * | 4 | disabled since the first sync, and left 3 days ago |
 * | 5 | disabled before the first sync |
 * | 6 | a guest who left 3 days ago |
 */
describe.each(databases.eachSupportedId())('leavers on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    sync = new TestSync(knex, { tenantId });
    const disabled = { accountEnabled: false };
    const others = [
      userRow(1),
      userRow(2),
      userRow(3),
      userRow(5, disabled),
      userRow(6, { userType: 'Guest' }),
    ];
    const numbers = [1, 2, 3, 4, 5, 6];
    sync.source.pages = {
      users: [[...others, userRow(4)]],
      registrations: [numbers.map(number => reportRow(number))],
      'catalog-users': [numbers.map(number => userEntity(number))],
    };
    sync.now = new Date(daysAgo(40));
    await sync.runNow();
    sync.source.pages.users = [[...others, userRow(4, disabled)]];
    sync.source.pages['leave-dates'] = [
      [leaves(1, null), leaves(2, 3), leaves(3, -3)],
      [leaves(4, 3), leaves(6, 3)],
    ];
    sync.now = today;
    await sync.runNow();
    api = await startTestApi(sync);
  });

  afterAll(() => api.stop());

  async function listed(review: number) {
    await api.post('/reviews').send({});
    const { body } = await api.get(`/reviews/${review}/items`);
    const items: ReviewItem[] = body.items;
    return Object.fromEntries(
      items.map(({ id, reasons }) => [Number(id.slice(-2)), reasons]),
    );
  }

  const personOf = async (number: number): Promise<Person> =>
    (await api.get(`/people/${tenantId}/${objectId(number)}`)).body.person;

  it('are on the list of a review, still enabled or disabled since', async () => {
    expect(await listed(1)).toEqual({
      2: ['left-but-enabled'],
      4: ['disabled'],
      6: ['left-but-enabled'],
    });
    const { body } = await api.get('/reviews/1/items?reason=disabled');
    expect(body.items[0].then).toMatchObject({
      enabled: false,
      enablementSince: today.toISOString(),
      leaveAt: daysAgo(3),
    });
  });

  it('show since when they are enabled or disabled, and when they leave', async () => {
    expect(await personOf(3)).toMatchObject({
      enabled: true,
      enablementSince: '2024-01-01T00:00:00.000Z',
      leaveAt: daysAgo(-3),
    });
    expect(await personOf(4)).toMatchObject({
      enabled: false,
      enablementSince: today.toISOString(),
    });
    expect(await personOf(5)).toMatchObject({
      enabled: false,
      enablementSince: null,
      leaveAt: null,
    });
    const { body } = await api.get(`/people/${tenantId}/${objectId(4)}`);
    expect(
      body.records.map(({ dataSet }: { dataSet: string }) => dataSet),
    ).toContain('leave-dates');
  });

  it('are told no more once the permission is gone, and nothing is wrong with the tenant', async () => {
    sync.source.before = dataSet => {
      if (dataSet === 'leave-dates') {
        throw new GraphRequestError(
          403,
          'Authorization_RequestDenied',
          null,
          false,
        );
      }
    };
    await sync.run();
    expect((await personOf(2)).leaveAt).toBeNull();
    const { freshness } = (await api.get('/overview')).body;
    expect(freshness).toMatchObject({ health: 'healthy', problems: [] });
    await api.post('/reviews/1/close').send({ reason: 'r', open: 3 });
  });
});
