import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow, userEntity, userRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { createTestTenant, register } from '../__testUtils__/testTenant';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const newcomers = Array.from({ length: 60 }, (_, i) => 20 + i);
const WEEK = 7 * 86_400_000;

describe.each(databases.eachSupportedId())('forecasts on %s', databaseId => {
  let api: TestApi;

  /**
   * Sixty more people in Payments; each week, nine weeks long, two of them register on the same day,
   * the second one late in the day. Today has only begun.
   */
  beforeAll(async () => {
    const sync = await createTestTenant(await databases.init(databaseId));
    const { pages } = sync.source;
    pages.users!.push(newcomers.map(number => userRow(number)));
    pages.registrations!.push(
      newcomers.map(number => reportRow(number, false)),
    );
    pages['catalog-users']!.push(newcomers.map(number => userEntity(number)));
    pages['catalog-memberships']!.push(
      newcomers.map(number => userEntity(number, ['payments'])),
    );
    sync.now = new Date('2026-09-01T08:00:00Z');
    const begin = sync.now.getTime();
    for (let week = 0; week < 9; week += 1) {
      for (const [i, hours] of [0, 12].entries()) {
        if (week < 8 || i === 0) {
          sync.now = new Date(begin + week * WEEK + hours * 3_600_000);
          register(sync, newcomers[week * 2 + i]);
          await sync.runNow();
        }
      }
    }
    sync.now = new Date(sync.now.getTime() + 60_000);
    api = await startTestApi(sync, { targetDate: '2026-12-01' });
  });

  afterAll(() => api.stop());

  it('tells when the tenant reaches its target, against the set day', async () => {
    const { forecast } = routes.getOverview.response.parse(
      (await api.get('/overview')).body,
    );
    expect(forecast).toMatchObject({
      status: 'expected',
      weeks: 8,
      targetDate: '2026-12-01',
      verdict: 'late',
    });
    expect(forecast!.expected! > '2026-12-01').toBe(true);
  });

  it('tells the same of a team by itself and in the list of teams', async () => {
    const path = '/teams/group/default/payments';
    const one = routes.getTeam.response.parse((await api.get(path)).body);
    const { items } = routes.getTeams.response.parse(
      (await api.get('/teams?q=payments')).body,
    );
    expect(one.forecast).toMatchObject({ status: 'expected', weeks: 8 });
    expect(items[0].forecast).toEqual(one.forecast);
  });

  it('tells why there is none: of a small team, and of a day early on', async () => {
    const { items } = routes.getTeams.response.parse(
      (await api.get('/teams?q=field')).body,
    );
    expect(items[0].forecast).toMatchObject({ reason: 'too-few' });
    // The snapshot of the 15th: a past day has its forecast, though it was stale when the day ended.
    const early = await api.get('/overview?at=2026-09-15');
    expect(
      routes.getOverview.response.parse(early.body).forecast,
    ).toMatchObject({
      status: 'none',
      reason: 'too-short',
      weeks: 2,
    });
  });

  it('ranks teams by the people who only have a phone', async () => {
    const { items } = routes.getTeams.response.parse(
      (await api.get('/teams?sort=phoneOnly&limit=3')).body,
    );
    expect(items.map(({ phoneOnly }) => phoneOnly)).toEqual([1, 1, 0]);
  });
});
