import { assessed } from '../../__testUtils__/facts';

it.each([
  ['Guest', false, 'out-of-scope (guest)'],
  ['guest', false, 'out-of-scope (guest)'],
  ['GUEST', false, 'out-of-scope (guest)'],
  ['Guest', true, 'covered (registered)'],
  ['Member', false, 'covered (registered)'],
  [null, false, 'unknown (missing-property)'],
])('user type %s, guests counted: %s', (userType, countGuests, expected) => {
  expect(assessed({ user: { userType } }, { countGuests })).toBe(expected);
});

it('does not take a converted guest for one', () => {
  const userPrincipalName = 'ada_partner.com#EXT#@contoso.onmicrosoft.com';
  expect(assessed({ user: { userPrincipalName } })).toBe(
    'covered (registered)',
  );
});
