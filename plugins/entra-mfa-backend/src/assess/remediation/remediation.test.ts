import {
  gapOutcomes,
  personGapKinds,
  personStates,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import { gapStanding, type GapFacts } from './gapRules';
import { gapsOf, type GapVersion } from './gapsOf';
import { endOfDay, remediationOfDay } from './remediationOfDay';
import { gapsOver } from './gapsOver';
import { tallyGaps, type GapGroup } from './tallyGaps';

const covered: GapFacts = {
  state: 'covered',
  privileged: false,
  phoneOnly: false,
};

/** Versions that follow each other, one for each snapshot from 1. */
function lived(...facts: (Partial<GapFacts> | null)[]): GapVersion[] {
  return facts.flatMap((one, index) =>
    one === null
      ? []
      : [
          {
            ...covered,
            ...one,
            from: index + 1,
            to: index + 1 === facts.length ? null : index + 2,
          },
        ],
  );
}

const uncovered = { state: 'uncovered' } as const;
const unknown = { state: 'unknown' } as const;
const phone = { privileged: true, phoneOnly: true } as const;
const strong = { privileged: true } as const;

describe('gaps of a person', () => {
  it.each([
    ['nothing', lived(covered), []],
    ['open', lived(covered, uncovered), [[2, null, null]]],
    ['fixed', lived(uncovered, covered), [[1, 2, 'fixed']]],
    ['exempt', lived(uncovered, { state: 'exempt' }), [[1, 2, 'exempt']]],
    [
      'left scope',
      lived(uncovered, { state: 'out-of-scope' }),
      [[1, 2, 'left-scope']],
    ],
    ['left', lived(uncovered, null), [[1, 2, 'left']]],
    [
      'not known in between',
      lived(uncovered, unknown, uncovered),
      [[1, null, null]],
    ],
    [
      'not known, then fixed',
      lived(uncovered, unknown, covered),
      [[1, 3, 'fixed']],
    ],
    ['not known, then left', lived(uncovered, unknown, null), [[1, 3, 'left']]],
    [
      'came back as they were',
      lived(uncovered, null, uncovered),
      [
        [1, 2, 'left'],
        [3, null, null],
      ],
    ],
    ['never known', lived(unknown, covered), []],
  ])('%s', (_, versions, gaps) => {
    expect(
      gapsOf('uncovered', versions).map(({ opened, closed }) => [
        opened,
        closed?.at ?? null,
        closed?.outcome ?? null,
      ]),
    ).toEqual(gaps);
  });

  it.each([
    ['a stronger method', lived(phone, strong), 'fixed'],
    [
      'the phone lost as well',
      lived(phone, { ...strong, ...uncovered }),
      undefined,
    ],
    [
      'roles not known',
      lived(phone, { ...phone, privileged: null }),
      undefined,
    ],
    ['no role any more', lived(phone, { phoneOnly: true }), 'left-scope'],
    ['an exception', lived(phone, { ...phone, state: 'exempt' }), 'exempt'],
  ] as const)('a phone of a privileged person: %s', (_, versions, outcome) => {
    const [gap] = gapsOf('privileged-phone-only', versions);
    expect(gap.opened).toBe(1);
    expect(gap.closed?.outcome).toBe(outcome);
  });

  it('closes on proof, and on nothing else', () => {
    const facts = fc.record({
      state: fc.constantFrom(...personStates),
      privileged: fc.constantFrom(true, false, null),
      phoneOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...personGapKinds),
        fc.array(fc.option(facts), { minLength: 1, maxLength: 12 }),
        (kind, history) => {
          const versions = lived(...history);
          const at = (snapshot: number) => history[snapshot - 1];
          let last = 0;
          for (const { opened, closed } of gapsOf(kind, versions)) {
            expect(opened).toBeGreaterThanOrEqual(last);
            expect(gapStanding(kind, at(opened)!)).toBe('open');
            const end = closed?.at ?? history.length + 1;
            for (let each = opened; each < end; each++) {
              // Nothing that was known then would have closed it.
              expect(['open', 'silent']).toContain(
                gapStanding(kind, at(each)!),
              );
            }
            const proof = closed && at(closed.at);
            const proves =
              closed && (proof ? gapStanding(kind, proof) : 'left');
            expect(proves).toBe(closed && closed.outcome);
            expect(proof?.state).not.toBe('unknown');
            expect(proves === 'fixed' && proof?.state !== 'covered').toBe(
              false,
            );
            last = end;
          }
        },
      ),
    );
  });
});

