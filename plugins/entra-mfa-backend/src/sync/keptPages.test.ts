import { simulatorOptions, type FaultProfileInput } from 'entra-simulator';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { letTimePass } from '../__testUtils__/letTimePass';
import { MemorySource } from '../__testUtils__/MemorySource';
import { simulatedSources } from '../__testUtils__/simulatedSources';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { collectors } from '../collectors';
import { toDate } from '../store/sql/instant';
import { readLastOutcome } from '../store/read/readLastOutcome';
import { readLastRun } from '../store/run/readLastRun';
import type { RunSyncOptions } from './runSync';

jest.setTimeout(120_000);

type Rule = NonNullable<FaultProfileInput['rules']>[0];

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
/** They are read beside the report, and would be counted with the requests for users. */
const propertiesOfUsers = ['leave-dates', 'sign-in-activity'];
const minute = 60_000;
const hour = 60 * minute;

/** What a figure follows from, without the times at which it was read. */
const figuresOf = ({
  people,
  counts,
  teams,
}: Awaited<ReturnType<TestSync['published']>>) => ({
  people: people.map(({ since, tenant_id, ...person }) => person),
  counts: counts.map(({ tenant_id, ...line }) => line),
  teams,
});

describe.each(databases.eachSupportedId())(
  'pages that were kept on %s',
  databaseId => {
    let knex: Knex;
    let tenants = 0;
    let test: TestTenant;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
    });

    afterEach(() => test.stop());

    async function start(pageTokenLifetime = 24 * 3_600) {
      test = await startTestTenant({
        seed: 7,
        size: 100,
        startDate: new Date('2026-11-20T06:00:00Z'),
        frozenClock: true,
        // Each run has a pace of its own.
        reportLimit: false,
        pageTokenLifetime,
        permissions: [
          ...simulatorOptions.parse({}).permissions,
          'MailboxSettings.Read',
        ],
      });
      return createSync();
    }

    /** Each test has tenants of its own in one database. */
    function createSync() {
      tenants += 1;
      return new TestSync(knex, {
        tenantId: `tenant-${tenants}`,
        clock: test.clock,
        collectors: collectors
          .filter(({ id }) => !propertiesOfUsers.includes(id))
          .map(collector =>
            collector.source === 'graph' && collector.id !== 'organization'
              ? { ...collector, query: { ...collector.query, $top: '20' } }
              : collector,
          ),
      });
    }

    async function rowsIn(table: string, { tenantId }: TestSync) {
      const rows = await knex(table).where({ tenant_id: tenantId });
      return rows.length;
    }

    /** Each run is one of another process: with a source that has to sign in first. */
    function run(sync: TestSync, options: Partial<RunSyncOptions> = {}) {
      return sync.runNow({
        ...options,
        sources: simulatedSources(test, {
          requestTimeoutMs: 500,
          patienceMs: 10_000,
        }),
      });
    }

    /** How often each endpoint was asked by a run. */
    async function asked(running: () => Promise<unknown>) {
      const before = { ...test.simulator.stats().requests };
      await running();
      const { requests } = test.simulator.stats();
      return (endpoint: 'users' | 'registrations') =>
        (requests[endpoint] ?? 0) - (before[endpoint] ?? 0);
    }

    async function failsWith(sync: TestSync, code: string, rule: Rule) {
      const before = await sync.published();
      test.simulator.faults.set({ rules: [rule] });
      await expect(run(sync)).rejects.toThrow();
      test.simulator.faults.clear();
      const { state, problem } = await sync.lastRun();
      expect([state, JSON.parse(problem!).code]).toEqual(['failed', code]);
      expect(await sync.published()).toEqual(before);
    }

    /** The same tenant at the same time, read by a portal to which nothing happens. */
    async function undisturbed() {
      const sync = createSync();
      await run(sync);
      return sync;
    }

    const at = (endpoint: Rule['endpoint'], page = 3) => ({ endpoint, page });

    it.each<[string, Rule]>([
      [
        'throttled',
        { ...at('registrations'), kind: 'status', status: 429, retryAfter: 1 },
      ],
      [
        'graph-unavailable',
        { ...at('registrations'), kind: 'status', status: 503 },
      ],
      [
        'timeout',
        { ...at('registrations'), kind: 'slow', milliseconds: 2_000 },
      ],
      ['cut-off', { ...at('registrations'), kind: 'cutBody' }],
      ['unreachable', { ...at('registrations'), kind: 'dropConnection' }],
      ['not-json', { ...at('registrations'), kind: 'html' }],
      [
        'licence-check-failed',
        { ...at('registrations'), kind: 'licenceMissing' },
      ],
      ['refused-midway', { ...at('registrations'), kind: 'permissionMissing' }],
    ])('are gone on from after %s, to the same figures', async (code, rule) => {
      const sync = await start();
      const startedAt = test.clock.now();
      await failsWith(sync, code, rule);
      const failed = await sync.lastRun();
      test.simulator.clock.advance(minute);

      const requests = await asked(() => run(sync));

      const went = await sync.lastRun();
      expect([went.run, went.state, went.problem]).toEqual([
        failed.run,
        'published',
        null,
      ]);
      expect(await rowsIn('stage', sync)).toBe(0);
      // Of the report two pages were kept, and of the rest everything.
      const whole = await undisturbed();
      const report = await whole.lastRun();
      const reportPages = report.collectors.find(
        row => row.data_set === 'registrations',
      )!.pages;
      expect(reportPages).toBeGreaterThan(3);
      expect(requests('users')).toBe(0);
      expect(requests('registrations')).toBe(reportPages - 2);

      const published = await sync.published();
      expect(published.people.length).toBeGreaterThan(90);
      expect(figuresOf(published)).toEqual(figuresOf(await whole.published()));
      expect(await sync.records('registrations')).toEqual(
        await whole.records('registrations'),
      );
      for (const row of report.collectors) {
        const {
          tenant_id,
          run: _,
          calls,
          waited_ms,
          request_ids,
          started_at,
          ...same
        } = row;
        expect(went.collectors).toContainEqual(expect.objectContaining(same));
      }
      // As old as its oldest page can be.
      const [snapshot] = await knex('snapshot').where({
        tenant_id: sync.tenantId,
      });
      expect(toDate(snapshot.read_at)).toEqual(startedAt);
    });

    it('are gone on from in the directory, and the report is read after it', async () => {
      const sync = await start();
      await failsWith(sync, 'graph-unavailable', {
        ...at('users'),
        kind: 'status',
        status: 503,
      });
      const requests = await asked(() => run(sync));
      const whole = await undisturbed();
      expect(figuresOf(await sync.published())).toEqual(
        figuresOf(await whole.published()),
      );
      const { collectors: rows } = await whole.lastRun();
      const pagesOf = (dataSet: string) =>
        rows.find(row => row.data_set === dataSet)!.pages;
      expect(requests('users')).toBe(pagesOf('users') - 2);
      expect(requests('registrations')).toBe(pagesOf('registrations'));
    });

    it('are kept over several failures, also of the sign-in', async () => {
      const sync = await start();
      const rule: Rule = {
        ...at('registrations'),
        kind: 'status',
        status: 503,
      };
      await failsWith(sync, 'graph-unavailable', rule);
      await failsWith(sync, 'sign-in-unavailable', {
        endpoint: 'token',
        kind: 'status',
        status: 503,
      });
      await failsWith(sync, 'sign-in-throttled', {
        endpoint: 'token',
        kind: 'signInRefused',
        number: 90055,
      });
      await failsWith(sync, 'graph-unavailable', { ...rule, page: 4 });
      const requests = await asked(() => run(sync));
      expect(requests('users')).toBe(0);
      const whole = await undisturbed();
      expect(figuresOf(await sync.published())).toEqual(
        figuresOf(await whole.published()),
      );
      expect((await sync.lastRun()).run).toBe(1);
    });

    it('give way to a second version of the same rows as any do', async () => {
      const sync = await start();
      await run(sync);
      test.simulator.tenant!.change(0.2, test.simulator.clock.now());
      await failsWith(sync, 'throttled', {
        ...at('registrations'),
        kind: 'status',
        status: 429,
      });
      await run(sync);
      const whole = await undisturbed();
      expect(await sync.records('registrations')).toEqual(
        await whole.records('registrations'),
      );
      expect((await sync.published()).snapshot).toBe(2);
    });

    it('are read again from the first, of the data set whose page token died', async () => {
      const sync = await start(5 * 60);
      await failsWith(sync, 'throttled', {
        ...at('registrations'),
        kind: 'status',
        status: 429,
      });
      test.simulator.clock.advance(2 * hour);
      const requests = await asked(() => run(sync));
      expect(requests('users')).toBe(0);
      const { run: number, collectors: rows } = await sync.lastRun();
      expect(number).toBe(1);
      const report = rows.find(row => row.data_set === 'registrations')!;
      // The dead link was asked for once.
      expect(requests('registrations')).toBe(report.pages + 1);
      const whole = await undisturbed();
      expect(await sync.records('registrations')).toEqual(
        await whole.records('registrations'),
      );
    });

    it('are not gone on from when they may be older than six hours', async () => {
      const sync = await start();
      const rule: Rule = {
        ...at('registrations'),
        kind: 'status',
        status: 503,
      };
      await failsWith(sync, 'graph-unavailable', rule);
      test.simulator.clock.advance(4 * hour);
      await letTimePass(knex, 4 * hour);
      await failsWith(sync, 'graph-unavailable', rule);
      test.simulator.clock.advance(3 * hour);
      await letTimePass(knex, 3 * hour);
      const startedAt = test.clock.now();
      const requests = await asked(() => run(sync));
      expect(requests('users')).toBeGreaterThan(0);
      expect((await sync.lastRun()).run).toBe(2);
      const [snapshot] = await knex('snapshot').where({
        tenant_id: sync.tenantId,
      });
      expect(toDate(snapshot.read_at).getTime()).toBeGreaterThanOrEqual(
        startedAt.getTime(),
      );
      const whole = await undisturbed();
      expect(await sync.records('users')).toEqual(await whole.records('users'));
    });

    it('are not gone on from when another version asks for something else', async () => {
      const sync = await start();
      await failsWith(sync, 'throttled', {
        ...at('registrations'),
        kind: 'status',
        status: 429,
      });
      const another = collectors.map(collector =>
        collector.id === 'users'
          ? { ...collector, query: { ...collector.query, $top: '21' } }
          : collector,
      );
      const requests = await asked(() => run(sync, { collectors: another }));
      expect(requests('users')).toBeGreaterThan(0);
      expect((await sync.lastRun()).run).toBe(2);
    });

    it.each<[string, Rule]>([
      [
        'missing-values',
        { ...at('registrations'), kind: 'wrongTypeRows', rows: 20 },
      ],
      ['foreign-address', { ...at('registrations'), kind: 'foreignLink' }],
      ['endless-pages', { ...at('registrations'), kind: 'selfLink' }],
      [
        'query-refused',
        { ...at('registrations'), kind: 'status', status: 400 },
      ],
      ['token-refused', { ...at('registrations'), kind: 'invalidToken' }],
    ])('are none after %s, which does not pass', async (code, rule) => {
      const sync = await start();
      await failsWith(sync, code, rule);
      expect(await rowsIn('stage', sync)).toBe(0);
      expect(await rowsIn('record', sync)).toBe(0);
      const requests = await asked(() => run(sync));
      expect(requests('users')).toBeGreaterThan(0);
      expect((await sync.lastRun()).run).toBe(2);
    });

    it('are told as failed until the figures are there', async () => {
      const sync = await start();
      const startedAt = test.clock.now();
      const rule: Rule = {
        ...at('registrations'),
        kind: 'status',
        status: 503,
      };
      await failsWith(sync, 'graph-unavailable', rule);
      test.simulator.clock.advance(hour);
      const wentOnAt = test.clock.now();
      const outcomes: Awaited<ReturnType<typeof readLastOutcome>>[] = [];
      await sync
        .runNow({
          sources: {
            graph: {
              async *read() {
                outcomes.push(await readLastOutcome(sync.knex, sync.tenantId));
                throw new Error('not now');
              },
            },
            catalog: new MemorySource(),
          },
        })
        .catch(() => {});
      expect(outcomes[0]).toMatchObject({
        run: {
          state: 'running',
          problem: expect.stringContaining('graph-unavailable'),
        },
        failingSince: startedAt,
      });
      // The next one is due after this one, not after the first failure.
      expect(
        await readLastRun(sync.knex, sync.tenantId, sync.now),
      ).toMatchObject({
        startedAt: wentOnAt,
      });
    });
  },
);
