import { reviewReasons } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { reasonsOfCode, toReasonCode } from './reasonCodes';
import { daysBefore, quarterOf } from './reviewPeriod';

it.each([
  ['2026-01-01T00:00:00Z', 'Q1 2026'],
  ['2026-03-31T23:59:59Z', 'Q1 2026'],
  ['2026-04-01T00:00:00Z', 'Q2 2026'],
  ['2026-09-30T23:59:59Z', 'Q3 2026'],
  ['2026-11-21T08:00:00Z', 'Q4 2026'],
  ['2026-12-31T23:59:59Z', 'Q4 2026'],
])('%s lies in %s', (moment, quarter) => {
  expect(quarterOf(new Date(moment))).toBe(quarter);
});

it('goes back by whole days', () => {
  expect(daysBefore(new Date('2026-11-21T08:00:00Z'), 90)).toEqual(
    new Date('2026-08-23T08:00:00Z'),
  );
});

it('keeps every set of reasons as a number of its own', () => {
  const codes = Array.from({ length: 32 }, (_, code) => code);
  for (const code of codes) {
    expect(toReasonCode(reasonsOfCode(code))).toBe(code);
  }
  expect(reasonsOfCode(31)).toEqual(reviewReasons);
});
