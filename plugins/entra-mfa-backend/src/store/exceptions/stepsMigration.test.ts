import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { putException } from '../../__testUtils__/exceptions';
import { objectId } from '../../__testUtils__/rows';
import { smallTenant } from '../../__testUtils__/smallTenant';
import { migrateTestDatabase, TestSync } from '../../__testUtils__/TestSync';
import { readExceptionsInForce } from './readExceptionsInForce';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../../migrations');
const name = '20261129060000_steps.js';

describe.each(databases.eachSupportedId())(
  'the migration of steps on %s',
  databaseId => {
    it('goes down and up with exceptions, and judges again once, by the time of old steps', async () => {
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      const { tenantId } = sync;
      const put = (id: string, number: number) =>
        putException(knex, {
          tenantId,
          id,
          subject: objectId(number),
          until: '2026-12-31',
          requestedAt: sync.now,
          approvedAt: sync.now,
        });
      await put('e', 2);
      await sync.run();
      const before = await sync.published();
      expect(before.states[1]).toBe('exempt (exception)');

      await knex.migrate.down({ directory, name });
      expect(await knex.schema.hasColumn('tenant', 'last_step')).toBe(false);
      expect(await sync.published()).toEqual(before);

      await knex.migrate.up({ directory, name });
      expect(await sync.published()).toEqual(before);
      const inForce = await readExceptionsInForce(knex, tenantId, sync.now, 0);
      expect(inForce.map(({ exception_id }) => exception_id)).toEqual(['e']);
      await sync.run();
      expect((await sync.published()).states).toEqual(before.states);

      await put('f', 3);
      await sync.run();
      expect((await sync.published()).people[2].exception_id).toBe('f');
      expect(
        await knex('snapshot').orderBy('snapshot').pluck('judged_step'),
      ).toEqual([null, 0, 1]);
    });
  },
);
