import { CronTime } from 'cron';
import { longestInterval } from './longestInterval';

const now = new Date('2026-11-21T08:00:00Z');
const hours = (count: number) => Math.round(count * 3_600_000);

const longest = (cron: string, timeZone = 'UTC') =>
  longestInterval({ frequency: { cron }, timeZone }, now);

describe('the longest time between two syncs', () => {
  it.each([
    ['0 13 * * *', 24],
    ['0 */6 * * *', 6],
    ['*/5 * * * *', 5 / 60],
    ['* * * * * *', 1 / 60],
    ['30 0 13 * * *', 24],
    ['@daily', 24],
    ['@weekdays', 72],
    // Over the weekend.
    ['0 8-16 * * 1-5', 64],
    // Fewer than 25 times a year.
    ['0 3 1 * *', 31 * 24],
    ['0 0 1,15 * *', 17 * 24],
    ['0 3 1 1,4,7,10 *', 92 * 24],
    ['0 3 1 1 *', 366 * 24],
    ['0 3 29 2 *', 1461 * 24],
    // Days of the month, and days of the week as well.
    ['0 3 1 1 1', 342 * 24],
    ['0 3 * 2 1', 350 * 24],
    ['0 3 1 * 1', 7 * 24],
    // Many times, and then none for half a year.
    ['*/10 * * 1-6 *', 184 * 24 + 10 / 60],
  ])('of %s', (cron, expected) => {
    expect(longest(cron)).toBe(hours(expected));
  });

  it.each([
    ['0 13 * * *', 'Europe/Berlin', 25],
    ['0 13 * * *', 'America/Santiago', 25],
    ['0 13 * * *', 'Australia/Lord_Howe', 24.5],
    ['0 13 * * *', 'Asia/Tokyo', 24],
    ['0 * * * *', 'Europe/Berlin', 2],
    ['0 3 1 * *', 'Europe/Berlin', 31 * 24 + 1],
  ])('of %s where clocks are set back: %s', (cron, timeZone, expected) => {
    expect(longest(cron, timeZone)).toBe(hours(expected));
  });

  it.each(['0 13 * * *', '0 3 1 * *', '0 0 1,15 * *'])(
    'is never exceeded in seven months by %s',
    cron => {
      const times = new CronTime(cron, 'Europe/Berlin');
      const limit = longest(cron, 'Europe/Berlin')!;
      const end = new Date('2027-05-01T00:00:00Z');
      let largest = 0;
      for (let at = new Date('2026-10-01T00:00:00Z'); at < end; ) {
        const next = times.getNextDateFrom(at, 'Europe/Berlin').toJSDate();
        if (at.getTime() !== Date.UTC(2026, 9, 1)) {
          largest = Math.max(largest, next.getTime() - at.getTime());
        }
        at = next;
      }
      expect(largest).toBe(limit);
    },
  );

  it('is the duration, or nothing where syncs start by hand', () => {
    const of = (frequency: { hours: number } | { trigger: 'manual' }) =>
      longestInterval({ frequency, timeZone: 'UTC' }, now);
    expect(of({ hours: 12 })).toBe(hours(12));
    expect(of({ trigger: 'manual' })).toBeNull();
  });
});
