import type { FaultProfileInput } from 'entra-simulator';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { letTimePass } from '../__testUtils__/letTimePass';
import { simulatedSources } from '../__testUtils__/simulatedSources';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { collectors } from '../collectors';
import type { RegistrationBody } from '../collectors/types';
import { readOpenHold } from '../store/hold/readOpenHold';
import { releaseHold } from '../store/hold/releaseHold';

jest.setTimeout(120_000);

type Rule = NonNullable<FaultProfileInput['rules']>[0];

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const day = 24 * 3_600_000;

let test: TestTenant;
let sync: TestSync;

beforeAll(async () => {
  test = await startTestTenant({
    seed: 7,
    size: 100,
    startDate: new Date('2026-11-20T06:00:00Z'),
    frozenClock: true,
  });
});

afterAll(async () => test?.stop());

/** What the tenant holds now, told by the simulator and not by the sync. */
async function recount() {
  const { tenant, clock } = test.simulator;
  let people = 0;
  for await (const _ of tenant!.streamUsers(clock.now())) {
    people += 1;
  }
  let registered = 0;
  for await (const row of tenant!.streamRegistrations(clock.now())) {
    registered += row.isMfaRegistered ? 1 : 0;
  }
  return { people, registered };
}

async function published() {
  const { people, snapshot, states } = await sync.published();
  const records = await sync.records<RegistrationBody>('registrations');
  const registered = records.filter(([, body]) => body.isMfaRegistered).length;
  return { snapshot, states, counts: { people: people.length, registered } };
}

async function run() {
  test.simulator.clock.advance(day);
  await letTimePass(sync.knex, day);
  return sync.runNow({
    clock: test.clock,
    collectors: collectors.map(collector =>
      collector.source === 'graph' && collector.id !== 'organization'
        ? { ...collector, query: { ...collector.query, $top: '40' } }
        : collector,
    ),
    sources: simulatedSources(test, { requestTimeoutMs: 500 }),
  });
}

const at = (endpoint: Rule['endpoint']) => ({ endpoint, page: 2 });

