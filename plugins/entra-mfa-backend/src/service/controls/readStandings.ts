import type {
  ControlDay,
  ControlStatus,
  StaleCause,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dailyStrip, type Span } from '../../assess/controls/standing';
import { staleCauses } from '../../connections/staleCauses';
import { readTimes } from '../../store/asOf/readTimes';
import type { ControlStatusRow } from '../../store/sql/tables';
import type { Found } from '../Snapshots';
import { timeOf } from '../timeOf';
import type { ReadContext } from '../types';
import { readSpans } from './readSpans';

const DAY = 24 * 3_600_000;

/** How many days a strip has. */
export const STRIP_DAYS = 90;

/** How controls stand, and stood, as of a snapshot. */
export class Standings {
  constructor(
    private readonly versions: ReadonlyMap<string, ControlStatusRow[]>,
    private readonly spans: ReadonlyMap<string, Span[]>,
    /** When each snapshot was, where that is known. */
    private readonly times: ReadonlyMap<number, Date>,
    readonly seen: Date,
    readonly causes: StaleCause[],
  ) {}

  /** The first and the last day of strips. */
  get days(): { from: string; to: string } {
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const to = this.seen.getTime();
    return { from: day(to - (STRIP_DAYS - 1) * DAY), to: day(to) };
  }

  spansOf(control: string): readonly Span[] {
    return this.spans.get(control) ?? [];
  }

  statusOf(control: string): ControlStatus | null {
    return this.spansOf(control).find(({ to }) => to === null)?.status ?? null;
  }

  /** Since when it has its status; times in which the data was stale end none that follows again. */
  since(control: string): Date | null {
    const status = this.statusOf(control);
    if (status === null) return null;
    if (status === 'stale') {
      return this.spansOf(control).find(({ to }) => to === null)!.from;
    }
    let began: number | null = null;
    for (const row of [...(this.versions.get(control) ?? [])].reverse()) {
      if (row.status !== status || (began && row.to_snapshot !== began)) break;
      began = row.from_snapshot;
    }
    return (began !== null && this.times.get(began)) || null;
  }

  disabledReason(control: string): string | null {
    return this.versions.get(control)?.at(-1)?.disabled_reason ?? null;
  }

  strip(control: string): ControlDay[] {
    return dailyStrip(this.spansOf(control), STRIP_DAYS, this.seen);
  }
}

/** Reads how every control stands at a snapshot, and how it stood in the days before. */
export async function readStandings(
  context: ReadContext,
  found: Found | null,
  at: string | undefined,
): Promise<Standings> {
  const { knex, clock, config, snapshots } = context;
  const now = clock.now();
  const asked = at === undefined ? now : timeOf(at, now);
  if (!found) {
    return new Standings(new Map(), new Map(), new Map(), asked, []);
  }
  const { snapshot, view } = found;
  const { tenantId } = view;
  // Of now, the newest answers, also where the clock was ahead when it was assessed.
  const seen = asked < snapshot.at ? snapshot.at : asked;
  const from = new Date(
    (Math.floor(seen.getTime() / DAY) - STRIP_DAYS + 1) * DAY,
  );
  const { moments, versions, spans } = await readSpans(knex, tenantId, {
    from,
    upTo: snapshot.number,
    seen,
  });
  const times = new Map(moments.map(moment => [moment.number, moment.at]));
  const earlier = [...versions.values()]
    .flat()
    .map(row => row.from_snapshot)
    .filter(number => !times.has(number));
  for (const [number, time] of await readTimes(knex, tenantId, earlier)) {
    times.set(number, time);
  }
  const last = moments[moments.length - 1];
  const causes =
    seen > last.freshUntil || last.freshUntil <= last.at
      ? causesOf(staleCauses(config, snapshot, seen))
      : [];
  const isOver = (await snapshots.disconnectedAt(tenantId)) !== null;
  return new Standings(
    versions,
    spans,
    times,
    seen,
    isOver && causes.length > 0 ? ['disconnected'] : causes,
  );
}

/** Another limit may hold by now than the one that it was stale by. */
function causesOf(causes: StaleCause[]): StaleCause[] {
  return causes.length > 0 ? causes : ['not-read'];
}
