import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { reportRow, userRow } from '../__testUtils__/rows';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const migration = {
  directory: resolve(__dirname, '../../migrations'),
  name: '20261128120100_search_text.js',
};

/** More than the migration takes at once, and not a multiple of it. */
const PEOPLE = 4_100;

it.each(databases.eachSupportedId())(
  'the migration of what is searched goes down and up with many people on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await migrateTestDatabase(knex);
    const sync = new TestSync(knex);
    const numbers = Array.from({ length: PEOPLE }, (_, number) => number);
    sync.source.pages = {
      users: [
        numbers.map(number => userRow(number, { displayName: `Ü ${number}` })),
      ],
      registrations: [numbers.map(number => reportRow(number))],
    };
    await sync.run();
    const like = (text: string) =>
      knex('person').where('search_text', 'like', text).count({ n: '*' });
    const counted = async (text: string) => Number((await like(text))[0].n);
    expect(await counted('u %')).toBe(PEOPLE);
    await knex.migrate.down(migration);
    expect(await counted('ü %')).toBe(PEOPLE);
    await knex.migrate.up(migration);
    expect(await counted('u %')).toBe(PEOPLE);
  },
);
