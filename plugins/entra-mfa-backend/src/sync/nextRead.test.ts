import { Duration } from 'luxon';
import type { LastRun } from '../store/run/readLastRun';
import { nextRead } from './nextRead';

const at = (time: string) => new Date(`${time}Z`);
const run = (startedAt: string, seenAt = startedAt): LastRun => ({
  startedAt: at(startedAt),
  seenAt: at(seenAt),
});
const now = at('2026-11-21T08:30:00');
const timeZone = 'UTC';

describe('the next read', () => {
  const last = run('2026-11-21T08:00:00', '2026-11-21T08:07:00');

  it.each([
    ['hours', { hours: 6 }],
    ['an ISO duration', Duration.fromISO('PT6H')],
  ])('is counted from the start of the last one, in %s', (_, frequency) => {
    const schedule = { frequency, timeZone };
    expect(nextRead(schedule, last, now)).toEqual(at('2026-11-21T14:00:00'));
    expect(nextRead(schedule, null, now)).toBeNull();
  });

  it.each([
    // Summer time ends on 25 October 2026, and begins on 28 March 2027.
    ['UTC', run('2026-11-21T08:00:00'), '2026-11-21T13:00:00'],
    ['Europe/Berlin', run('2026-11-21T08:00:00'), '2026-11-21T12:00:00'],
    ['Europe/Berlin', run('2026-10-24T11:00:02'), '2026-10-25T12:00:00'],
    ['Europe/Berlin', run('2027-03-27T12:00:02'), '2027-03-28T11:00:00'],
    ['Asia/Tokyo', run('2026-11-21T08:00:00'), '2026-11-22T04:00:00'],
    // It is due still, however late it is.
    ['UTC', run('2026-11-18T08:00:00'), '2026-11-18T13:00:00'],
    // One that passed while a sync ran is done with.
    [
      'UTC',
      run('2026-11-18T12:59:00', '2026-11-18T13:01:00'),
      '2026-11-19T13:00:00',
    ],
  ])('follows a cron expression in %s: %j', (zone, before, expected) => {
    const schedule = { frequency: { cron: '0 13 * * *' }, timeZone: zone };
    const later = at('2027-04-01T00:00:00');
    expect(nextRead(schedule, before, later)).toEqual(at(expected));
  });

  it.each([
    ['a cron expression', { cron: '0 13 * * *' }],
    ['hours', { hours: 6 }],
  ])(
    'does not wait a year for a clock that was ahead, with %s',
    (_, frequency) => {
      const schedule = { frequency, timeZone };
      const ahead = run('2027-11-21T08:00:00');
      expect(nextRead(schedule, ahead, now)).toEqual(now);
      // The clocks of replicas differ a little, and that is no reason to read again.
      const near = run('2026-11-21T08:35:00');
      expect(nextRead(schedule, near, now)!.getTime()).toBeGreaterThan(
        now.getTime(),
      );
    },
  );

  it('is due at once for a tenant that was never read', () => {
    const schedule = { frequency: { cron: '0 3 1 * *' }, timeZone };
    expect(nextRead(schedule, null, now)).toEqual(now);
  });

  it('is not known where syncs start by hand', () => {
    const schedule = { frequency: { trigger: 'manual' } as const, timeZone };
    expect(nextRead(schedule, last, now)).toBeNull();
  });
});
