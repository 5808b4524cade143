import { factsOf, type FactsOf } from '../__testUtils__/facts';
import { phoneEndsOf } from './phoneEnds';
import { globalAdministrator } from './roles/privilegedRoles';
import type { PersonRoles } from './types';

const phone = { methodsRegistered: ['mobilePhone'] };
const external = 'ada_fabrikam.com#EXT#@contoso.onmicrosoft.com';
const february = '2027-02-01';
const july = '2027-07-01';

const roles = (some: Partial<PersonRoles>): PersonRoles => ({
  active: [],
  eligible: [],
  groupsKnown: true,
  groupEligibilityKnown: true,
  ...some,
});

it.each<[string, FactsOf, string | null]>([
  ['everybody else', {}, february],
  [
    'a Global Administrator, by whatever way the role is held',
    { roles: roles({ active: ['another', globalAdministrator] }) },
    july,
  ],
  [
    'who is only eligible for it',
    { roles: roles({ eligible: [globalAdministrator] }) },
    february,
  ],
  [
    'another administrator',
    { roles: roles({ active: ['fe930be7-5e62-47db-91af-98c3a49a38b1'] }) },
    february,
  ],
  [
    'somebody of whom no roles are known',
    { roles: roles({ active: null, eligible: null, groupsKnown: false }) },
    february,
  ],
  [
    'an external guest',
    { user: { userType: 'Guest', userPrincipalName: external } },
    july,
  ],
  [
    'an external guest, in another spelling',
    { user: { userPrincipalName: external.toLowerCase() } },
    july,
  ],
  ['a converted guest', { user: { userPrincipalName: external } }, july],
  ['an internal guest', { user: { userType: 'Guest' } }, february],
  [
    'who has another method',
    { row: { methodsRegistered: ['mobilePhone', 'externalAuthMethod'] } },
    null,
  ],
  ['who is not registered', { row: { isMfaRegistered: false } }, null],
  ['who has no row', { row: null }, null],
])('ends for %s', (_, { row = phone, ...facts }, expected) => {
  const person = factsOf({
    ...facts,
    row: row && { ...phone, ...row },
  });
  expect(phoneEndsOf(person, {})).toBe(expected);
  expect(phoneEndsOf(person, { phoneDelivery: 'ends' })).toBe(expected);
  expect(phoneEndsOf(person, { phoneDelivery: 'national-cloud' })).toBeNull();
  expect(phoneEndsOf(person, { phoneDelivery: 'own-provider' })).toBeNull();
});
