import { Duration } from 'luxon';
import { patienceOf } from './patienceOf';

describe('the patience with one request', () => {
  it.each([
    ['half of a short timeout', { minutes: 10 }, 5],
    ['half of one in the other form', Duration.fromISO('PT6M'), 3],
    ['a quarter of an hour for the default', { minutes: 30 }, 15],
    ['a quarter of an hour for a long one', { hours: 4 }, 15],
  ])('is %s', (_, timeout, minutes) => {
    expect(patienceOf({ timeout })).toBe(minutes * 60_000);
  });
});
