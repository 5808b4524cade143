import { assessed } from '../../__testUtils__/facts';
import {
  directorySynchronization,
  onPremisesDirectorySync,
} from '../roles/privilegedRoles';

it.each([
  ['Sync_SRV01_1a2b3c4d5e6f@contoso.onmicrosoft.com', 'out-of-scope (sync)'],
  ['sync_srv01_1a2b3c4d5e6f@CONTOSO.onmicrosoft.com', 'out-of-scope (sync)'],
  ['Sync_SRV1_0a1b2c@contoso.onmicrosoft.us', 'out-of-scope (sync)'],
  ['Sync_SRV1_0a1b2c@contoso.partner.onmschina.cn', 'out-of-scope (sync)'],
  ['ADToAADSyncServiceAccount@contoso.onmicrosoft.com', 'out-of-scope (sync)'],
  ['adtoaadsyncserviceaccount@contoso.onmicrosoft.us', 'out-of-scope (sync)'],
  [
    'ADToAADSyncServiceAccount_4b2f@contoso.partner.onmschina.cn',
    'out-of-scope (sync)',
  ],
  ['Sync_SRV01@contoso.com', 'covered (registered)'],
  ['ADToAADSyncServiceAccount@contoso.com', 'covered (registered)'],
  ['Sync_SRV01@contoso.onmicrosoft.com.example', 'covered (registered)'],
  ['Sync_@contoso.onmicrosoft.com', 'covered (registered)'],
  ['data.Sync_team@contoso.onmicrosoft.com', 'covered (registered)'],
])('%s', (userPrincipalName, expected) => {
  expect(assessed({ user: { userPrincipalName } })).toBe(expected);
});

it.each([
  [[directorySynchronization], 'out-of-scope (sync)'],
  [[onPremisesDirectorySync], 'out-of-scope (sync)'],
  [['62e90394-69f5-4237-9190-012177145e10'], 'covered (registered)'],
  [[], 'covered (registered)'],
  [null, 'covered (registered)'],
])('an account of any name with the roles %j', (active, expected) => {
  const roles = {
    active,
    eligible: null,
    groupsKnown: true,
    groupEligibilityKnown: true,
  };
  expect(assessed({ roles })).toBe(expected);
});
