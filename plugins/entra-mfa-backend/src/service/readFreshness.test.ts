import {
  type EntityStatus,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const now = new Date('2026-11-21T08:00:00Z');

/** A report of which Microsoft refreshed most rows so many hours ago. */
async function syncOldReport(hours: number, freshRows = 0): Promise<TestSync> {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  const refreshed = (age: number) => ({
    lastUpdatedDateTime: new Date(
      now.getTime() - age * 3_600_000,
    ).toISOString(),
  });
  sync.source.pages.registrations = [
    sync.source.pages.registrations!.flat().map((row, i) => ({
      ...(row as ReturnType<typeof reportRow>),
      ...refreshed(i < freshRows ? 1 : hours),
    })),
  ];
  sync.now = now;
  await sync.runNow();
  return sync;
}

describe('a report that Microsoft no longer refreshes', () => {
  let api: TestApi | undefined;
  afterEach(() => api?.stop());

  async function read(sync: TestSync, config: object = {}) {
    api = await startTestApi(sync, config);
    const overview: Overview = routes.getOverview.response.parse(
      (await api.get('/overview')).body,
    );
    const { groups }: EntityStatus = (
      await api.get('/entity-status', 'service')
    ).body;
    return { overview, groups };
  }

  it.each([0, 1, 3])(
    'makes every figure stale, however often it is read, with %i fresh rows',
    async freshRows => {
      const sync = await syncOldReport(240, freshRows);
      const { overview, groups } = await read(sync);
      expect(overview.freshness).toMatchObject({
        readAt: now.toISOString(),
        reportRefreshedAt: '2026-11-11T08:00:00.000Z',
        stale: true,
        staleCauses: ['report-old'],
        health: 'needs-attention',
        problems: [
          {
            code: 'report-old',
            dataSet: 'registrations',
            since: '2026-11-11T08:00:00.000Z',
          },
        ],
      });
      expect(overview.counts!.coverage).toMatchObject({
        permille: expect.any(Number),
        met: null,
      });
      expect(new Set(groups.map(({ met }) => met))).toEqual(new Set([null]));
    },
  );

  it.each([
    ['as far behind as Microsoft promises', 36, {}, []],
    ['just within the limit', 48, {}, []],
    ['past it', 49, {}, ['report-old']],
    ['past another limit', 30, { reportStaleAfter: 'PT24H' }, ['report-old']],
    ['within another limit', 71, { reportStaleAfter: { days: 3 } }, []],
  ])('is assessed by its age: %s', async (_, hours, config, expected) => {
    const { overview } = await read(await syncOldReport(hours), config);
    expect(overview.freshness.staleCauses).toEqual(expected);
    expect(overview.freshness.stale).toBe(expected.length > 0);
  });

  it('says both where nothing was read either', async () => {
    const sync = await syncOldReport(240);
    sync.now = new Date(now.getTime() + 7 * 3_600_000);
    const { overview } = await read(sync);
    expect(overview.freshness.staleCauses).toEqual(['not-read', 'report-old']);
    expect(overview.freshness.problems.map(({ code }) => code)).toEqual([
      'stale',
      'report-old',
    ]);
  });
});
