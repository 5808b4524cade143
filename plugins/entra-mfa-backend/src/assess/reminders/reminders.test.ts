import type { PersonGapKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { GapFacts } from '../remediation/gapRules';
import { remindedStanding } from './remindedStanding';
import {
  reminderDay,
  reminderStateAt,
  type ReminderTimes,
} from './reminderDay';
import { paceOf } from './paceOf';

const times: ReminderTimes = {
  state: 'running',
  firstDay: '2026-11-30',
  until: '2026-12-18',
  quietFrom: 18,
  quietTo: 8,
  quietWeekends: true,
  timeZone: 'Europe/Berlin',
};
const fresh = {
  freshUntil: new Date('2027-01-01T00:00:00Z'),
  isHeld: false,
  hasFailed: false,
};
const at = (text: string) => new Date(text);

describe('the day for which a campaign sends', () => {
  it.each([
    ['within hours', {}, {}, '2026-11-30T07:00:00Z', { day: '2026-11-30' }],
    [
      'the clock of its zone',
      {},
      {},
      '2026-11-30T06:59:00Z',
      { waits: 'quiet' },
    ],
    ['from an hour on', {}, {}, '2026-11-30T17:00:00Z', { waits: 'quiet' }],
    [
      'hours that do not go over midnight',
      { quietFrom: 12, quietTo: 13 },
      {},
      '2026-11-30T11:30:00Z',
      { waits: 'quiet' },
    ],
    [
      'no quiet hours, and the day of its zone',
      { quietFrom: null, quietTo: null },
      {},
      '2026-11-30T23:30:00Z',
      { day: '2026-12-01' },
    ],
    [
      'hours that are the same are none',
      { quietFrom: 8, quietTo: 8 },
      {},
      '2026-11-30T07:30:00Z',
      { day: '2026-11-30' },
    ],
    ['a weekend', {}, {}, '2026-12-05T10:00:00Z', { waits: 'quiet' }],
    [
      'a weekend that is not quiet',
      { quietWeekends: false },
      {},
      '2026-12-05T10:00:00Z',
      { day: '2026-12-05' },
    ],
    ['before', {}, {}, '2026-11-29T10:00:00Z', { waits: 'not-yet' }],
    ['its last day', {}, {}, '2026-12-18T10:00:00Z', { day: '2026-12-18' }],
    ['after it', {}, {}, '2026-12-18T23:00:00Z', null],
    ['not started', { state: 'draft' }, {}, '2026-11-30T10:00:00Z', null],
    ['stopped', { state: 'stopped' }, {}, '2026-11-30T10:00:00Z', null],
    [
      'data that is too old',
      {},
      { freshUntil: at('2026-11-30T10:00:00Z') },
      '2026-11-30T10:00:00Z',
      { waits: 'stale' },
    ],
    [
      'data of which nobody knows how old it is',
      {},
      { freshUntil: null },
      '2026-11-30T10:00:00Z',
      { waits: 'stale' },
    ],
    ['held', {}, { isHeld: true }, '2026-11-30T10:00:00Z', { waits: 'held' }],
    [
      'a failed sync',
      {},
      { hasFailed: true },
      '2026-11-30T10:00:00Z',
      { waits: 'failed' },
    ],
  ] as const)('%s', (_, of, ground, now, expected) => {
    expect(
      reminderDay({ ...times, ...of }, { ...fresh, ...ground }, at(now)),
    ).toEqual(expected);
  });

  it('does not call over what was never started', () => {
    const later = at('2027-03-01T00:00:00Z');
    expect(reminderStateAt({ ...times, state: 'draft' }, later)).toBe('draft');
    expect(reminderStateAt({ ...times, state: 'stopped' }, later)).toBe('over');
  });
});

describe('the pace', () => {
  const day = 86_400_000;
  const start = at('2026-11-02T09:00:00Z');
  const fixed = (days: number, gaps: number) => ({
    openedAt: at('2026-01-01T00:00:00Z'),
    closed: {
      at: new Date(start.getTime() + days * day),
      outcome: 'fixed' as const,
    },
    gaps,
  });
  const now = new Date(start.getTime() + 15 * day);

  it('is what was fixed in whole weeks before the start and since', () => {
    const { weeks, before, since } = paceOf(
      [
        fixed(-20, 1),
        fixed(-8, 4),
        fixed(0, 10),
        fixed(13, 6),
        fixed(14.5, 3),
        { ...fixed(1, 50), closed: null },
      ],
      { start, since: new Date(start.getTime() - 22 * day), now },
    );
    expect(weeks.map(week => [week.fixed, week.isSince])).toEqual([
      [1, false],
      [4, false],
      [0, false],
      [10, true],
      [6, true],
      [3, true],
    ]);
    expect(before).toBeCloseTo(5 / 3);
    expect(since).toBe(8);
  });

  it('is not told of weeks that nobody saw, or that have not passed', () => {
    expect(
      paceOf([], { start, since: start, now: new Date(start.getTime() + day) }),
    ).toEqual({
      weeks: [{ from: start, fixed: 0, isSince: true }],
      before: null,
      since: null,
    });
  });
});

it.each<[PersonGapKind, Partial<GapFacts> | null, string]>([
  ['uncovered', { state: 'covered' }, 'fixed'],
  ['uncovered', { state: 'uncovered' }, 'open'],
  ['uncovered', { state: 'unknown' }, 'other'],
  ['uncovered', { state: 'exempt' }, 'other'],
  ['uncovered', null, 'other'],
  ['privileged-phone-only', { state: 'covered' }, 'fixed'],
  ['privileged-phone-only', { state: 'covered', phoneOnly: true }, 'open'],
  // Who has lost the phone too has no other method.
  ['privileged-phone-only', { state: 'uncovered' }, 'open'],
  ['privileged-phone-only', { state: 'unknown' }, 'other'],
  ['privileged-phone-only', { state: 'uncovered', privileged: false }, 'other'],
])('of who was reminded of %s, %j is %s', (gap, facts, standing) => {
  const known = {
    state: 'covered',
    privileged: true,
    phoneOnly: false,
  } as const;
  expect(remindedStanding(gap, facts && { ...known, ...facts })).toBe(standing);
});
