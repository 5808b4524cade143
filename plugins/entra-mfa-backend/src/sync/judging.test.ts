import { TestDatabases } from '@backstage/backend-test-utils';
import {
  groupEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())(
  'judging after a sync on %s',
  databaseId => {
    async function createSync() {
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      return sync;
    }

    it('lets nobody be uncovered for want of a licence', async () => {
      const sync = await createSync();
      sync.source.before = dataSet => {
        if (dataSet === 'registrations') {
          throw new GraphRequestError(
            403,
            'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
            null,
            false,
          );
        }
      };
      await sync.run();
      expect((await sync.published()).states).toEqual([
        'unknown (no-licence)',
        'unknown (no-licence)',
        'unknown (no-licence)',
      ]);
      expect((await sync.lastRun()).collectors).toContainEqual(
        expect.objectContaining({
          data_set: 'registrations',
          outcome: 'skipped',
        }),
      );

      sync.source.before = () => {};
      await sync.run();
      expect((await sync.published()).states[1]).toBe(
        'uncovered (not-registered)',
      );
    });

    it('waits for a second read before somebody without a row is uncovered', async () => {
      const sync = await createSync();
      sync.source.pages.registrations = [[reportRow(1), reportRow(2)]];
      const third = async () => {
        await sync.run();
        return (await sync.published()).states[2];
      };
      expect(await third()).toBe('unknown (no-row-yet)');
      expect(await third()).toBe('uncovered (no-row)');
      expect(await third()).toBe('uncovered (no-row)');
    });

    it('counts a future hire from the hire date on, though nothing else changed', async () => {
      const sync = await createSync();
      sync.source.pages.users = [
        [userRow(1), userRow(2, { employeeHireDate: '2026-11-22T15:30:00Z' })],
      ];
      await sync.run();
      expect((await sync.published()).states[1]).toBe(
        'out-of-scope (future-hire)',
      );
      sync.now = new Date('2026-11-22T00:00:00Z');
      await sync.run();
      expect((await sync.published()).states[1]).toBe(
        'uncovered (not-registered)',
      );
    });

    it('joins by object id, else by mail, and each catalog user once', async () => {
      const sync = await createSync();
      sync.source.pages.users = [
        [
          userRow(1),
          userRow(2, { mail: 'Shared@contoso.com' }),
          userRow(3, { mail: 'shared@contoso.com' }),
          userRow(4, { mail: null }),
        ],
      ];
      const byMail = (number: number, email: string) => {
        const entity = userEntity(number);
        return {
          ...entity,
          metadata: { ...entity.metadata, annotations: {} },
          spec: { profile: { email } },
        };
      };
      sync.source.pages['catalog-users'] = [
        [
          userEntity(1),
          byMail(2, 'SHARED@contoso.com'),
          byMail(4, 'person4@CONTOSO.com'),
          byMail(5, 'person1@contoso.com'),
        ],
      ];

      await sync.run();

      const { people, furtherUsers, unmatched } = await sync.published();
      expect(people.map(person => person.entity_ref)).toEqual([
        'user:default/person1',
        'user:default/person2',
        null,
        'user:default/person4',
      ]);
      expect(furtherUsers).toEqual(['1 user:default/person5']);
      expect(unmatched).toEqual([]);
    });

    it('counts everybody once, and ends, where groups are each other’s parents', async () => {
      const sync = await createSync();
      sync.source.pages['catalog-groups'] = [
        [
          groupEntity('a', 'c'),
          groupEntity('b', 'a'),
          groupEntity('c', 'b'),
          groupEntity('d', 'd'),
          groupEntity('e', 'nowhere'),
        ],
      ];
      sync.source.pages['catalog-memberships'] = [
        [userEntity(1, ['c', 'a', 'd', 'gone']), userEntity(2, ['b', 'e'])],
      ];

      await sync.run();

      const { counts } = await sync.published();
      expect(counts.map(row => [row.team_ref.slice(-1), row.people])).toEqual([
        ['', 3],
        ['a', 2],
        ['b', 2],
        ['c', 1],
        ['d', 1],
        ['e', 1],
      ]);
    });
  },
);