describe('what gaps come to', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const group = (
    opened: number,
    closed: number | null,
    gaps: number,
    outcome: (typeof gapOutcomes)[number] = 'fixed',
  ): GapGroup => ({
    openedAt: daysAgo(opened),
    closed: closed === null ? null : { at: daysAgo(closed), outcome },
    gaps,
  });

  it('counts open ones by age', () => {
    const tally = tallyGaps(
      [
        group(0, null, 1),
        group(7, null, 2),
        group(8, null, 4),
        group(90, null, 8),
        group(91, null, 16),
      ],
      now,
    );
    expect(tally).toMatchObject({
      open: 31,
      openByAge: { week: 3, month: 4, quarter: 8, longer: 16 },
      timeToFix: null,
    });
  });

  it('tells how long a fix took by those that were fixed in the last 90 days', () => {
    const day = 86_400;
    const { closed, timeToFix } = tallyGaps(
      [
        group(10, 9, 4),
        group(20, 18, 5),
        group(60, 30, 1),
        group(200, 91, 50),
        group(50, 1, 7, 'left'),
        group(50, 1, 2, 'exempt'),
      ],
      now,
    );
    expect(closed).toEqual({ fixed: 10, exempt: 2, 'left-scope': 0, left: 7 });
    expect(timeToFix).toEqual({
      medianSeconds: 2 * day,
      p90Seconds: 2 * day,
    });
    expect(
      tallyGaps([group(10, 9, 1), group(60, 30, 1)], now).timeToFix,
    ).toEqual({ medianSeconds: day, p90Seconds: 30 * day });
  });
});

describe('what a day opened and closed', () => {
  const groupOf = (
    opened: string,
    closed: string | null,
    gaps: number,
    outcome: (typeof gapOutcomes)[number] = 'fixed',
  ): GapGroup => ({
    openedAt: new Date(opened),
    closed: closed === null ? null : { at: new Date(closed), outcome },
    gaps,
  });
  const end = endOfDay(new Date('2026-11-30T00:00:00Z'));

  it('ends with the day, UTC', () => {
    expect(end).toEqual(new Date('2026-12-01T00:00:00Z'));
    expect(endOfDay(new Date('2026-11-30T23:59:59.999Z'))).toEqual(end);
  });

  it('is counted by the day, and what is open as it ends', () => {
    const groups = [
      groupOf('2026-11-30T00:00:00Z', null, 1),
      groupOf('2026-11-30T09:00:00Z', '2026-11-30T10:00:00Z', 2),
      groupOf('2026-11-29T23:59:59Z', null, 4),
      // Seven days old as the day ends, and a moment more.
      groupOf('2026-11-24T00:00:00Z', null, 8),
      groupOf('2026-11-23T23:59:59Z', '2026-11-29T23:59:59Z', 16, 'left'),
      groupOf('2026-11-23T23:59:59Z', '2026-11-30T00:00:00Z', 32, 'exempt'),
      groupOf('2026-11-23T23:59:59Z', null, 64),
    ];
    expect(remediationOfDay(groups, end)).toEqual({
      opened: 3,
      closed: { fixed: 2, exempt: 32 },
      open: 77,
      openByAge: { week: 13, month: 64, quarter: 0, longer: 0 },
      timeToFix: { medianSeconds: 3600, p90Seconds: 3600 },
    });
  });

  it('is the same at any time of a day in which nothing is opened or closed', () => {
    const hours = (from: number, to: number) =>
      fc
        .integer({ min: from, max: to })
        .map(hour => new Date(end.getTime() + hour * 3_600_000));
    const group = fc.record({
      openedAt: hours(-3000, -48),
      closed: fc.option(
        fc.record({
          at: hours(-47, -24),
          outcome: fc.constantFrom(...gapOutcomes),
        }),
      ),
      gaps: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(group, { maxLength: 8 }),
        hours(-24, -1),
        hours(-24, -1),
        (groups, one, other) => {
          const found = remediationOfDay(groups, endOfDay(one));
          expect(remediationOfDay(groups, endOfDay(other))).toEqual(found);
          expect(Object.values(found.openByAge).reduce((a, b) => a + b)).toBe(
            found.open,
          );
        },
      ),
    );
  });
});

it('counts of a period what it opened and closed, and what was open at its end', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 6, day));
  const group = (
    opened: number,
    closed: number | null,
    gaps: number,
    outcome: (typeof gapOutcomes)[number] = 'fixed',
  ): GapGroup => ({
    openedAt: at(opened),
    closed: closed === null ? null : { at: at(closed), outcome },
    gaps,
  });
  const over = gapsOver(
    [
      // Before the period: what it closes counts, what was closed before does not.
      group(1, 9, 1),
      group(2, 10, 3),
      group(3, null, 5),
      group(10, 14, 7),
      group(12, 15, 11, 'exempt'),
      group(20, null, 13),
    ],
    { from: at(10), until: at(31) },
  );
  expect(over).toEqual({
    opened: 7 + 11 + 13,
    open: 5 + 13,
    openByAge: { week: 0, month: 18, quarter: 0, longer: 0 },
    closed: { fixed: 3 + 7, exempt: 11, 'left-scope': 0, left: 0 },
    timeToFix: { medianSeconds: 4 * 86_400, p90Seconds: 8 * 86_400 },
  });
});
