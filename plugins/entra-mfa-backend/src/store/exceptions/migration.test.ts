import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { putException } from '../../__testUtils__/exceptions';
import { objectId } from '../../__testUtils__/rows';
import { smallTenant } from '../../__testUtils__/smallTenant';
import { migrateTestDatabase, TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../../migrations');
const name = '20261121120300_exception.js';
/** It gives the table columns. */
const later = '20261129060000_steps.js';

describe.each(databases.eachSupportedId())(
  'the migration of exceptions on %s',
  databaseId => {
    it('goes down and up in a tenant with exempt people, and loses nobody', async () => {
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      const put = () =>
        putException(knex, {
          tenantId: sync.tenantId,
          id: 'e',
          subject: objectId(2),
          until: '2026-12-31',
          requestedAt: sync.now,
          approvedAt: sync.now,
        });
      await put();
      await sync.run();
      const before = (await sync.published()).people;
      expect(before.map(({ exception_id }) => exception_id)).toEqual([
        null,
        'e',
        null,
      ]);

      await knex.migrate.down({ directory, name: later });
      await knex.migrate.down({ directory, name });
      expect(await knex.schema.hasTable('exception')).toBe(false);
      const without = (await sync.published()).people;
      expect(without).toEqual(
        before.map(({ exception_id: _, ...person }) => person),
      );

      await knex.migrate.up({ directory, name });
      await knex.migrate.up({ directory, name: later });
      await put();
      await sync.run();
      expect((await sync.published()).people[1]).toMatchObject({
        state: 'exempt',
        exception_id: 'e',
      });
    });
  },
);
