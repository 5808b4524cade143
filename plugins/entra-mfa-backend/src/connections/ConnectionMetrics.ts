import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import { coverageOf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import { readCredentialEnd } from '../credentials/credentialEnd';
import { readNewestNumber, readSnapshot } from '../store/asOf/readSnapshot';
import { readOpenEpisodes } from '../store/connections/episodes';
import { readPublishedFigure } from '../store/hold/readPublishedFigure';
import type { RunWithCollectors } from '../store/read/readRuns';
import { toDate } from '../store/sql/instant';
import type { RunCollectorRow } from '../store/sql/tables';
import { metricTable } from './metricTable';

/** What is measured with. */
export interface ConnectionMetricsOptions {
  metrics: MetricsService;
  knex: Knex;
  clock: EntraMfaClock;
  config: Pick<EntraMfaConfig, 'tenants' | 'rules'>;
}

type Gauge =
  | 'dataAge'
  | 'reportAge'
  | 'connectionState'
  | 'coverage'
  | 'peopleShort'
  | 'credentialEnds';
const gauges: readonly Gauge[] = [
  'dataAge',
  'reportAge',
  'connectionState',
  'coverage',
  'peopleShort',
  'credentialEnds',
];

/**
 * The metrics of connections. What a tenant is like is read when somebody asks for it; what runs did is counted
 * by the replica that put their end into the trail, so that the sum over replicas counts each once.
 */
export class ConnectionMetrics {
  readonly #options: ConnectionMetricsOptions;
  readonly #counters: Record<
    'runs' | 'rows' | 'requests' | 'waits' | 'throttled',
    MetricsServiceCounter
  >;
  readonly #duration: MetricsServiceHistogram;

  constructor(options: ConnectionMetricsOptions) {
    this.#options = options;
    const { metrics } = options;
    const counter = (of: keyof typeof metricTable) => {
      const { name, description } = metricTable[of];
      return metrics.createCounter(name, { description });
    };
    this.#counters = {
      runs: counter('runs'),
      rows: counter('rows'),
      requests: counter('requests'),
      waits: counter('waits'),
      throttled: counter('throttled'),
    };
    const { name, description } = metricTable.duration;
    this.#duration = metrics.createHistogram(name, {
      description,
      advice: { explicitBucketBoundaries: [5, 15, 60, 300, 900, 1800, 3600] },
    });
    for (const gauge of gauges) {
      const { name: gaugeName, description: says } = metricTable[gauge];
      metrics
        .createObservableGauge(gaugeName, { description: says })
        .addCallback(result => this.#observe(gauge, result));
    }
  }

  /** Counts a run that has ended. */
  ended(tenant: string, { run, collectors }: RunWithCollectors): void {
    const sum = (of: (row: RunCollectorRow) => number) =>
      collectors.reduce((total, row) => total + of(row), 0);
    const outcome = run.state;
    const { runs, rows, requests, waits } = this.#counters;
    runs.add(1, { tenant, outcome });
    rows.add(
      sum(row => row.rows),
      { tenant },
    );
    requests.add(
      sum(row => row.calls),
      { tenant },
    );
    waits.add(sum(row => row.waited_ms) / 1000, { tenant });
    const took =
      toDate(run.ended_at!).getTime() - toDate(run.started_at).getTime();
    this.#duration.record(Math.max(0, took) / 1000, { tenant, outcome });
  }

  /** Counts that Graph asked to wait. */
  throttled(tenant: string): void {
    this.#counters.throttled.add(1, { tenant });
  }

  /** A database that is away leaves a gap in the series, and no error in who collects them. */
  async #observe(
    gauge: Gauge,
    result: MetricsServiceObservableResult,
  ): Promise<void> {
    for (const { tenantId } of this.#options.config.tenants) {
      try {
        await this.#observeTenant(gauge, tenantId, result);
      } catch {
        // Told by everything else that reads it.
      }
    }
  }

  async #observeTenant(
    gauge: Gauge,
    tenant: string,
    result: MetricsServiceObservableResult,
  ): Promise<void> {
    const { knex, clock, config } = this.#options;
    if (gauge === 'connectionState') {
      for (const { state } of await readOpenEpisodes(knex, tenant)) {
        result.observe(1, { tenant, state });
      }
      return;
    }
    if (gauge === 'credentialEnds') {
      const now = clock.now();
      const { credential } = config.tenants.find(
        ({ tenantId }) => tenantId === tenant,
      )!;
      const { endsAt } = await readCredentialEnd(credential, now);
      if (endsAt) {
        const left = endsAt.getTime() - now.getTime();
        result.observe(left / 1000, { tenant });
      }
      return;
    }
    const newest = await readNewestNumber(knex, tenant);
    if (newest === 0) {
      return;
    }
    if (gauge === 'dataAge' || gauge === 'reportAge') {
      const snapshot = await readSnapshot(knex, tenant, newest);
      const at =
        gauge === 'dataAge' ? snapshot?.readAt : snapshot?.reportRefreshedAt;
      if (at) {
        const age = clock.now().getTime() - at.getTime();
        result.observe(Math.max(0, age) / 1000, { tenant });
      }
      return;
    }
    const { covered, uncovered } = await readPublishedFigure(knex, {
      tenantId: tenant,
      lastSnapshot: newest,
    });
    const figure = coverageOf(covered, uncovered, config.rules.targetPermille);
    if (gauge === 'peopleShort') {
      result.observe(figure.short, { tenant });
    } else if (covered + uncovered > 0) {
      result.observe(covered / (covered + uncovered), { tenant });
    }
  }
}
