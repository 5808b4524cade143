import type {
  Budget,
  GraphService,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Collector } from '../../collectors/types';
import { longestInterval } from '../../config/longestInterval';
import type { EntraMfaConfig } from '../../config/types';
import { protectionPace } from '../../graph/protectionPace';
import { signInPace } from '../../graph/signInPace';
import { readCompleteReads } from '../../store/connections/readCompleteReads';
import { readRunCosts } from '../../store/connections/readRunCosts';
import { toDate, toDateOrNull } from '../../store/sql/instant';
import type { RunCollectorRow } from '../../store/sql/tables';
import type { ReadContext } from '../types';
import { requireConnection } from './requireConnection';

const DAYS = 30;
const dayInMilliseconds = 86_400_000;

type Line = Budget['dataSets'][number];
type Rate = NonNullable<Line['limit']>;

/**
 * What Microsoft allows an app in a tenant. The directory counts resource units, of which a tenant has 3,500 to
 * 8,000 in 10 seconds by its size, and not requests.
 *
 * Source: Microsoft Graph service-specific throttling limits.
 */
const limits: Record<GraphService, Rate | null> = {
  reports: { requests: 5, seconds: 10 },
  'sign-ins': { requests: 10, seconds: 60 },
  'conditional-access': { requests: 1, seconds: 1 },
  directory: null,
};

/** What Microsoft Graph allows, and what of it the syncs of a connection use. */
export async function getBudget(
  { knex, config, collectors, clock }: ReadContext,
  tenant: string,
): Promise<Budget> {
  const tenantId = await requireConnection(knex, tenant);
  const now = clock.now();
  const interval = longestInterval(config.schedule, now);
  const intervalSeconds =
    interval === null ? null : Math.round(interval / 1000);
  const [reads, costs] = await Promise.all([
    readCompleteReads(knex, tenantId),
    readRunCosts(
      knex,
      tenantId,
      new Date(now.getTime() - DAYS * dayInMilliseconds),
    ),
  ]);
  return {
    intervalSeconds,
    dataSets: collectors
      .filter(({ source }) => source === 'graph')
      .map(collector =>
        toLine(collector, reads.get(collector.id), config, intervalSeconds),
      ),
    days: byDay(costs),
  };
}

function toLine(
  collector: Collector,
  read: RunCollectorRow | undefined,
  config: Pick<EntraMfaConfig, 'pace'>,
  intervalSeconds: number | null,
): Line {
  const service = serviceOf(collector);
  const limit = limits[service];
  const pace = paceOf(service, config);
  const everySeconds =
    intervalSeconds === null
      ? null
      : Math.max(intervalSeconds, 3600 * (collector.cadenceHours ?? 0));
  const last = read && {
    run: read.run,
    startedAt: toDateOrNull(read.started_at)?.toISOString() ?? null,
    pages: read.pages,
    rows: read.rows,
    calls: read.calls,
    waitedSeconds: Math.round(read.waited_ms / 1000),
  };
  return {
    id: collector.id,
    service,
    limit,
    pace,
    last: last ?? null,
    leastSeconds: last && pace ? leastSeconds(last.pages, pace) : null,
    everySeconds,
    usedPermille:
      last && limit && everySeconds
        ? Math.floor(
            (1000 * last.calls) /
              ((limit.requests * everySeconds) / limit.seconds),
          )
        : null,
  };
}

function paceOf(
  service: GraphService,
  { pace }: Pick<EntraMfaConfig, 'pace'>,
): Rate | null {
  if (service === 'sign-ins') return signInPace;
  if (service === 'conditional-access') return protectionPace;
  return service === 'reports'
    ? { requests: pace.reportRequestsPer10Seconds, seconds: 10 }
    : null;
}

function serviceOf({ pace }: Collector): GraphService {
  if (pace === 'reports' || pace === 'sign-ins') return pace;
  return pace === 'protection' ? 'conditional-access' : 'directory';
}

/** As many requests as the pace has go at once; each that is one more waits for a window. */
function leastSeconds(pages: number, { requests, seconds }: Rate): number {
  return Math.floor(Math.max(0, pages - 1) / requests) * seconds;
}

function byDay(
  costs: Awaited<ReturnType<typeof readRunCosts>>,
): Budget['days'] {
  const days = new Map<
    string,
    { runs: number; calls: number; waited: number }
  >();
  for (const { ended_at, calls, waited_ms } of costs) {
    const date = toDate(ended_at).toISOString().slice(0, 10);
    const day = days.get(date) ?? { runs: 0, calls: 0, waited: 0 };
    day.runs += 1;
    day.calls += calls;
    day.waited += waited_ms;
    days.set(date, day);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, { runs, calls, waited }]) => ({
      date,
      runs,
      calls,
      waitedSeconds: Math.round(waited / 1000),
    }));
}
