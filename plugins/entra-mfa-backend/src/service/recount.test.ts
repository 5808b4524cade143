import { type Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { Knex } from 'knex';
import {
  DirectoryCatalog,
  unevenCatalog,
} from '../__testUtils__/DirectoryCatalog';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { rawTables } from '../__testUtils__/rawTables';
import {
  recountCis,
  recountCrossCheck,
  recountUnmatched,
  recountWatchList,
} from '../__testUtils__/recount/recountOverview';
import { recountReach } from '../__testUtils__/recount/recountReach';
import { recountRegister } from '../__testUtils__/recount/recountRegister';
import { recountReview } from '../__testUtils__/recount/recountReview';
import { recountRoles } from '../__testUtils__/recount/recountRoles';
import { recountTeams } from '../__testUtils__/recount/recountTeams';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { testRules, TestSync } from '../__testUtils__/TestSync';
import { GraphPageSource } from '../graph/GraphPageSource';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Two that are there, and one that is not. */
const breakGlassIds = [
  '70b7b99e-ffae-42c5-8ef1-6ef4db2779f4',
  '8f0c4c52-7d0e-4a53-9f54-20b3b6a1c7d2',
  '00000000-0000-4000-8000-00000000dead',
];

/**
 * A generated tenant of 3,000 people, read over TLS, and every figure of the page counted once more
 * by plain SQL over the records as they were read.
 */
describe('3,000 people, counted once more by SQL', () => {
  let knex: Knex;
  let tenant: TestTenant;
  let api: TestApi;
  let overview: Overview;
  let sync: TestSync;

  /** The first column of the first row, or all rows as pairs. */
  const one = async (sql: string): Promise<number> =>
    Object.values((await knex.raw(sql))[0] as Record<string, number>)[0];
  const pairs = async (sql: string): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await knex.raw(sql)).map((row: { name: string; n: number }) => [
        row.name,
        row.n,
      ]),
    );

  /** Two, so that who has no row in both is not registered. */
  async function readTwoReports() {
    await sync.runNow();
    tenant.simulator.clock.advance(6 * 3_600_000);
    await sync.runNow();
  }

  const all = () => ({ knex, api, overview, one, pairs });

  beforeAll(async () => {
    tenant = await startTestTenant({
      size: 3_000,
      licence: 'p2',
      seed: 7,
      // Nothing moves by itself, so that a read and the count are of the same tenant.
      frozenClock: true,
      reportLimit: false,
      cachedPages: 1_000,
    });
    knex = await databases.init('SQLITE_3');
    const graph = new GraphPageSource({
      tenant: tenant.tenant,
      clock: tenant.clock,
      reportRequestsPer10Seconds: 1_000_000,
    });
    sync = new TestSync(knex, {
      tenantId: tenant.tenant.tenantId,
      sources: {
        graph,
        catalog: new DirectoryCatalog(graph, {
          ...unevenCatalog,
          services: 60,
          strangers: 3,
        }),
      },
      clock: tenant.clock,
      rules: {
        ...testRules,
        breakGlassIds,
        listedPatterns: [{ pattern: '^svc-', owner: 'it', reason: 'service' }],
      },
    });
    await readTwoReports();
    sync.now = tenant.clock.now();
    api = await startTestApi(sync);
    await rawTables(knex, sync.now);
    overview = routes.getOverview.response.parse(
      (await api.get('/overview')).body,
    );
  });

  afterAll(async () => {
    await api.stop();
    await tenant.stop();
  });

  it('adds up to the directory, class by class', async () => {
    const { total, inScope, leftOut } = overview.directory!;
    expect(total).toBeGreaterThan(3_000);
    expect(total).toBe(await one('SELECT count(*) FROM raw_person'));
    expect(
      Object.fromEntries(
        leftOut.map(({ scopeClass, count }) => [scopeClass, count]),
      ),
    ).toEqual(
      await pairs(
        'SELECT left_out AS name, count(*) AS n FROM raw_person WHERE left_out IS NOT NULL GROUP BY 1',
      ),
    );
    expect(
      Object.fromEntries(
        inScope
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => [state, count]),
      ),
    ).toEqual(
      await pairs(
        'SELECT state AS name, count(*) AS n FROM raw_person WHERE left_out IS NULL GROUP BY 1',
      ),
    );
  });

  it('counts covered, short and both bases', async () => {
    const covered = await one(
      `SELECT count(*) FROM raw_person WHERE state = 'covered'`,
    );
    const uncovered = await one(
      `SELECT count(*) FROM raw_person WHERE state = 'uncovered'`,
    );
    const counts = overview.counts!;
    expect(counts.coverage).toMatchObject({
      covered,
      uncovered,
      permille: await one(
        `SELECT ${covered} * 1000 / (${covered + uncovered})`,
      ),
      short: await one(
        `SELECT max(0, (950 * ${
          covered + uncovered
        } + 999) / 1000 - ${covered})`,
      ),
    });
    expect(counts.registered).toBe(
      await one(
        'SELECT count(*) FROM raw_person WHERE left_out IS NULL AND registered = 1',
      ),
    );
    expect(counts.capable).toBe(
      await one(
        'SELECT count(*) FROM raw_person WHERE left_out IS NULL AND capable = 1',
      ),
    );
    expect(counts.registeredNotCapable).toBe(
      await one(
        'SELECT count(*) FROM raw_person WHERE left_out IS NULL AND registered = 1 AND capable = 0',
      ),
    );
  });

  it('gives each person one tier, and each method its people', async () => {
    const { tiers, noTier, methods, marks } = overview.counts!;
    expect(
      Object.fromEntries(Object.entries(tiers).filter(([, count]) => count)),
    ).toEqual(
      await pairs(
        'SELECT tier AS name, count(*) AS n FROM raw_person WHERE left_out IS NULL AND tier IS NOT NULL GROUP BY 1',
      ),
    );
    expect(noTier).toBe(
      await one(
        'SELECT count(*) FROM raw_person WHERE left_out IS NULL AND tier IS NULL',
      ),
    );
    expect(
      Object.fromEntries(methods.map(({ method, count }) => [method, count])),
    ).toEqual(
      await pairs(
        `SELECT m.method AS name, count(*) AS n FROM raw_method m
         JOIN raw_person p ON p.id = m.id WHERE p.left_out IS NULL GROUP BY 1`,
      ),
    );
    expect(marks['phone-only']).toBe(
      await one(
        `SELECT count(*) FROM raw_person
         WHERE left_out IS NULL AND registered = 1 AND tier = 'phone'`,
      ),
    );
  });

  it('counts privileged people, through groups and eligible ones too', async () => {
    const { people, coverage, tiers, noTier } = overview.privileged!;
    const privileged = 'FROM raw_person WHERE left_out IS NULL AND privileged';
    expect(people).toBeGreaterThan(10);
    expect(people).toBe(await one(`SELECT count(*) ${privileged}`));
    expect([coverage.covered, coverage.uncovered]).toEqual([
      await one(`SELECT count(*) ${privileged} AND state = 'covered'`),
      await one(`SELECT count(*) ${privileged} AND state = 'uncovered'`),
    ]);
    expect(
      Object.fromEntries(Object.entries(tiers).filter(([, count]) => count)),
    ).toEqual(
      await pairs(
        `SELECT tier AS name, count(*) AS n ${privileged} AND tier IS NOT NULL GROUP BY 1`,
      ),
    );
    expect(noTier).toBe(
      await one(`SELECT count(*) ${privileged} AND tier IS NULL`),
    );
  });

  it('tells what one side knows and the other does not', async () => {
    expect(overview.unmatched).toEqual({
      peopleNotInCatalog: await one(
        'SELECT count(*) FROM raw_person WHERE left_out IS NULL AND NOT in_catalog',
      ),
      catalogUsersNotInEntra: await one(
        'SELECT count(*) FROM raw_catalog_user WHERE id NOT IN (SELECT id FROM raw_person)',
      ),
      rowsWithoutPerson: await one(
        'SELECT count(*) FROM raw_registration WHERE id NOT IN (SELECT id FROM raw_person)',
      ),
    });
  });

  it.each([
    ['in lists what one side knows and the other does not', recountUnmatched],
    ['Microsoft’s own count over the same people', recountCrossCheck],
    ['CIS’s own count', recountCis],
    ['disabled accounts that hold a role', recountWatchList],
    ['each team with its sub-teams, each person once', recountTeams],
    ['the owners of each service, and what a team reaches', recountReach],
    ['what break-glass accounts pass and fail', recountRegister],
    ['who has each role, and how they are covered', recountRoles],
  ])('tells %s', async (_, recount) => {
    const { told, counted } = await recount(all());
    expect(told).toEqual(counted);
  });

  it('tells what changed in a week: who lost, gained, came and left', async () => {
    await knex.raw('ALTER TABLE raw_person RENAME TO before_person');
    const from = tenant.clock.now().toISOString();
    tenant.simulator.clock.advance(7 * 86_400_000);
    await readTwoReports();
    sync.now = tenant.clock.now();
    await rawTables(knex, sync.now);
    const { counts } = routes.getChanges.response.parse(
      (await api.get(`/changes?from=${from}`)).body,
    );
    // Who is left out is followed no further; without a row is not registered after two reads.
    const standing = (person: string) =>
      `(${person}.left_out IS NULL AND ${person}.state <> 'unknown' AND coalesce(${person}.registered, 0) =`;
    const both =
      'SELECT count(*) FROM before_person b JOIN raw_person a ON a.id = b.id';
    expect(counts).toMatchObject({
      lost: await one(
        `${both} WHERE ${standing('b')} 1) AND ${standing('a')} 0)`,
      ),
      gained: await one(
        `${both} WHERE ${standing('b')} 0) AND ${standing('a')} 1)`,
      ),
      joined: await one(
        'SELECT count(*) FROM raw_person WHERE id NOT IN (SELECT id FROM before_person)',
      ),
      left: await one(
        'SELECT count(*) FROM before_person WHERE id NOT IN (SELECT id FROM raw_person)',
      ),
    });
    for (const kind of ['gained', 'joined', 'left'] as const) {
      expect(counts![kind]).toBeGreaterThan(0);
    }
  });

  it('lists in a review whom its reasons fit', async () => {
    const { told, counted } = await recountReview(all());
    expect(told).toEqual(counted);
  });
});
