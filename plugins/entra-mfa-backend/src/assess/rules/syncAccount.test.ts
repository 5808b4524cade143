import { judged } from '../../__testUtils__/facts';

it.each([
  ['Sync_SRV01_1a2b3c4d5e6f@contoso.onmicrosoft.com', 'out-of-scope (sync)'],
  ['sync_srv01_1a2b3c4d5e6f@CONTOSO.onmicrosoft.com', 'out-of-scope (sync)'],
  ['Sync_SRV01@contoso.com', 'covered (registered)'],
  ['data.Sync_team@contoso.onmicrosoft.com', 'covered (registered)'],
])('%s', (userPrincipalName, expected) => {
  expect(judged({ user: { userPrincipalName } })).toBe(expected);
});
