import type { AccountKind } from './account';
import {
  globalAdministrator,
  directorySynchronizationAccounts,
} from './roleTemplates';
import type { Registration } from './methodMix';

/** An account that is in every generated tenant, whatever its seed; in the first one with this object id. */
export type FixedAccount = {
  kind: AccountKind;
  id: string;
  displayName: string;
  userPrincipalName: string;
  mail: string | null;
  roles: readonly string[];
  registration: Registration;
};

const none: Registration = { methods: [], registered: false, capable: false };

const having = (...methods: string[]): Registration => ({
  methods,
  registered: true,
  capable: true,
});

const breakGlass = (
  number: number,
  id: string,
  registration: Registration,
): FixedAccount => ({
  kind: 'breakGlass',
  id,
  displayName: `Emergency Access ${number}`,
  userPrincipalName: `emergency${number}@contoso.onmicrosoft.com`,
  mail: null,
  roles: [globalAdministrator],
  registration,
});

const plain = (
  kind: AccountKind,
  id: string,
  displayName: string,
  userPrincipalName: string,
  mail: string | null,
  roles: readonly string[] = [],
): FixedAccount => ({
  kind,
  id,
  displayName,
  userPrincipalName,
  mail,
  roles,
  registration: none,
});

const sync = 'On-Premises Directory Synchronization Service Account';

/** Accounts of every tenant, however small. */
export const alwaysThere: readonly FixedAccount[] = [
  breakGlass(
    1,
    '70b7b99e-ffae-42c5-8ef1-6ef4db2779f4',
    having('fido2SecurityKey', 'hardwareOneTimePasscode'),
  ),
  breakGlass(
    2,
    '8f0c4c52-7d0e-4a53-9f54-20b3b6a1c7d2',
    having('passKeyDeviceBound'),
  ),
  breakGlass(3, 'c1d9b6a0-35f7-4f0a-8a0f-6f1f5f0d9e33', having('mobilePhone')),
  breakGlass(4, 'e46f2a7b-0b6d-4d5e-b7a1-93c2d1e8fa44', none),
  plain(
    'sync',
    '321e65d5-f2b3-4791-a902-8b2edd79dbb7',
    sync,
    'Sync_DC01_4b2f9d7ac1e3@contoso.onmicrosoft.com',
    null,
    [directorySynchronizationAccounts],
  ),
  plain(
    'sync',
    '5a90c0de-6b1f-4c39-8f0e-77c3a2b4d508',
    sync,
    'Sync_DC02_91d07be3f645@contoso.onmicrosoft.com',
    null,
    [directorySynchronizationAccounts],
  ),
];

/** Accounts that are added from a hundred people on. */
export const inLargerTenants: readonly FixedAccount[] = [
  ...[
    '0d3e5f61-8a24-4be7-9c10-5d2f7e81a3b6',
    '4c7a9b02-1e5d-4f38-a6c4-8b90d3e2f517',
    '9e1b6d84-27c0-4a5f-b3d8-f0a46c95e721',
  ].map(id =>
    plain(
      'bulkEnrolment',
      id,
      'Windows bulk enrolment',
      `package_${id}@contoso.onmicrosoft.com`,
      null,
    ),
  ),
  ...[
    ['2b8f1a7c-64d3-4e90-8c51-a7d09e3f6b12', 'Invoice Triage Agent', 'invoice'],
    ['6d50e9b3-f1a8-4c27-9be4-3c8f5a1d7042', 'Onboarding Agent', 'onboarding'],
  ].map(([id, name, part]) =>
    plain(
      'agent',
      id,
      name,
      `${part}.agent@contoso.com`,
      `${part}.agent@contoso.com`,
    ),
  ),
  ...[
    ['a3e7c5d9-08b2-4f16-b94a-1d6e2c7f8035', 'Invoices', 'invoices'],
    ['b81d4f20-c6e9-4735-8a0d-e95b37a2c64f', 'Front Desk', 'frontdesk'],
    ['d2964e3b-5f70-4c8a-92e1-7b0da8f3c516', 'Careers', 'careers'],
  ].map(([id, name, part]) =>
    plain('mailbox', id, name, `${part}@contoso.com`, `${part}@contoso.com`),
  ),
  ...[
    ['f7a2c9e4-3d18-4b06-a5f3-c0e8b6d1942a', 'Backup Service', 'svc-backup'],
    ['1c5e8d37-b9f4-40a2-8e6b-d4a7f2c0593e', 'Scanner Service', 'svc-scanner'],
  ].map(([id, name, part]) =>
    plain('service', id, name, `${part}@contoso.com`, null),
  ),
  ...[
    ['37f9a1d6-e2c4-4805-b7d0-6a8e5b3c1f94', 'Gwen Aldous', 'gwen.aldous'],
    ['58c2e7b0-9a6d-4f31-8d5c-0b4f7a9e2e63', 'Ilya Morozko', 'ilya.morozko'],
    ['7e04d8f2-1b5a-4c96-a0e7-b3c9d6f85a21', 'Sunniva Quist', 'sunniva.quist'],
  ].map(([id, name, part]) =>
    plain('leftover', id, name, `${part}@contoso.com`, null),
  ),
];

/** Somebody who fills a seat of a team. */
export type NamedPerson = {
  team: string;
  /** The seat within the team; the first seat leads it. */
  seat: number;
  givenName: string;
  surname: string;
};

/** People who fill the first seats of a team in the first tenant, if it has the team. */
export const namedPeople: readonly NamedPerson[] = [
  { team: 'Payments', seat: 0, givenName: 'Maya', surname: 'Oduya' },
  { team: 'Security', seat: 0, givenName: 'Jonas', surname: 'Lindqvist' },
  { team: 'Checkout', seat: 1, givenName: 'Tom', surname: 'Okonjo' },
  { team: 'Security', seat: 1, givenName: 'Priya', surname: 'Venkatesan' },
  {
    team: 'Governance and Risk',
    seat: 0,
    givenName: 'Ruth',
    surname: 'Amari',
  },
];
