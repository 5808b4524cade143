import type { FaultProfileInput, SimulatorOptions } from 'entra-simulator';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { organization } from '../collectors/organization';
import { recordsOf } from '../collectors/recordsOf';
import { registrations } from '../collectors/registrations';
import type { Collector } from '../collectors/types';
import { users } from '../collectors/users';
import { explain } from './explain';
import { GraphPageSource } from './GraphPageSource';
import type { Page, ReadOptions } from './types';

/** Many pages of few people, instead of few of many. */
const inSmallPages = (collector: Collector): Collector => ({
  ...collector,
  query: { ...collector.query, $top: '20' },
});
const report = inSmallPages(registrations);

let test: TestTenant;

async function start(options: SimulatorOptions = {}) {
  test = await startTestTenant({ seed: 7, ...options });
}

afterEach(async () => test?.stop());

function sourceOf({ tenant, clock }: TestTenant) {
  return new GraphPageSource({
    tenant,
    clock,
    reportRequestsPer10Seconds: 4,
  });
}

async function readAll(
  collector: Collector = report,
  options: Partial<ReadOptions> = {},
  source = sourceOf(test),
): Promise<Page[]> {
  const pages: Page[] = [];
  const signal = new AbortController().signal;
  for await (const page of source.read(collector, { signal, ...options })) {
    pages.push(page);
  }
  return pages;
}

const rowsOf = (pages: Page[]) => pages.flatMap(page => page.rows);

async function failureOf(reading: Promise<unknown>, collector = report) {
  const error = await reading.then(
    () => {
      throw new Error('It was read whole');
    },
    (reason: unknown) => reason,
  );
  return explain(error, {
    tenantId: test.tenant.tenantId,
    clientId: test.tenant.clientId,
    collector,
  });
}

