import type { Knex } from 'knex';
import {
  directorySynchronization,
  globalAdministrator,
} from '../assess/roles/privilegedRoles';
import { groupEntity, objectId, reportRow, userEntity, userRow } from './rows';
import { TestSync } from './TestSync';
import { tenantId } from './testTenant';

const daysAgo = (days: number) =>
  new Date(Date.parse('2026-11-21T09:00:00Z') - days * 86_400_000);

const role = (number: number, roleDefinitionId = globalAdministrator) => ({
  id: `r${number}`,
  principalId: objectId(number),
  roleDefinitionId,
  directoryScopeId: '/',
});

/**
 * A tenant that changes, synced 100 days before 21 November 2026, 40 days before, and on that day.
 *
 * | person | is | on the list as |
 * | --- | --- | --- |
 * | 1 | covered, in Payments | |
 * | 2 | privileged and covered | privileged |
 * | 3 | privileged and uncovered, in Payments | privileged, no-method |
 * | 4 | disabled, with a role | privileged |
 * | 5 | covered; the catalog user is gone | left-but-enabled |
 * | 6 | uncovered, in Payments | no-method |
 * | 7 | uncovered, made 10 days ago | new |
 * | 8 | uncovered, made 20 days ago | new, no-method |
 * | 9 | disabled; the catalog user is gone | |
 * | 10 | a guest, uncovered | |
 * | 11 | covered, never in the catalog | |
 * | 12 | deleted since | |
 * | 13 | made 30 days ago, no row yet | new, no-method |
 * | 14 | has an external method | |
 * | 15 | came, and left the catalog, since | new, left-but-enabled |
 * | 16 | a guest, made 5 days ago | new |
 * | 17 | an account of synchronisation, with its role | privileged |
 */
export async function createReviewTenant(knex: Knex): Promise<TestSync> {
  const sync = new TestSync(knex, { tenantId });
  const old = [1, 2, 3, 5, 6, 11, 14].map(number => userRow(number));
  const others = [
    userRow(4, { accountEnabled: false }),
    userRow(9, { accountEnabled: false }),
    userRow(10, { userType: 'Guest' }),
    userRow(17),
  ];
  const covered = [1, 2, 5, 11, 12, 15].map(number => reportRow(number));
  const uncovered = [3, 6, 7, 8, 10].map(number => reportRow(number, false));
  const external = reportRow(14, false, {
    methodsRegistered: ['externalAuthMethod'],
  });
  const entities = (...numbers: number[]) => [
    [...numbers, 1, 2, 3, 4, 6, 7, 8, 13, 14].map(number => userEntity(number)),
  ];
  sync.source.pages = {
    organization: [[{ id: tenantId, displayName: 'Contoso' }]],
    'role-assignments': [
      [role(2), role(3), role(4), role(17, directorySynchronization)],
    ],
    users: [[...old, ...others, userRow(12)]],
    registrations: [[...covered, ...uncovered, external]],
    'catalog-users': entities(5, 9, 12),
    'catalog-groups': [[groupEntity('payments')]],
    'catalog-memberships': [
      [1, 3, 6, 5].map(number => userEntity(number, ['payments'])),
    ],
  };
  sync.now = daysAgo(100);
  await sync.runNow();

  const joined = userRow(15, { createdDateTime: daysAgo(41).toISOString() });
  sync.source.pages.users = [[...old, ...others, joined]];
  sync.source.pages['catalog-users'] = entities(5, 9, 15);
  sync.now = daysAgo(40);
  await sync.runNow();

  const made = (number: number, days: number, rest: object = {}) =>
    userRow(number, { createdDateTime: daysAgo(days).toISOString(), ...rest });
  sync.source.pages.users = [
    [...old, ...others, joined],
    [made(7, 10), made(8, 20), made(13, 30)],
    [made(16, 5, { userType: 'Guest' })],
  ];
  sync.source.pages['catalog-users'] = entities();
  sync.now = daysAgo(0);
  await sync.runNow();
  return sync;
}

/** Whom the list of the first review has, with their reasons. */
export const expectedReview: Record<number, string[]> = {
  2: ['privileged'],
  3: ['privileged', 'no-method'],
  4: ['privileged'],
  5: ['left-but-enabled'],
  6: ['no-method'],
  7: ['new'],
  8: ['new', 'no-method'],
  13: ['new', 'no-method'],
  15: ['new', 'left-but-enabled'],
  16: ['new'],
};
