import { TestDatabases } from '@backstage/backend-test-utils';
import { resolve } from 'path';
import { reportRow, userEntity, userRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { tenantId } from '../__testUtils__/testTenant';
import { migrateTestDatabase, TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const migration = {
  directory: resolve(__dirname, '../../migrations'),
  name: '20261128120100_search_text.js',
};

const names = [
  'İlker Öztürk',
  'Ana Straße',
  'Erik Ångström'.normalize('NFD'),
  'Σίσυφος Παππάς',
  'Георгий ЖУКОВ',
  'Plain Name',
  '100 %_\\',
];
const teams = [
  'İstanbul',
  'Straßenbau',
  'Ångström Labs'.normalize('NFD'),
  'Τμήμα Σίσυφος',
  'ЖУКОВ',
  'Plain',
];

const finds: [kind: 'people' | 'teams', typed: string, found: number[]][] = [
  ['people', 'ilker', [0]],
  ['people', 'İLKER ÖZTÜRK', [0]],
  ['people', 'ozturk', [0]],
  ['people', 'STRASSE', [1]],
  ['people', 'ångström', [2]],
  ['people', 'Angstrom', [2]],
  ['people', 'ΣΊΣΥΦΟΣ', [3]],
  ['people', 'παππας', [3]],
  ['people', 'Жуков', [4]],
  ['people', 'PLAIN', [5]],
  ['people', 'PERSON6@', [6]],
  ['people', '%_\\', [6]],
  ['people', '%', [6]],
  ['teams', 'istanbul', [0]],
  ['teams', 'ISTANBUL', [0]],
  ['teams', 'STRASSEN', [1]],
  ['teams', 'angstrom', [2]],
  ['teams', 'Ångström', [2]],
  ['teams', 'σίσυφος', [3]],
  ['teams', 'жук', [4]],
  ['teams', 'Group:default/TEAM5', [5]],
  ['teams', '%', []],
];

describe.each(databases.eachSupportedId())('searching on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    await migrateTestDatabase(knex);
    sync = new TestSync(knex, { tenantId });
    sync.source.pages = {
      organization: [[{ id: tenantId, displayName: 'Contoso' }]],
      users: [
        names.map((displayName, number) => userRow(number, { displayName })),
      ],
      registrations: [names.map((_, number) => reportRow(number, false))],
      'catalog-users': [names.map((_, number) => userEntity(number))],
      'catalog-groups': [
        teams.map((title, number) => ({
          kind: 'Group',
          metadata: { name: `team${number}`, title },
        })),
      ],
    };
    await sync.run();
    api = await startTestApi(sync);
    expect((await api.post('/reviews').send({})).status).toBe(200);
  });

  afterAll(() => api.stop());

  const get = async (path: string) => (await api.get(path)).body.items;
  const find = {
    people: async (q: string) =>
      (await get(`/people?q=${q}`)).map(({ id }: { id: string }) =>
        Number(id.slice(-2)),
      ),
    teams: async (q: string) =>
      (await get(`/teams?q=${q}`)).map(({ ref }: { ref: string }) =>
        Number(ref.slice(-1)),
      ),
  };

  it.each(finds)('finds %s by %s', async (kind, typed, found) => {
    const q = encodeURIComponent(typed);
    expect(await find[kind](q)).toEqual(found);
    if (kind === 'people') {
      const items = await get(`/reviews/1/items?q=${q}`);
      expect(
        items.map(({ id }: { id: string }) => Number(id.slice(-2))),
      ).toEqual(found);
    }
  });

  it('is folded in rows that were there before, and unfolded on the way back', async () => {
    const { knex } = sync;
    const texts = () =>
      knex('person').orderBy('object_id').pluck('search_text');
    const folded = await texts();
    const foldedTeams = await knex('team').orderBy('team_ref');

    await knex.migrate.down(migration);
    expect(await texts()).toEqual(
      names.map((name, number) =>
        `${name}\nperson${number}@contoso.com`.toLowerCase(),
      ),
    );
    expect(await knex('team').first()).not.toHaveProperty('search_text');

    await knex.migrate.up(migration);
    expect(await texts()).toEqual(folded);
    expect(await knex('team').orderBy('team_ref')).toEqual(foldedTeams);
    // Nothing is written anew for it.
    await sync.run();
    expect(await sync.size('person')).toBe(names.length);
    expect(await sync.size('team')).toBe(teams.length);
  });
});
