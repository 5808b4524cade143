import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  groupEntity,
  objectId,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from './rows';
import type { TestDatabases } from './TestDatabases';
import { TestSync } from './TestSync';

/** The tenant of tests of the API. */
export const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';

/**
 * Engineering > Payments > Checkout, Field, and Vacant, which has nobody. Payments is owned by
 * user:default/owner, who is nobody's User.
 *
 * | person | is | in |
 * | --- | --- | --- |
 * | 1 | covered | Payments and Checkout |
 * | 2 | uncovered | Checkout |
 * | 3 | covered | no team |
 * | 4 | a guest | Field |
 * | 5 | disabled | Payments |
 * | 6 | phone only | Payments |
 * | 7 | without a row | Field |
 * | 8 | uncovered | Field |
 * | 10 | registered, not capable | Field |
 * | 11 | covered, with a formula for a name | Checkout |
 * | 12 | uncovered, not in the catalog | |
 *
 * Checkout owns the component checkout-web.
 *
 * Catalog user 9 is nobody in Entra, and report row 99 belongs to nobody.
 */
export async function createTestTenant(knex: Knex): Promise<TestSync> {
  const sync = new TestSync(knex, { tenantId });
  sync.source.pages = {
    organization: [[{ id: tenantId, displayName: 'Contoso' }]],
    users: [
      [1, 2, 3, 6, 7, 8, 10, 12].map(number => userRow(number)),
      [
        userRow(4, { userType: 'Guest' }),
        userRow(5, { accountEnabled: false }),
        userRow(11, { displayName: '=HYPERLINK("http://evil.example")' }),
      ],
    ],
    registrations: [
      [
        ...[1, 3, 4, 11, 99].map(number => reportRow(number)),
        ...[2, 8, 12].map(number => reportRow(number, false)),
        reportRow(6, true, { methodsRegistered: ['mobilePhone', 'email'] }),
        reportRow(10, true, { isMfaCapable: false }),
      ],
    ],
    'catalog-users': [
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(number => userEntity(number)),
    ],
    'catalog-groups': [
      [
        groupEntity('engineering'),
        ownedBy('user:default/owner', groupEntity('payments', 'engineering')),
        groupEntity('checkout', 'payments'),
        groupEntity('field'),
        groupEntity('vacant'),
      ],
    ],
    'catalog-ownership': [
      [ownedEntity('checkout-web', ['group:default/checkout'])],
    ],
    'catalog-memberships': [
      [
        userEntity(1, ['payments', 'checkout']),
        userEntity(2, ['checkout']),
        userEntity(4, ['field']),
        userEntity(5, ['payments']),
        userEntity(6, ['payments']),
        userEntity(7, ['field']),
        userEntity(8, ['field']),
        userEntity(9, ['field']),
        userEntity(10, ['field']),
        userEntity(11, ['checkout']),
      ],
    ],
  };
  return sync;
}

const firstSync = async (knex: Knex) => (await createTestTenant(knex)).run();

/** The same after its first sync, which is done once for all in a file that ask for it. */
export async function createSyncedTenant(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<TestSync> {
  const sync = await createTestTenant(await databases.prepared(id, firstSync));
  // As that sync left it.
  sync.now = new Date(sync.now.getTime() + 3_600_000);
  return sync;
}

function ownedBy(targetRef: string, group: ReturnType<typeof groupEntity>) {
  const relations = [...group.relations, { type: 'ownedBy', targetRef }];
  return { ...group, relations };
}

/** Lets a person register from the next read on. */
export function register(sync: TestSync, number: number): void {
  const rows = sync.source.pages.registrations!.flat() as { id: string }[];
  sync.source.pages.registrations = [
    rows.map(row => (row.id === objectId(number) ? reportRow(number) : row)),
  ];
}
