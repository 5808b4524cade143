import { assessed } from '../../__testUtils__/facts';

it.each([
  ['disabled', false, 'out-of-scope (disabled)'],
  ['enabled', true, 'covered (registered)'],
  ['not told', null, 'unknown (missing-property)'],
])('accountEnabled: %s', (_, accountEnabled, expected) => {
  expect(assessed({ user: { accountEnabled } })).toBe(expected);
});

it('comes before guest', () => {
  expect(assessed({ user: { accountEnabled: false, userType: 'Guest' } })).toBe(
    'out-of-scope (disabled)',
  );
});
