import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { ownedEntity, reportRow } from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import {
  migrateTestDatabase,
  testRules,
  TestSync,
} from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../migrations');
const name = '20261121121310_phone_ends.js';

const without = <Row extends { phone_ends: unknown }>(rows: Row[]) =>
  rows.map(({ phone_ends: _, ...rest }) => rest);

describe.each(databases.eachSupportedId())(
  'the migration of the end of phones on %s',
  databaseId => {
    it('goes down and up with people in it, and loses nobody', async () => {
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      const sync = new TestSync(knex);
      sync.source.pages = {
        ...smallTenant(),
        registrations: [
          [reportRow(1, true, { methodsRegistered: ['sms'] }), reportRow(2)],
        ],
        'catalog-ownership': [[ownedEntity('tool', ['user:default/person1'])]],
      };
      await sync.run();
      const { people, counts } = await sync.published();
      expect(people.map(({ phone_ends }) => phone_ends)).toEqual([
        '2027-02-01',
        null,
        null,
      ]);
      const owners = await knex('owner_coverage');

      await knex.migrate.down({ directory, name });
      const then = await sync.published();
      expect(then.people).toEqual(without(people));
      expect(then.counts).toEqual(without(counts));
      expect(await knex('owner_coverage')).toEqual(without(owners));

      await knex.migrate.up({ directory, name });
      const empty = await sync.published();
      expect(empty.people.map(({ phone_ends }) => phone_ends)).toEqual([
        null,
        null,
        null,
      ]);
      // Other settings: everybody is judged anew, and what is missing is written.
      await sync.run({ rules: { ...testRules, phoneDelivery: 'ends' } });
      expect((await sync.published()).people).toMatchObject([
        { phone_ends: '2027-02-01' },
        { phone_ends: null },
        { phone_ends: null },
      ]);
    });
  },
);
