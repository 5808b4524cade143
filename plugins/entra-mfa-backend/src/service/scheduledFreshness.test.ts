import { TestDatabases } from '../__testUtils__/TestDatabases';
import { startTestApi } from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const day = 24 * 3600;
const timeout = { minutes: 30 };

/** What a portal with a schedule says of a tenant that was read then, and is looked at later. */
async function freshnessOf(options: {
  config: object;
  readAt: string;
  seenAt: string;
}) {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  sync.now = new Date(options.readAt);
  await sync.runNow();
  sync.now = new Date(options.seenAt);
  const api = await startTestApi(sync, options.config);
  try {
    const { stale, staleAfterSeconds, nextReadAt } = (
      await api.get('/overview')
    ).body.freshness;
    return { stale, staleAfterSeconds, nextReadAt };
  } finally {
    await api.stop();
  }
}

it.each<[string, object, string]>([
  ['0 3 1 * *', { days: 32 }, '2026-12-01T03:00:00.000Z'],
  ['0 0 1,15 * *', { days: 32 }, '2026-12-01T00:00:00.000Z'],
  ['0 3 1 1,4,7,10 *', { days: 32 }, '2027-01-01T03:00:00.000Z'],
  ['0 3 29 2 *', { days: 32 }, '2028-02-29T03:00:00.000Z'],
])(
  'starts with %s, however rarely it comes',
  async (cron, staleAfter, nextReadAt) => {
    expect(
      await freshnessOf({
        config: { schedule: { frequency: { cron }, timeout }, staleAfter },
        readAt: '2026-11-21T08:00:00Z',
        seenAt: '2026-11-22T08:00:00Z',
      }),
    ).toEqual({ stale: false, staleAfterSeconds: 32 * day, nextReadAt });
  },
);

it.each([
  // The night in which the clocks are set back, and one in which they are not.
  ['2026-10-24T11:00:05Z', '2026-10-25T12:29:00Z', '2026-10-25T12:00:00.000Z'],
  ['2026-11-21T12:00:05Z', '2026-11-22T12:29:00Z', '2026-11-22T12:00:00.000Z'],
])(
  'is not stale between two reads of a daily schedule: %s',
  async (readAt, seenAt, nextReadAt) => {
    const config = {
      schedule: {
        frequency: { cron: '0 13 * * *' },
        timeZone: 'Europe/Berlin',
        timeout,
      },
    };
    const told = { staleAfterSeconds: 26 * 3600, nextReadAt };
    expect(await freshnessOf({ config, readAt, seenAt })).toEqual({
      ...told,
      stale: false,
    });
    const later = new Date(Date.parse(readAt) + 27 * 3_600_000).toISOString();
    expect(await freshnessOf({ config, readAt, seenAt: later })).toEqual({
      ...told,
      stale: true,
    });
  },
);
