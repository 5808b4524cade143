import { monthOf } from './monthOf';

it.each([
  // The last that is over.
  [undefined, '2026-11-30', '2026-10', '2026-09-30', '2026-10-31', '2026-11'],
  [undefined, '2027-01-01', '2026-12', '2026-11-30', '2026-12-31', '2027-01'],
  // One that goes on is up to now, on its last day too.
  ['2026-11', '2026-11-30', '2026-11', '2026-10-31', undefined, undefined],
  ['2026-11', '2026-12-01', '2026-11', '2026-10-31', '2026-11-30', '2026-12'],
  ['2028-02', '2028-06-01', '2028-02', '2028-01-31', '2028-02-29', '2028-03'],
])('of %s on %s is %s', (asked, present, month, before, last, next) => {
  expect(monthOf(asked, undefined, present)).toMatchObject({
    month,
    before,
    last,
    next,
  });
});

it('leads to the month before', () => {
  expect(monthOf('2027-01', '2027-05-05').previous).toBe('2026-12');
});

it.each([
  // Up to the day that the page shows.
  ['2026-11', '2026-11-10', '2026-11', '2026-11-10', undefined],
  ['2026-10', '2026-11-10', '2026-10', '2026-10-31', '2026-11'],
  // The last that was over then; one that had not begun is none.
  [undefined, '2026-11-10', '2026-10', '2026-10-31', '2026-11'],
  ['2026-12', '2026-11-10', '2026-10', '2026-10-31', '2026-11'],
])('of %s at %s is %s', (asked, at, month, last, next) => {
  expect(monthOf(asked, at, '2027-02-02')).toMatchObject({ month, last, next });
});
