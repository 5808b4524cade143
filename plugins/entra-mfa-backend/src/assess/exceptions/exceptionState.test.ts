import { exceptionState } from './exceptionState';

const at = (time: string) => new Date(`2026-11-${time}`);
const waits = {
  until: '2026-11-21',
  requestedAt: at('01T08:00:00Z'),
  decision: null,
  decidedBy: null,
  decidedAt: null,
  withdrawnAt: null,
  endedAt: null,
};
const approved = {
  ...waits,
  decision: 'approved' as const,
  decidedBy: 'user:default/a',
  decidedAt: at('02T08:00:00Z'),
};

it.each([
  ['waits', waits, '21T23:59:59Z', 'requested'],
  ['was never decided', waits, '22T00:00:00Z', 'lapsed'],
  ['is not decided yet', approved, '02T07:59:59Z', 'requested'],
  ['is in force from the decision', approved, '02T08:00:00Z', 'in-force'],
  ['is in force to the end of its day', approved, '21T23:59:59Z', 'in-force'],
  ['ends by itself', approved, '22T00:00:00Z', 'expired'],
  [
    'is not ended yet',
    { ...approved, endedAt: at('05T08:00:00Z') },
    '05T07:59:59Z',
    'in-force',
  ],
  [
    'was ended',
    { ...approved, endedAt: at('05T08:00:00Z') },
    '05T08:00:00Z',
    'ended',
  ],
  [
    'stays ended past its day',
    { ...approved, endedAt: at('05T08:00:00Z') },
    '25T08:00:00Z',
    'ended',
  ],
  [
    'was refused',
    { ...approved, decision: 'refused' as const },
    '25T08:00:00Z',
    'refused',
  ],
  [
    'was withdrawn',
    { ...waits, withdrawnAt: at('03T08:00:00Z') },
    '25T08:00:00Z',
    'withdrawn',
  ],
])('an exception that %s', (_, exception, time, expected) => {
  expect(exceptionState(exception, at(time))).toBe(expected);
});

it.each([
  ['approved', approved, 'in-force'],
  ['approved, past its day', { ...approved, until: '2026-10-31' }, 'expired'],
  ['ended', { ...approved, endedAt: at('05T08:00:00Z') }, 'ended'],
  ['withdrawn', { ...waits, withdrawnAt: at('03T08:00:00Z') }, 'withdrawn'],
  ['not decided', waits, 'requested'],
])(
  'an exception on record as %s is so now, also where the clock is behind',
  (_, exception, expected) => {
    expect(exceptionState(exception, at('01T07:00:00Z'), true)).toBe(expected);
  },
);
