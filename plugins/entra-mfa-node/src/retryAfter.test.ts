import { retryAfter } from './retryAfter';

describe('retryAfter', () => {
  const now = new Date('2026-11-21T12:00:00Z');

  it.each([
    ['27', 27_000],
    [' 0 ', 0],
    ['1.5', 1_500],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['', null],
    [null, null],
    ['soon', null],
  ])('reads %j as %p ms', (header, milliseconds) => {
    expect(retryAfter(header, now)).toBe(milliseconds);
  });
});
