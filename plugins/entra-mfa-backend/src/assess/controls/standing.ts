import type {
  ControlDay,
  ControlStatus,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

const DAY = 24 * 3_600_000;

/** A snapshot in time. */
export interface Moment {
  number: number;
  at: Date;
  /** Until when its data is fresh. */
  freshUntil: Date;
}

/** What a control was from one snapshot up to another. */
export interface Version {
  status: Exclude<ControlStatus, 'stale'>;
  fromSnapshot: number;
  /** The first snapshot at which it was no more. */
  toSnapshot: number;
}

/** A time in which a control had one status; null as its end while it goes on. */
export interface Span {
  status: ControlStatus;
  from: Date;
  to: Date | null;
}

/**
 * The statuses of a control one after the other. Between the end of what is fresh and the next snapshot it is stale,
 * whatever it was; only what does not apply does not age.
 *
 * @param moments - the snapshots in their order, from the one that was the newest when the time looked at begins
 * @param upTo - up to when it is looked at
 */
export function spansOf(
  versions: readonly Version[],
  moments: readonly Moment[],
  upTo: Date,
): Span[] {
  const spans: Span[] = [];
  const add = (status: ControlStatus | null, from: Date) => {
    const last = spans[spans.length - 1];
    if (last && last.to === null) {
      if (last.status === status) return;
      last.to = from;
    }
    if (status !== null) spans.push({ status, from, to: null });
  };
  const ordered = [...versions].sort((a, b) => a.fromSnapshot - b.fromSnapshot);
  let place = 0;
  for (const [index, { number, at, freshUntil }] of moments.entries()) {
    if (at > upTo) break;
    while (place < ordered.length && ordered[place].toSnapshot <= number) {
      place += 1;
    }
    const version = ordered[place];
    const status =
      version && version.fromSnapshot <= number ? version.status : null;
    const next = moments[index + 1]?.at ?? null;
    const end = next !== null && next <= upTo ? next : upTo;
    const ages = status !== null && status !== 'disabled';
    const isFresh = freshUntil > at;
    add(ages && !isFresh ? 'stale' : status, at);
    if (ages && isFresh && freshUntil < end) {
      add('stale', freshUntil);
    }
  }
  return spans;
}

/** Which status a day takes where it had several: the worst one. */
const ranks: readonly ControlStatus[] = [
  'not-met',
  'not-evaluated',
  'met',
  'disabled',
  'stale',
];

/**
 * A status for each day, UTC, the oldest first: the worst of those that it had on fresh data. A day without any fresh
 * data is stale, and one before the first snapshot has none.
 *
 * @param to - the last day, up to that moment
 */
export function dailyStrip(
  spans: readonly Span[],
  days: number,
  to: Date,
): ControlDay[] {
  const today = Math.floor(to.getTime() / DAY);
  const worst: (number | undefined)[] = Array(days).fill(undefined);
  for (const { status, from, to: end } of spans) {
    const rank = ranks.indexOf(status);
    const first = Math.floor(from.getTime() / DAY) - today + days - 1;
    const last = end
      ? Math.floor((end.getTime() - 1) / DAY) - today + days - 1
      : days - 1;
    for (
      let day = Math.max(first, 0);
      day <= Math.min(last, days - 1);
      day += 1
    ) {
      worst[day] = Math.min(worst[day] ?? rank, rank);
    }
  }
  return worst.map(rank => (rank === undefined ? 'no-data' : ranks[rank]));
}
