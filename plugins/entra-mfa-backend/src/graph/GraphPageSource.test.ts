import type { FaultProfileInput } from 'entra-simulator';
import { inSmallPages, readPages } from '../__testUtils__/readPages';
import {
  startTestTenant,
  type TestTenant,
} from '../__testUtils__/startTestTenant';
import { mailboxPurpose } from '../collectors/mailboxPurpose';
import { organization } from '../collectors/organization';
import { recordsOf } from '../collectors/recordsOf';
import { registrations } from '../collectors/registrations';
import type { Collector } from '../collectors/types';
import { roleEligibility } from '../collectors/roleEligibility';
import { users } from '../collectors/users';
import { GraphRequestError, PageTokenExpiredError } from './errors';
import { GraphPageSource } from './GraphPageSource';
import type { Page, ReadOptions, Wait } from './types';

const report = inSmallPages(registrations);
/** The rows as records: what moves by itself while a test waits for its pace is not in them. */
const rowsOf = (pages: Page[]) =>
  recordsOf(
    registrations,
    pages.flatMap(page => page.rows),
  ).map(({ key, body }) => ({ key, body }));

describe('GraphPageSource', () => {
  let test: TestTenant;
  let source: GraphPageSource;

  beforeEach(async () => {
    // A fixed date, so that what happens in the tenant does not depend on when the test runs.
    test = await startTestTenant({
      seed: 7,
      startDate: new Date('2026-11-20T06:00:00Z'),
      frozenClock: true,
    });
    source = new GraphPageSource({
      tenant: test.tenant,
      clock: test.clock,
      reportRequestsPer10Seconds: 4,
      requestTimeoutMs: 1_000,
    });
  });

  afterEach(() => test.stop());

  const readReport = (options?: Partial<ReadOptions>) =>
    readPages(source, report, options);

  it('reads everybody as the tenant has them, signed in once, over TLS', async () => {
    await test.stop();
    test = await startTestTenant({ frozenClock: true, reportLimit: false });
    const { tenant, simulator, clock } = test;
    source = new GraphPageSource({
      tenant,
      clock,
      reportRequestsPer10Seconds: 4,
    });
    // No pace here: waiting would move the tenant's time, and with it the report.
    const read = async (collector: Collector) => {
      const unpaced = {
        ...inSmallPages(collector),
        pace: 'directory',
      } as const;
      const pages = await readPages(source, unpaced);
      return recordsOf(
        collector,
        pages.flatMap(page => page.rows),
      );
    };
    const now = simulator.clock.now();
    const rows = async <Row>(list: AsyncIterable<Row>) => {
      const all: Row[] = [];
      for await (const row of list) {
        all.push(row);
      }
      return all;
    };

    const people = await read(users);
    expect(people.map(({ key }) => key).sort()).toEqual(
      (await rows(simulator.tenant!.streamUsers(now)))
        .map(({ id }) => id)
        .sort(),
    );
    const reported = await read(registrations);
    expect(
      new Map(reported.map(({ key, body }) => [key, body.isMfaRegistered])),
    ).toEqual(
      new Map(
        (await rows(simulator.tenant!.streamRegistrations(now))).map(row => [
          row.id,
          row.isMfaRegistered,
        ]),
      ),
    );
    expect(await read(organization)).toEqual([
      {
        key: tenant.tenantId,
        body: { displayName: expect.any(String), premium: 'P2' },
      },
    ]);
    expect(simulator.stats().requests.token).toBe(1);
  });

  it('goes on after the page that was kept last', async () => {
    const whole = await readReport();
    const startLink = whole[1].nextLink ?? undefined;
    const rest = await readReport({ startLink });
    expect(rowsOf(rest)).toEqual(rowsOf(whole.slice(2)));
  });

  it('keeps to its pace, so that Graph never has to throttle it', async () => {
    const waits: Wait[] = [];
    const pages = await readReport({ onWait: wait => waits.push(wait) });

    expect(pages.length).toBeGreaterThan(5);
    expect(test.simulator.stats().throttled).toBe(0);
    expect(waits.length).toBe(pages.length - 4);
    expect(new Set(waits.map(({ reason }) => reason))).toEqual(
      new Set(['pace']),
    );
    expect(pages.reduce((sum, page) => sum + page.waitedMs, 0)).toBe(
      test.sleeps.reduce((sum, sleep) => sum + sleep, 0),
    );
  });

  it('waits as long as Graph asks, and counts what it cost', async () => {
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
    const waits: Wait[] = [];
    const pages = await readReport({ onWait: wait => waits.push(wait) });

    const asked = waits.filter(({ reason }) => reason === 'throttled');
    expect(asked).toHaveLength(2);
    for (const { milliseconds } of asked) {
      expect(milliseconds).toBeGreaterThanOrEqual(27_000);
    }
    expect(pages[0]).toMatchObject({ calls: 1, requestIds: [] });
    expect(pages[1]).toMatchObject({ calls: 3 });
    expect(new Set(pages[1].requestIds).size).toBe(2);
  });

  it.each<[string, NonNullable<FaultProfileInput['rules']>[0]]>([
    ['503', { endpoint: 'registrations', kind: 'status', status: 503 }],
    ['504', { endpoint: 'registrations', kind: 'status', status: 504 }],
    ['a reset', { endpoint: 'registrations', kind: 'dropConnection' }],
    ['a cut body', { endpoint: 'registrations', kind: 'cutBody' }],
    ['broken JSON', { endpoint: 'registrations', kind: 'invalidJson' }],
    ['HTML', { endpoint: 'registrations', kind: 'html' }],
    ['a stall', { endpoint: 'registrations', kind: 'slow', milliseconds: 5e3 }],
    [
      'a stall in the middle of a page',
      { endpoint: 'registrations', kind: 'slowBody', milliseconds: 5e3 },
    ],
    ['a refused token', { endpoint: 'registrations', kind: 'invalidToken' }],
    ['a busy sign-in', { endpoint: 'token', kind: 'status', status: 503 }],
  ])('gets every row in spite of %s', async (_, rule) => {
    const expected = rowsOf(await readReport());
    source = new GraphPageSource({
      tenant: test.tenant,
      clock: test.clock,
      reportRequestsPer10Seconds: 4,
      requestTimeoutMs: 1_000,
    });
    test.simulator.faults.set({ rules: [{ ...rule, times: 1 }] });
    expect(rowsOf(await readReport())).toEqual(expected);
    expect(test.simulator.faults.hits).toEqual([1]);
  });

  describe('a refusal that is doubtful', () => {
    const misfires = (times: number, page = 2) =>
      test.simulator.faults.set({
        rules: [
          { endpoint: 'registrations', kind: 'licenceMissing', page, times },
        ],
      });

    it.each([
      [1, 'P1'],
      [2, 'P1'],
      [1, undefined],
      [2, undefined],
    ] as const)(
      'is not believed twice on page %i where the plans show %s, or are not known',
      async (page, premium) => {
        const expected = rowsOf(await readReport());
        misfires(2, page);
        const waits: Wait[] = [];
        const pages = await readReport({
          premium,
          onWait: wait => waits.push(wait),
        });
        expect(rowsOf(pages)).toEqual(expected);
        expect(pages[page - 1].calls).toBe(3);
        const retries = waits.filter(({ reason }) => reason === 'retry');
        expect(retries).toHaveLength(2);
        expect(retries[1].milliseconds).toBeGreaterThan(
          retries[0].milliseconds,
        );
      },
    );

    it('is tried as often after other faults', async () => {
      const expected = rowsOf(await readReport());
      const at = { endpoint: 'registrations', page: 2 } as const;
      test.simulator.faults.set({
        rules: [
          { ...at, kind: 'status', status: 503, times: 3 },
          { ...at, kind: 'licenceMissing', times: 2 },
        ],
      });
      expect(rowsOf(await readReport({ premium: 'P1' }))).toEqual(expected);
      expect(test.simulator.faults.hits).toEqual([3, 2]);
    });

    it('is believed the third time', async () => {
      misfires(3, 1);
      await expect(readReport({ premium: 'P2' })).rejects.toMatchObject({
        status: 403,
        midway: false,
        calls: 3,
      });
    });

    it('is believed at once where the plans show none', async () => {
      misfires(1, 1);
      await expect(readReport({ premium: null })).rejects.toMatchObject({
        status: 403,
        calls: 1,
      });
    });

    it('is not believed twice in the middle of the report, whatever it is', async () => {
      const expected = rowsOf(await readReport());
      const rule = {
        endpoint: 'registrations',
        kind: 'permissionMissing',
        page: 3,
      } as const;
      test.simulator.faults.set({ rules: [{ ...rule, times: 2 }] });
      expect(rowsOf(await readReport())).toEqual(expected);
      test.simulator.faults.set({ rules: [rule] });
      await expect(readReport()).rejects.toMatchObject({
        status: 403,
        midway: true,
        calls: 3,
      });
    });
  });

  it.each([400, 403, 404])(
    'reads from the first page again where a kept link is refused with %i',
    async status => {
      const [first] = await readReport();
      test.simulator.faults.set({
        rules: [{ endpoint: 'registrations', kind: 'status', status, page: 2 }],
      });
      await expect(readReport({ startLink: first.nextLink! })).rejects.toThrow(
        PageTokenExpiredError,
      );
      await expect(readReport()).rejects.toThrow(GraphRequestError);
    },
  );

  it('tries what a figure can do without for a few minutes, and no longer', async () => {
    test.simulator.faults.set({
      rules: [{ endpoint: '*', kind: 'status', status: 503 }],
    });
    const waitedFor = async (collector: Collector) => {
      test.sleeps.length = 0;
      await expect(readPages(source, collector)).rejects.toThrow('503');
      return test.sleeps.reduce((sum, sleep) => sum + sleep, 0);
    };
    const minute = 60_000;
    expect(await waitedFor(users)).toBeGreaterThan(13 * minute);
    expect(await waitedFor(roleEligibility)).toBeLessThanOrEqual(3 * minute);
  });

  it('outlasts a burst that asks for a second each time', async () => {
    const expected = rowsOf(await readReport());
    test.simulator.faults.set({
      rules: [
        {
          endpoint: 'registrations',
          kind: 'status',
          status: 429,
          retryAfter: 1,
          times: 20,
        },
      ],
    });
    expect(rowsOf(await readReport())).toEqual(expected);
    expect(test.simulator.faults.hits).toEqual([20]);
  });

  it('stops at once when the run is stopped, while it waits for Graph', async () => {
    test.simulator.faults.set({
      rules: [{ endpoint: 'registrations', kind: 'slow', milliseconds: 9e3 }],
    });
    const stop = new AbortController();
    const reading = readReport({ signal: stop.signal });
    setTimeout(() => stop.abort(new Error('shutting down')), 200);
    await expect(reading).rejects.toThrow('shutting down');
    expect(test.simulator.stats().requests.registrations).toBe(1);
  });

  it('asks for a new token after a refusal, so that a grant works at once', async () => {
    test.simulator.faults.set({
      rules: [{ endpoint: 'registrations', kind: 'permissionMissing' }],
    });
    await expect(readReport()).rejects.toThrow('403');
    test.simulator.faults.clear();
    await readReport();
    expect(test.simulator.stats().requests.token).toBe(2);
  });

  it('asks for several with one request, and again only for those that were not answered', async () => {
    const { simulator } = test;
    simulator.application.change({
      permissions: ['MailboxSettings.Read', 'User.Read.All'],
    });
    const invoices = 'a3e7c5d9-08b2-4f16-b94a-1d6e2c7f8035';
    const emergency = '70b7b99e-ffae-42c5-8ef1-6ef4db2779f4';
    const nobody = '00000000-0000-4000-8000-000000000000';
    simulator.faults.set({
      rules: [
        { endpoint: 'batch', kind: 'status', status: 503, times: 1 },
        {
          endpoint: 'mailboxPurpose',
          kind: 'status',
          status: 429,
          retryAfter: 30,
          after: 1,
          times: 2,
        },
      ],
    });
    const waits: Wait[] = [];
    const [page] = await readPages(source, mailboxPurpose as Collector, {
      ids: [invoices, emergency, nobody],
      onWait: wait => waits.push(wait),
    });
    expect(page.rows).toEqual([
      { of: invoices, body: expect.objectContaining({ value: 'shared' }) },
      { of: emergency, none: 'not-found' },
      { of: nobody, none: 'not-found' },
    ]);
    expect(page.calls).toBe(3);
    expect(waits.map(({ reason }) => reason)).toEqual(['retry', 'throttled']);
    expect(waits[1].milliseconds).toBeGreaterThanOrEqual(30_000);
    expect(simulator.stats().requests.mailboxPurpose).toBe(5);

    simulator.application.change({ permissions: ['User.Read.All'] });
    simulator.clock.advance(2 * 3_600_000);
    const [refused] = await readPages(source, mailboxPurpose as Collector, {
      ids: [invoices],
    });
    expect(refused.rows).toEqual([
      {
        of: invoices,
        none: 'refused',
        code: 'ErrorAccessDenied',
        speaksOfLicence: false,
      },
    ]);
  });
});
