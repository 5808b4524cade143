import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { userEntity } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../migrations');
const name = '20261121121320_person_entity.js';

/** Another User that names the same person. */
function second(number: number, namespace: string) {
  const entity = userEntity(number);
  return { ...entity, metadata: { ...entity.metadata, namespace } };
}

describe.each(databases.eachSupportedId())(
  'the migration of further Users on %s',
  databaseId => {
    it('goes down and up with people who have several, and finds them again', async () => {
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      sync.source.pages['catalog-users']!.push([
        second(1, 'hr'),
        second(1, 'x'),
      ]);
      await sync.run();
      const before = await sync.published();
      expect(before.furtherUsers).toEqual([
        '1 user:hr/person1',
        '1 user:x/person1',
      ]);

      await knex.migrate.down({ directory, name });
      expect(await knex.schema.hasTable('person_entity')).toBe(false);

      await knex.migrate.up({ directory, name });
      expect((await sync.published()).people).toEqual(before.people);
      expect(await sync.size('person_entity')).toBe(0);
      // Judged anew, because the catalog is another one.
      sync.source.pages['catalog-users']!.push([second(2, 'x')]);
      await sync.run();
      expect((await sync.published()).furtherUsers).toEqual([
        '1 user:hr/person1',
        '1 user:x/person1',
        '2 user:x/person2',
      ]);
    });
  },
);
