import fc from 'fast-check';
import { Settings } from 'luxon';
import { forecast } from './forecast';
import { weeksOf, weekTimes, type WeekPoint } from './weeksOf';

const now = new Date('2026-11-21T08:00:00Z');

/** Figures of 1,000 people a week apart, oldest first; the last one is that of now. */
function weeksWith(covered: number[], people = 1000): WeekPoint[] {
  const times = weekTimes(now).slice(-covered.length);
  return covered.map((count, i) => ({
    at: times[i],
    covered: count,
    uncovered: people - count,
    rulesVersion: '1',
  }));
}

const steady = [820, 830, 840, 850, 860, 870, 880, 890, 900];

const ask = (weeks: WeekPoint[], other: object = {}) =>
  forecast({
    weeks,
    targetPermille: 950,
    targetDate: null,
    stale: false,
    ...other,
  });

it('goes on in a straight line by the mean weekly change', () => {
  expect(ask(weeksWith(steady))).toEqual({
    status: 'expected',
    reason: null,
    weeks: 8,
    permillePerWeek: 10,
    // 50 people short at 10 a week: five weeks.
    expected: '2026-12-26',
    earliest: '2026-12-26',
    latest: '2026-12-26',
    targetDate: null,
    verdict: null,
  });
});

it('gives the range of the slowest and the fastest four weeks', () => {
  // Four weeks of 4 people, then four weeks of 16.
  const found = ask(weeksWith([820, 824, 828, 832, 836, 852, 868, 884, 900]));
  expect(found).toMatchObject({
    permillePerWeek: 10,
    earliest: '2026-12-13',
    expected: '2026-12-26',
    latest: '2027-02-17',
  });
});

it('knows no last day where the slowest four weeks did not rise', () => {
  const found = ask(weeksWith([880, 880, 880, 880, 880, 885, 890, 895, 900]));
  expect(found).toMatchObject({ status: 'expected', latest: null });
});

describe.each([
  ['too-few', weeksWith([4, 4, 5, 5, 6, 6, 7, 7, 8], 9), {}],
  ['too-few', [], {}],
  ['stale', weeksWith(steady), { stale: true }],
  ['too-short', weeksWith(steady.slice(-6)), {}],
  ['not-rising', weeksWith([...steady].reverse()), {}],
  ['not-rising', weeksWith(steady.map(() => 900)), {}],
  ['too-far', weeksWith(steady.map((_, i) => (i < 8 ? 899 : 900))), {}],
] as const)('%s', (reason, weeks, other) => {
  it('is said instead of a day', () => {
    expect(ask([...weeks], other)).toMatchObject({
      status: 'none',
      reason,
      expected: null,
      earliest: null,
      latest: null,
    });
  });
});

it('says that the target is met', () => {
  expect(ask(weeksWith(steady), { targetPermille: 900 })).toMatchObject({
    status: 'met',
    expected: null,
  });
});

it.each([
  ['2027-03-01', 'on-time'],
  ['2026-12-31', 'uncertain'],
  ['2026-12-01', 'late'],
])('compares with the set day %s: %s', (targetDate, verdict) => {
  const weeks = weeksWith([820, 824, 828, 832, 836, 852, 868, 884, 900]);
  expect(ask(weeks, { targetDate })).toMatchObject({ targetDate, verdict });
});

it('puts the likely day between the earliest and the latest, after now', () => {
  const people = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(
      fc.array(people, { minLength: 7, maxLength: 9 }),
      fc.integer({ min: 1, max: 1000 }),
      (covered, targetPermille) => {
        const found = ask(weeksWith(covered), { targetPermille });
        fc.pre(found.status === 'expected');
        expect(found.earliest! > '2026-11-21').toBe(true);
        expect(found.earliest! <= found.expected!).toBe(true);
        expect(found.expected! <= (found.latest ?? '9999')).toBe(true);
      },
    ),
  );
});

describe('the weeks that can be compared', () => {
  const days = (count: number, other: (day: number) => object = () => ({})) =>
    Array.from({ length: count }, (_, i) => ({
      at: new Date(now.getTime() - (count - 1 - i) * 86_400_000),
      covered: i,
      uncovered: 10,
      rulesVersion: '1',
      ...other(count - 1 - i),
    }));

  it('are nine figures a week apart, the last one that of now', () => {
    const found = weeksOf(days(90), now);
    expect(found.map(({ covered }) => covered)).toEqual([
      33, 40, 47, 54, 61, 68, 75, 82, 89,
    ]);
  });

  it('are the last of their days, so that a history by days comes to the same', () => {
    const daysAt = (hours: number[]) =>
      Array.from({ length: 70 }, (_, day) => 70 - day).flatMap(ago =>
        hours.map(hour => ({
          at: new Date(Date.UTC(2026, 10, 21 - ago, hour)),
          covered: (70 - ago) * 100 + hour,
          uncovered: 10,
          rulesVersion: '1',
        })),
      );
    const found = weeksOf([...daysAt([2, 12, 22]), ...days(1)], now);
    expect(found).toEqual(weeksOf([...daysAt([22]), ...days(1)], now));
    expect(found).toHaveLength(9);
  });

  it('are seven days also where the portal runs in a zone whose clocks change', () => {
    const zone = Settings.defaultZone;
    Settings.defaultZone = 'Europe/Berlin';
    try {
      // From the 21st to the 28th of October 2026 it is seven days and an hour there.
      const point = { covered: 1, uncovered: 1, rulesVersion: '1' };
      const tooOld = { ...point, at: new Date('2026-10-21T07:30:00Z') };
      expect(weeksOf([tooOld], new Date('2026-10-28T08:00:00Z'))).toEqual([]);
    } finally {
      Settings.defaultZone = zone;
    }
  });

  it('end where history begins', () => {
    expect(weeksOf(days(20), now)).toHaveLength(3);
  });

  it('end where the rules were others', () => {
    const points = days(90, ago => ({ rulesVersion: ago > 30 ? '0' : '1' }));
    expect(weeksOf(points, now)).toHaveLength(5);
  });

  it('end where a week went by without a figure', () => {
    const points = days(90).filter((_, i) => 89 - i < 20 || 89 - i > 32);
    expect(weeksOf(points, now)).toHaveLength(3);
  });

  it('are none without a figure', () => {
    expect(weeksOf([], now)).toEqual([]);
  });
});
