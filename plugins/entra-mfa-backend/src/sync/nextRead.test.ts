import { Duration } from 'luxon';
import { nextRead } from './nextRead';

describe('the next read', () => {
  const last = new Date('2026-11-21T08:00:00Z');

  it.each([
    ['hours', { hours: 6 }],
    ['an ISO duration', Duration.fromISO('PT6H')],
  ])('is counted from the last one, in %s', (_, frequency) => {
    expect(nextRead(frequency, last)).toEqual(new Date('2026-11-21T14:00:00Z'));
    expect(nextRead(frequency, null)).toBeNull();
  });

  it('follows a cron expression', () => {
    const next = nextRead({ cron: '0 13 * * *' }, last);
    expect(next!.getTime()).toBeGreaterThan(Date.now());
    expect([next!.getHours(), next!.getMinutes()]).toEqual([13, 0]);
  });

  it('is not known where syncs start by hand', () => {
    expect(nextRead({ trigger: 'manual' }, last)).toBeNull();
  });
});