describe.each(databases.eachSupportedId())('with faults on %s', databaseId => {
  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    sync = new TestSync(knex);
    await run();
  });

  afterEach(() => test.simulator.faults.clear());

  it.each<[string, Rule]>([
    [
      'throttling',
      {
        ...at('registrations'),
        kind: 'status',
        status: 429,
        retryAfter: 30,
        times: 2,
      },
    ],
    [
      'eight answers in a row that ask for a second',
      {
        ...at('registrations'),
        kind: 'status',
        status: 429,
        retryAfter: 1,
        times: 8,
      },
    ],
    [
      'twenty in a row that ask for a quarter of one',
      {
        ...at('users'),
        kind: 'status',
        status: 429,
        retryAfter: 0.249,
        times: 20,
      },
    ],
    [
      'a server error',
      { ...at('users'), kind: 'status', status: 500, times: 1 },
    ],
    [
      'a bad gateway',
      { ...at('users'), kind: 'status', status: 502, times: 1 },
    ],
    [
      'an unavailable service',
      { ...at('registrations'), kind: 'status', status: 503, times: 1 },
    ],
    [
      'a gateway that gives up',
      { ...at('registrations'), kind: 'status', status: 504, times: 1 },
    ],
    [
      'a fifth of all requests failing',
      { endpoint: '*', kind: 'status', status: 503, share: 0.2 },
    ],
    [
      'a stall',
      { ...at('registrations'), kind: 'slow', milliseconds: 2_000, times: 1 },
    ],
    [
      'a stall in a page',
      {
        ...at('registrations'),
        kind: 'slowBody',
        milliseconds: 2_000,
        times: 1,
      },
    ],
    ['a page cut off', { ...at('registrations'), kind: 'cutBody', times: 1 }],
    ['a lost connection', { ...at('users'), kind: 'dropConnection', times: 1 }],
    ['broken JSON', { ...at('registrations'), kind: 'invalidJson', times: 1 }],
    ['a page of HTML', { ...at('registrations'), kind: 'html', times: 1 }],
    [
      'rows that come twice',
      { ...at('registrations'), kind: 'duplicateRows', rows: 5 },
    ],
    [
      'an expired page token',
      { ...at('registrations'), kind: 'expiredPageToken', times: 1 },
    ],
    [
      'a refused token',
      { ...at('registrations'), kind: 'invalidToken', times: 1 },
    ],
  ])('comes to the right figure in spite of %s', async (_, rule) => {
    test.simulator.faults.set({ rules: [rule] });
    await run();
    expect(test.simulator.faults.hits[0]).toBeGreaterThan(0);
    expect((await published()).counts).toEqual(await recount());
  });

  it.each<[string, Rule, string]>([
    [
      'an unavailable service',
      { ...at('registrations'), kind: 'status', status: 503 },
      'graph-unavailable',
    ],
    ['broken JSON', { ...at('users'), kind: 'invalidJson' }, 'not-json'],
    ['a page cut off', { ...at('registrations'), kind: 'cutBody' }, 'cut-off'],
    [
      'a page that links to itself',
      { ...at('registrations'), kind: 'selfLink' },
      'endless-pages',
    ],
    [
      'a link to another host',
      { ...at('registrations'), kind: 'foreignLink' },
      'foreign-address',
    ],
    [
      'rows of a wrong type',
      { ...at('registrations'), kind: 'wrongTypeRows', rows: 20 },
      'missing-values',
    ],
    [
      'users of a wrong type',
      { ...at('users'), kind: 'wrongTypeRows', rows: 20 },
      'missing-values',
    ],
    [
      'page tokens that always expire',
      { ...at('registrations'), kind: 'expiredPageToken' },
      'page-token-expired',
    ],
    [
      'no permission for users',
      { endpoint: 'users', kind: 'permissionMissing' },
      'no-permission',
    ],
    [
      'a licence check that misfires',
      { endpoint: 'registrations', kind: 'licenceMissing' },
      'licence-check-failed',
    ],
    [
      'an expired secret',
      { endpoint: 'token', kind: 'expiredSecret' },
      'secret-expired',
    ],
  ])(
    'publishes nothing with %s, says why, and recovers',
    async (_, rule, code) => {
      const before = await published();
      test.simulator.faults.set({ rules: [rule] });

      await expect(run()).rejects.toThrow();

      expect(await published()).toEqual(before);
      const failed = await sync.lastRun();
      expect(failed.state).toBe('failed');
      expect(JSON.parse(failed.problem!)).toMatchObject({ code });

      test.simulator.faults.clear();
      await run();
      expect((await published()).counts).toEqual(await recount());
    },
  );

  it('counts what a page has cost that finally failed', async () => {
    test.simulator.faults.set({
      rules: [{ ...at('registrations'), kind: 'status', status: 503 }],
    });
    test.sleeps.length = 0;

    await expect(run()).rejects.toThrow();

    const { collectors: rows } = await sync.lastRun();
    const report = rows.find(row => row.data_set === 'registrations')!;
    expect(report).toMatchObject({ outcome: 'failed', pages: 1 });
    expect(report.calls).toBe(1 + test.simulator.faults.hits[0]);
    expect(report.calls).toBeGreaterThan(7);
    const slept = test.sleeps.reduce((sum, sleep) => sum + sleep, 0);
    // Others kept to a pace of their own.
    const waited = rows.reduce((sum, row) => sum + row.waited_ms, 0);
    expect(waited).toBe(Math.round(slept));
    expect(report.waited_ms).toBeGreaterThan(0);
    test.simulator.faults.clear();
    await run();
  });

  it('holds the figure when nobody is registered any more, until it comes back', async () => {
    const before = await published();
    test.simulator.faults.set({
      rules: [{ endpoint: 'registrations', kind: 'nobodyRegistered' }],
    });

    await expect(run()).rejects.toThrow('would fall from');
    await expect(run()).rejects.toThrow('would fall from');

    expect(await sync.published()).toMatchObject({
      snapshot: before.snapshot,
      states: before.states,
    });
    expect(JSON.parse((await sync.lastRun()).problem!)).toMatchObject({
      code: 'sudden-fall',
    });

    test.simulator.faults.clear();
    await run();
    expect((await published()).counts).toEqual(await recount());
    expect(await sync.knex('hold').select('closed_snapshot')).toEqual([
      { closed_snapshot: before.snapshot + 1 },
    ]);
  });

  it('publishes a fall that somebody released', async () => {
    test.simulator.faults.set({
      rules: [{ endpoint: 'registrations', kind: 'nobodyRegistered' }],
    });
    await expect(run()).rejects.toThrow('would fall from');
    const open = await readOpenHold(sync.knex, sync.tenantId);
    await releaseHold(
      sync.knex,
      { tenantId: sync.tenantId, run: open!.run },
      { by: 'user:default/ada', at: test.clock.now(), reason: 'A drill' },
    );
    await run();
    expect((await published()).counts.registered).toBe(0);

    test.simulator.faults.clear();
    await run();
    expect((await published()).counts).toEqual(await recount());
  });

  it('holds the last report without a permission, says why, and recovers', async () => {
    const before = await published();
    test.simulator.faults.set({
      rules: [{ endpoint: 'registrations', kind: 'permissionMissing' }],
    });

    await run();

    const after = await published();
    expect(after.counts.registered).toBe(before.counts.registered);
    const { collectors: outcomes } = await sync.lastRun();
    const report = outcomes.find(row => row.data_set === 'registrations')!;
    expect(report.outcome).toBe('skipped');
    expect(JSON.parse(report.problem!)).toMatchObject({
      code: 'no-permission',
    });

    test.simulator.faults.clear();
    await run();
    expect((await published()).counts).toEqual(await recount());
  });
});
