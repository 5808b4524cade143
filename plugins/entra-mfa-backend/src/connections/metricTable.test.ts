import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { readdirSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { printedTable } from '../__testUtils__/printedTable';
import { silentLogger } from '../__testUtils__/silentLogger';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { clientId, testRules, TestSync } from '../__testUtils__/TestSync';
import { collectors } from '../collectors';
import type { TenantConfig } from '../config/types';
import { ConnectionError } from '../graph/errors';
import { hearThrottling } from '../sync/hearThrottling';
import { ConnectionMetrics } from './ConnectionMetrics';
import { Connections } from './Connections';
import { metricTable, printMetrics, prometheusName } from './metricTable';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const folder = resolve(__dirname, '../../../../docs/monitoring');

type Labels = Record<string, string>;
type Observe = (result: {
  observe(value: number, labels: Labels): void;
}) => Promise<void>;

/** Keeps what is counted, as an exporter would tell it. */
function exporter() {
  const counted = new Map<string, number>();
  const callbacks = new Map<string, Observe>();
  const keyOf = (name: string, labels: Labels = {}) =>
    `${name} ${Object.values(labels).join(' ')}`;
  const add = (name: string) => (value: number, labels?: Labels) => {
    const key = keyOf(name, labels);
    counted.set(key, (counted.get(key) ?? 0) + value);
  };
  return {
    service: metricsServiceMock.mock({
      createCounter: name => ({ add: add(name) } as never),
      createHistogram: name => ({ record: add(name) } as never),
      createObservableGauge: name =>
        ({
          addCallback: (callback: Observe) => callbacks.set(name, callback),
        } as never),
    }),
    async collect() {
      const observed: Record<string, number> = {};
      for (const [name, callback] of callbacks) {
        await callback({
          observe: (value, labels) => {
            observed[keyOf(name, labels)] = value;
          },
        });
      }
      return { ...observed, ...Object.fromEntries(counted) };
    },
  };
}

describe.each(databases.eachSupportedId())('metrics on %s', id => {
  it('tell how old data is, how runs ended, what they took and who is short', async () => {
    const knex = await databases.init(id);
    const sync = new TestSync(knex);
    const { tenantId, clock } = sync;
    sync.source.pages = smallTenant();
    const endsAt = new Date(clock.now().getTime() + 10 * 3_600_000);
    const credential = { kind: 'secret', endsAt };
    const tenants = [{ tenantId, clientId, credential } as TenantConfig];
    const { service, collect } = exporter();
    const metrics = new ConnectionMetrics({
      ...{ metrics: service, knex, clock },
      config: { tenants, rules: testRules },
    });
    const connections = new Connections({
      ...{ knex, clock, collectors, logger: silentLogger },
      config: {
        connect: null,
        tenants,
        staleAfterSeconds: 3600,
        reportStaleAfterSeconds: 1e9,
      },
      ended: (tenant, run) => metrics.ended(tenant, run),
    });
    await connections.look(tenantId);
    expect(await collect()).toEqual({
      'entra_mfa.connection.state tenant-1 connecting': 1,
      'entra_mfa.credential.ends_in.seconds tenant-1': 36_000,
    });
    await sync.run();
    await connections.look(tenantId);
    // Another replica would look, too.
    await connections.look(tenantId);
    await sync.letPass(7_200_000);
    const source = sync.source;
    source.before = () => {
      throw new ConnectionError('unreachable');
    };
    await sync.runNow().catch(() => {});
    await connections.look(tenantId);
    const heard = hearThrottling(
      {
        // eslint-disable-next-line require-yield -- it only waits
        async *read(_, { onWait }) {
          onWait?.({ milliseconds: 1, reason: 'throttled' });
          onWait?.({ milliseconds: 1, reason: 'pace' });
        },
      },
      () => metrics.throttled(tenantId),
    );
    const waits: string[] = [];
    for await (const _ of heard.read(collectors[0], {
      signal: new AbortController().signal,
      onWait: ({ reason }) => waits.push(reason),
    })) {
      // It gives no page.
    }
    expect(waits).toEqual(['throttled', 'pace']);
    const told: Record<string, number> = await collect();
    expect(told).toMatchObject({
      'entra_mfa.data.age.seconds tenant-1': 7200,
      'entra_mfa.connection.state tenant-1 needs-attention': 1,
      'entra_mfa.connection.state tenant-1 stale': 1,
      'entra_mfa.people.short tenant-1': 1,
      // An hour until the first run, and two after it.
      'entra_mfa.credential.ends_in.seconds tenant-1': 25_200,
      'entra_mfa.sync.runs tenant-1 published': 1,
      'entra_mfa.sync.runs tenant-1 failed': 1,
      'entra_mfa.sync.throttled tenant-1': 1,
    });
    const rows: number = (await knex('run_collector').sum({ n: 'rows' }))[0].n;
    const calls = (await knex('run_collector').sum({ n: 'calls' }))[0].n;
    expect(told['entra_mfa.sync.rows tenant-1']).toBe(Number(rows));
    expect(told['entra_mfa.sync.requests tenant-1']).toBe(Number(calls));
    expect(told['entra_mfa.coverage.ratio tenant-1']).toBeCloseTo(2 / 3);
    const names = new Set(Object.keys(told).map(key => key.split(' ')[0]));
    const missing = Object.values(metricTable)
      .map(({ name }) => name as string)
      .filter(name => !names.has(name));
    expect(missing).toEqual([]);
  });
});

describe('what is made of the metrics', () => {
  const known = new Set(Object.values(metricTable).map(prometheusName));
  const inFile = (file: string) =>
    new Set(
      [
        ...readFileSync(resolve(folder, file), 'utf8').matchAll(
          /\bentra_mfa_\w+/g,
        ),
      ].map(([name]) => name.replace(/_(bucket|sum|count)$/, '')),
    );

  it.each(readdirSync(folder))('%s asks for metrics that there are', file => {
    const names = inFile(file);
    expect(names.size).toBeGreaterThan(3);
    expect([...names].filter(name => !known.has(name))).toEqual([]);
  });

  it('the board shows every metric', () => {
    const shown = inFile('grafana.json');
    expect([...known].filter(name => !shown.has(name))).toEqual([]);
  });

  it('stands in docs/operations.md', () => {
    const { inPage, inCode } = printedTable(
      'operations.md',
      'plugins/entra-mfa-backend/src/connections/metricTable.ts',
      printMetrics(Object.values(metricTable)),
    );
    expect(inPage).toEqual(inCode);
  });
});
