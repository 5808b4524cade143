import { assessed } from '../../__testUtils__/facts';

it.each([
  ['tomorrow', '2026-11-22T00:00:00Z', 'out-of-scope (future-hire)'],
  ['today', '2026-11-21T00:00:00Z', 'covered (registered)'],
  ['later today, in UTC', '2026-11-21T23:59:59Z', 'covered (registered)'],
  ['long ago', '2019-03-01T00:00:00Z', 'covered (registered)'],
  ['on no day', null, 'covered (registered)'],
  ['on a day that is none', 'soon', 'covered (registered)'],
])('starts %s', (_, employeeHireDate, expected) => {
  expect(assessed({ user: { employeeHireDate } })).toBe(expected);
});

it('counts from midnight UTC of the hire date', () => {
  const user = { employeeHireDate: '2026-12-01T00:00:00Z' };
  const at = (time: string) => assessed({ user }, {}, new Date(time));
  expect(at('2026-11-30T23:59:59.999Z')).toBe('out-of-scope (future-hire)');
  expect(at('2026-12-01T00:00:00.000Z')).toBe('covered (registered)');
});
