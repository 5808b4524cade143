import { judged } from '../../__testUtils__/facts';

it.each([
  ['disabled', false, 'out-of-scope (disabled)'],
  ['enabled', true, 'covered (registered)'],
  ['not told', null, 'unknown (missing-property)'],
])('accountEnabled: %s', (_, accountEnabled, expected) => {
  expect(judged({ user: { accountEnabled } })).toBe(expected);
});

it('comes before guest', () => {
  expect(judged({ user: { accountEnabled: false, userType: 'Guest' } })).toBe(
    'out-of-scope (disabled)',
  );
});