describe('GraphPageSource', () => {
  it('reads every row of every data set, signed in over TLS', async () => {
    await start();
    const [people, rows, [own]] = [
      rowsOf(await readAll(inSmallPages(users))),
      rowsOf(await readAll()),
      recordsOf(organization, rowsOf(await readAll(organization))),
    ];

    const directory = new Set(recordsOf(users, people).map(({ key }) => key));
    const reported = new Set(
      recordsOf(registrations, rows).map(({ key }) => key),
    );
    expect(directory.size).toBe(people.length);
    expect(people.length).toBeGreaterThanOrEqual(100);
    expect(reported.size).toBe(rows.length);
    expect([...reported].filter(id => !directory.has(id)).length).toBeLessThan(
      10,
    );
    expect(own).toEqual({
      key: test.tenant.tenantId,
      body: { displayName: expect.any(String), premium: 'P2' },
    });
  });

  it('signs in once for all data sets', async () => {
    await start();
    const source = sourceOf(test);
    await readAll(users, {}, source);
    await readAll(report, {}, source);
    expect(test.simulator.stats().requests.token).toBe(1);
  });

  it('goes on after the page that was kept last', async () => {
    await start();
    const whole = await readAll();
    const rest = await readAll(report, {
      startLink: whole[1].nextLink ?? undefined,
    });
    expect(rowsOf(rest)).toEqual(rowsOf(whole.slice(2)));
  });

  it('keeps to its pace, so that Graph never has to throttle it', async () => {
    await start();
    const waits: string[] = [];
    const pages = await readAll(report, {
      onWait: ({ reason }) => waits.push(reason),
    });
    expect(pages.length).toBeGreaterThan(5);
    expect(test.simulator.stats().throttled).toBe(0);
    expect(waits).toEqual(Array(pages.length - 4).fill('pace'));
    expect(pages.reduce((sum, page) => sum + page.waitedMs, 0)).toBe(
      test.sleeps.reduce((sum, sleep) => sum + sleep, 0),
    );
  });

  it('waits at least as long as Graph asks, and says what it waited for', async () => {
    await start();
    test.simulator.faults.set({
      rules: [
        {
          endpoint: 'registrations',
          kind: 'status',
          status: 429,
          retryAfter: 27,
          page: 2,
          times: 2,
        },
      ],
    });
    const waits: { milliseconds: number; reason: string }[] = [];
    const pages = await readAll(report, { onWait: wait => waits.push(wait) });

    const asked = waits.filter(({ reason }) => reason === 'throttled');
    expect(asked).toHaveLength(2);
    for (const { milliseconds } of asked) {
      expect(milliseconds).toBeGreaterThanOrEqual(27_000);
      expect(milliseconds).toBeLessThanOrEqual(28_000);
    }
    expect(pages[1]).toMatchObject({ calls: 3 });
    expect(pages[1].requestIds).toHaveLength(2);
    expect(pages[0]).toMatchObject({ calls: 1, requestIds: [] });
  });

  it.each<[string, FaultProfileInput['rules']]>([
    [
      '503',
      [{ endpoint: 'registrations', kind: 'status', status: 503, times: 3 }],
    ],
    [
      '504',
      [{ endpoint: 'registrations', kind: 'status', status: 504, times: 3 }],
    ],
    [
      'a reset',
      [{ endpoint: 'registrations', kind: 'dropConnection', times: 3 }],
    ],
    ['a cut body', [{ endpoint: 'registrations', kind: 'cutBody', times: 3 }]],
    [
      'broken JSON',
      [{ endpoint: 'registrations', kind: 'invalidJson', times: 3 }],
    ],
    ['HTML', [{ endpoint: 'registrations', kind: 'html', times: 3 }]],
    [
      'a busy sign-in',
      [{ endpoint: 'token', kind: 'status', status: 503, times: 3 }],
    ],
    [
      'an expired token',
      [{ endpoint: 'registrations', kind: 'invalidToken', times: 1 }],
    ],
  ])('gets every row in spite of %s', async (_, rules) => {
    await start();
    const expected = rowsOf(await readAll());
    test.simulator.faults.set({ rules });
    expect(rowsOf(await readAll())).toEqual(expected);
    expect(test.simulator.faults.hits).toEqual([rules?.[0].times]);
  });

  it.each<[string, number, FaultProfileInput['rules']]>([
    [
      'no-permission',
      1,
      [{ endpoint: 'registrations', kind: 'permissionMissing' }],
    ],
    ['no-licence', 1, [{ endpoint: 'registrations', kind: 'licenceMissing' }]],
    ['token-refused', 2, [{ endpoint: 'registrations', kind: 'invalidToken' }]],
    [
      'query-refused',
      1,
      [{ endpoint: 'registrations', kind: 'status', status: 400 }],
    ],
    [
      'not-found',
      1,
      [{ endpoint: 'registrations', kind: 'status', status: 404 }],
    ],
    [
      'query-refused',
      1,
      [{ endpoint: 'registrations', kind: 'status', status: 501 }],
    ],
    [
      'throttled',
      7,
      [{ endpoint: 'registrations', kind: 'status', status: 429 }],
    ],
    [
      'throttled',
      1,
      [
        {
          endpoint: 'registrations',
          kind: 'status',
          status: 429,
          retryAfter: 3600,
        },
      ],
    ],
    [
      'graph-unavailable',
      7,
      [{ endpoint: 'registrations', kind: 'status', status: 503 }],
    ],
    ['unreachable', 7, [{ endpoint: 'registrations', kind: 'dropConnection' }]],
    ['cut-off', 7, [{ endpoint: 'registrations', kind: 'cutBody' }]],
    ['not-json', 7, [{ endpoint: 'registrations', kind: 'invalidJson' }]],
    ['not-json', 7, [{ endpoint: 'registrations', kind: 'html' }]],
    ['secret-expired', 0, [{ endpoint: 'token', kind: 'expiredSecret' }]],
    [
      'page-token-expired',
      2,
      [{ endpoint: 'registrations', kind: 'expiredPageToken', page: 2 }],
    ],
    [
      'endless-pages',
      2,
      [{ endpoint: 'registrations', kind: 'selfLink', page: 2 }],
    ],
  ])('gives up with %s after %i requests', async (code, requests, rules) => {
    await start();
    test.simulator.faults.set({ rules });
    const { problem } = await failureOf(readAll());
    expect(problem.code).toBe(code);
    expect(test.simulator.stats().requests.registrations ?? 0).toBe(requests);
  });

  it('sends no token to another host that a link leads to', async () => {
    await start();
    test.simulator.faults.set({
      rules: [
        {
          endpoint: 'registrations',
          kind: 'foreignLink',
          page: 2,
          origin: 'https://graph.example.com',
        },
      ],
    });
    const { problem } = await failureOf(readAll());
    expect(problem.code).toBe('foreign-address');
    expect(problem.message).toContain('graph.example.com');
    expect(problem.message).not.toContain('skiptoken');
  });

  it.each([
    'https://graph.microsoft.com.example.com/v1.0/users?$skiptoken=secret',
    'http://localhost:1/v1.0/users?$skiptoken=secret',
    'not a link',
  ])('sends no token to a stored link that leads away: %s', async startLink => {
    await start();
    const { problem } = await failureOf(readAll(report, { startLink }));
    expect(problem.code).toBe('foreign-address');
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(test.simulator.stats().requests).toEqual({});
  });

  it('asks for a new token after a refusal, so that a grant works at once', async () => {
    await start();
    const source = sourceOf(test);
    test.simulator.faults.set({
      rules: [{ endpoint: 'registrations', kind: 'permissionMissing' }],
    });
    await failureOf(readAll(report, {}, source));
    test.simulator.faults.clear();
    await readAll(report, {}, source);
    expect(test.simulator.stats().requests.token).toBe(2);
  });

  it('stops at once when the run is stopped, while it waits for Graph', async () => {
    await start();
    test.simulator.faults.set({
      rules: [
        { endpoint: 'registrations', kind: 'slow', milliseconds: 60_000 },
      ],
    });
    const stop = new AbortController();
    const reading = readAll(report, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('shutting down')), 200);
    await expect(reading).rejects.toThrow('shutting down');
    expect(test.simulator.stats().requests.registrations).toBe(1);
  });

  it('refuses what is said of another tenant', async () => {
    await start();
    test.tenant.tenantId = '00000000-0000-4000-8000-000000000000';
    const { problem } = await failureOf(readAll(organization), organization);
    expect(problem.code).toBe('wrong-tenant');
  });

  it.each([
    ['secret-wrong', { clientSecret: 'no-such-secret' }],
    ['app-not-found', { clientId: '00000000-0000-4000-8000-000000000000' }],
  ])('says %s when the registration does not fit', async (code, wrong) => {
    await start();
    Object.assign(test.tenant, wrong);
    const { problem } = await failureOf(readAll());
    expect(problem.code).toBe(code);
    expect(JSON.stringify(problem)).not.toContain('no-such-secret');
  });

  it('says that the tenant is not there', async () => {
    await start();
    const other = '00000000-0000-4000-8000-000000000000';
    Object.assign(test.tenant, {
      tenantId: other,
      authority: `${test.simulator.url}/${other}`,
    });
    const { problem } = await failureOf(readAll());
    expect(problem.code).toBe('tenant-not-found');
  });
});
