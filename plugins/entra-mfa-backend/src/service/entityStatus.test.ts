import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException } from '../__testUtils__/exceptions';
import { objectId } from '../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { createSyncedTenant, tenantId } from '../__testUtils__/testTenant';
import { testRules, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const checkout = 'group:default/checkout';

let sync: TestSync;
let api: TestApi | undefined;

/** Starts the API on the database of the synced tenant. */
async function start(config: object): Promise<void> {
  await api?.stop();
  api = await startTestApi(sync, config);
}

async function status() {
  const response = await api!.get('/entity-status', 'service');
  return routes.getEntityStatus.response.parse(response.body);
}

beforeEach(async () => {
  sync = await createSyncedTenant(databases, 'SQLITE_3');
});

afterEach(async () => {
  await api?.stop();
  api = undefined;
});

it('tells no more than exposure lets it, and knows when that was changed', async () => {
  const versions = new Set<string>();
  for (const [exposure, users, groups] of [
    ['all', 10, 5],
    ['groups', 0, 5],
    ['off', 0, 0],
  ] as const) {
    await start({ exposure });
    const told = await status();
    expect([told.users.length, told.groups.length]).toEqual([users, groups]);
    versions.add(told.version);
  }
  expect(versions.size).toBe(3);
});

it('tells a narrowed service no more than its permissions allow', async () => {
  await start({ exposure: 'all' });
  const told = async (caller: Caller) => {
    const { status: code, body } = await api!.get('/entity-status', caller);
    const { users, groups, version } = body;
    return { code, told: [users?.length, groups?.length], version };
  };
  const [service, counts, both] = [
    await told('service'),
    await told('countsService'),
    await told('statusService'),
  ];
  expect([service.told, counts.told, both.told]).toEqual([
    [10, 5],
    [0, 5],
    [10, 5],
  ]);
  expect(await told('peopleService')).toMatchObject({ code: 403 });
  // What one caller has cannot pass for what another may have.
  expect(counts.version).not.toBe(service.version);
  expect(both.version).toBe(service.version);
});

it('knows that somebody is exempt now, though another exception ends first', async () => {
  await start({ exposure: 'all' });
  const exempt = async (number: number, until: string) => {
    await putException(sync.knex, {
      tenantId,
      id: `exception-${number}`,
      subject: objectId(number),
      until,
      requestedAt: sync.now,
      approvedAt: sync.now,
    });
    await sync.run();
    const { version, users } = await status();
    const found = users.filter(({ state }) => state === 'exempt');
    return { version, exempt: found.length };
  };
  // The second read decides on who has no row: from then on nothing changes by time alone.
  await sync.run();
  const first = await exempt(2, '2026-11-25');
  const second = await exempt(6, '2026-11-28');
  expect([first.exempt, second.exempt]).toEqual([1, 2]);
  expect(second.version).not.toBe(first.version);

  await sync.run();
  expect((await status()).version).toBe(second.version);
});

it('says on which basis people were assessed, also before a new one has assessed them', async () => {
  await start({ basis: 'capable' });
  const before = await status();
  expect(before.basis).toBe('registered');
  await sync.run({ rules: { ...testRules, basis: 'capable' } });
  const after = await status();
  expect(after.basis).toBe('capable');
  expect(after.version).not.toBe(before.version);
  expect(after.users).toHaveLength(before.users.length);
});

it('tells of no tenant that is assessed on another basis than one that is on the configured', async () => {
  const other = '0a1b2c3d-0000-4000-8000-000000000002';
  const second = new TestSync(sync.knex, { tenantId: other });
  second.source.pages = { ...sync.source.pages };
  await second.run({ rules: { ...testRules, basis: 'capable' } });
  const client = {
    clientId: '0a1b2c3d-0000-4000-8000-00000000c11e',
    clientSecret: 'not-used',
  };
  await start({
    basis: 'capable',
    tenants: [tenantId, other].map(id => ({ tenantId: id, ...client })),
  });
  const { basis, groups } = await status();
  expect(basis).toBe('capable');
  expect(groups.find(({ entityRef }) => entityRef === checkout)).toMatchObject({
    covered: 2,
    uncovered: 1,
  });
});

it('adds a Group up over all tenants', async () => {
  const other = '0a1b2c3d-0000-4000-8000-000000000002';
  const second = new TestSync(sync.knex, { tenantId: other });
  second.source.pages = { ...sync.source.pages };
  await second.run();
  const client = {
    clientId: '0a1b2c3d-0000-4000-8000-00000000c11e',
    clientSecret: 'not-used',
  };
  await start({
    tenants: [
      { tenantId, ...client },
      { tenantId: other, ...client },
    ],
  });
  const { groups } = await status();
  expect(groups.filter(({ entityRef }) => entityRef === checkout)).toEqual([
    {
      entityRef: checkout,
      permille: 666,
      met: false,
      covered: 4,
      uncovered: 2,
    },
  ]);
});

it('counts no target as met or missed on stale data, wherever it is told', async () => {
  await start({ target: 50 });
  const met = async () => {
    const overview = routes.getOverview.response.parse(
      (await api!.get('/overview')).body,
    );
    const team = routes.getTeam.response.parse(
      (await api!.get('/teams/group/default/payments')).body,
    );
    const { items, freshness } = routes.getTeams.response.parse(
      (await api!.get('/teams?q=checkout')).body,
    );
    const { version, groups } = await status();
    return {
      version,
      stale: [overview.freshness.stale, team.freshness.stale, freshness.stale],
      met: [
        overview.counts!.coverage.met,
        overview.counts!.bases.capable.met,
        team.coverage!.met,
        team.counts!.coverage.met,
        team.direct!.met,
        team.children[0].coverage!.met,
        items[0].coverage!.met,
        groups.find(({ entityRef }) => entityRef === checkout)!.met,
      ],
      permille: groups.find(({ entityRef }) => entityRef === checkout)!
        .permille,
    };
  };
  const fresh = await met();
  expect(fresh.stale).toEqual([false, false, false]);
  expect(fresh.met).not.toContain(null);

  sync.now = new Date(sync.now.getTime() + 6 * 3_600_000 + 1000);
  const stale = await met();
  expect(stale.stale).toEqual([true, true, true]);
  expect(new Set(stale.met)).toEqual(new Set([null]));
  expect(stale.permille).toBe(fresh.permille);
  expect(stale.version).not.toBe(fresh.version);
});
