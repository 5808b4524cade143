import { assessed } from '../../__testUtils__/facts';

it.each([
  [
    'package_2b1c9f60-8a4e-4f0f-9d0e-0f4f3f6d1a11@contoso.com',
    'out-of-scope (bulk-enrolment)',
  ],
  [
    'Package_2B1C9F60-8A4E-4F0F-9D0E-0F4F3F6D1A11@contoso.com',
    'out-of-scope (bulk-enrolment)',
  ],
  ['package_handling@contoso.com', 'covered (registered)'],
])('%s', (userPrincipalName, expected) => {
  expect(assessed({ user: { userPrincipalName } })).toBe(expected);
});
