/** One metric, as OpenTelemetry calls it. What it is counted in is in its name, so that every exporter agrees. */
export interface MetricKind {
  name: string;
  kind: 'gauge' | 'counter' | 'histogram';
  description: string;
  /** What tells its series apart. */
  attributes: readonly string[];
}

/** Every metric of the plugin; docs/operations.md has the table, docs/monitoring what is made of it. */
export const metricTable = {
  dataAge: {
    name: 'entra_mfa.data.age.seconds',
    kind: 'gauge',
    description: 'How long ago the figures that are shown were read',
    attributes: ['tenant'],
  },
  reportAge: {
    name: 'entra_mfa.report.age.seconds',
    kind: 'gauge',
    description: 'How long ago Microsoft refreshed the report that is shown',
    attributes: ['tenant'],
  },
  connectionState: {
    name: 'entra_mfa.connection.state',
    kind: 'gauge',
    description: '1 for the state of a connection, and for stale where it is',
    attributes: ['tenant', 'state'],
  },
  coverage: {
    name: 'entra_mfa.coverage.ratio',
    kind: 'gauge',
    description: 'The part of the people in scope who are covered, 0 to 1',
    attributes: ['tenant'],
  },
  peopleShort: {
    name: 'entra_mfa.people.short',
    kind: 'gauge',
    description: 'People who still have to be covered until the target is met',
    attributes: ['tenant'],
  },
  credentialEnds: {
    name: 'entra_mfa.credential.ends_in.seconds',
    kind: 'gauge',
    description:
      'How long the credential lasts, where its end is known; below 0 once it has ended',
    attributes: ['tenant'],
  },
  runs: {
    name: 'entra_mfa.sync.runs',
    kind: 'counter',
    description: 'Runs that ended',
    attributes: ['tenant', 'outcome'],
  },
  rows: {
    name: 'entra_mfa.sync.rows',
    kind: 'counter',
    description: 'Rows that were read',
    attributes: ['tenant'],
  },
  requests: {
    name: 'entra_mfa.sync.requests',
    kind: 'counter',
    description: 'Requests that were sent, those that failed too',
    attributes: ['tenant'],
  },
  waits: {
    name: 'entra_mfa.sync.waits.seconds',
    kind: 'counter',
    description: 'Time that was waited, for a turn or between attempts',
    attributes: ['tenant'],
  },
  throttled: {
    name: 'entra_mfa.sync.throttled',
    kind: 'counter',
    description: 'Times that Graph asked to wait (429)',
    attributes: ['tenant'],
  },
  duration: {
    name: 'entra_mfa.sync.duration.seconds',
    kind: 'histogram',
    description: 'How long runs took',
    attributes: ['tenant', 'outcome'],
  },
} as const satisfies Record<string, MetricKind>;

/** As Prometheus calls a metric, whichever exporter brings it there. */
export function prometheusName({ name, kind }: MetricKind): string {
  const flat = name.replace(/\./g, '_');
  return kind === 'counter' ? `${flat}_total` : flat;
}

/** The metrics as a table in Markdown. */
export function printMetrics(metrics: readonly MetricKind[]): string {
  return [
    '| metric | in Prometheus | kind | by | what it is |',
    '| --- | --- | --- | --- | --- |',
    ...metrics.map(metric =>
      [
        '',
        `\`${metric.name}\``,
        `\`${prometheusName(metric)}\``,
        metric.kind,
        metric.attributes.map(one => `\`${one}\``).join(', '),
        metric.description,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
}
