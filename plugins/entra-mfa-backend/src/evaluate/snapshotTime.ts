/**
 * The time of a new snapshot: now, and later than the one before even where a clock was wrong, so that
 * a later snapshot never answers for an earlier time.
 */
export function snapshotTime(now: Date, last: Date | null): Date {
  return last && last >= now ? new Date(last.getTime() + 1) : now;
}
