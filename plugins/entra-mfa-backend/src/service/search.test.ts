import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException, type TestException } from '../__testUtils__/exceptions';
import {
  objectId,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { tenantId } from '../__testUtils__/testTenant';
import { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const names = [
  'İlker Öztürk',
  'Ana Straße',
  'Erik Ångström'.normalize('NFD'),
  'Σίσυφος Παππάς',
  'Георгий ЖУКОВ',
  'Plain Name',
  '100 %_\\',
];
const titles = [
  'İstanbul',
  'Straßenbau',
  'Ångström Labs'.normalize('NFD'),
  'Τμήμα Σίσυφος',
  'ЖУКОВ',
  'Plain',
];

const people: [typed: string, found: number[]][] = [
  ['ilker', [0]],
  ['İLKER ÖZTÜRK', [0]],
  ['ozturk', [0]],
  ['STRASSE', [1]],
  ['ångström', [2]],
  ['Angstrom', [2]],
  ['ΣΊΣΥΦΟΣ', [3]],
  ['παππας', [3]],
  ['Жуков', [4]],
  ['PLAIN', [5]],
  ['PERSON6@', [6]],
  ['%_\\', [6]],
  ['%', [6]],
];

const teams: [typed: string, found: number[]][] = [
  ['istanbul', [0]],
  ['ISTANBUL', [0]],
  ['STRASSEN', [1]],
  ['angstrom', [2]],
  ['Ångström', [2]],
  ['σίσυφος', [3]],
  ['жук', [4]],
  ['Group:default/TEAM5', [5]],
  ['%', []],
];

const reasons = [
  'Zieht nach İzmir',
  'ÜBERGANG bis zum Herbst',
  'Tréguier'.normalize('NFD'),
  'Άδεια',
  'ОТПУСК',
  'Groß 50 %_\\',
];

const exceptions: [typed: string, found: number[]][] = [
  ['izmir', [0]],
  ['übergang', [1]],
  ['Treguier', [2]],
  ['ΑΔΕΙΑ', [3]],
  ['отпуск', [4]],
  ['GROSS', [5]],
  ['%_\\', [5]],
  // Names of people, titles and refs of teams, and patterns.
  ['ozturk', [0]],
  ['PERSON1@', [1]],
  ['Жуков', []],
  ['Ångström', [2]],
  ['GROUP:default/team2', [2]],
  ['team9', [3]],
  ['^BOT', [4]],
  ['Default/Ada', [5]],
];

const services: [typed: string, found: number[]][] = [
  ...teams.filter(([typed]) => !typed.startsWith('Group:')),
  ['Component:default/SERVICE5', [5]],
];

describe.each(databases.eachSupportedId())('searching on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    sync = new TestSync(knex, { tenantId });
    sync.source.pages = {
      organization: [[{ id: tenantId, displayName: 'Contoso' }]],
      users: [
        names.map((displayName, number) => userRow(number, { displayName })),
      ],
      registrations: [names.map((_, number) => reportRow(number, false))],
      'catalog-users': [names.map((_, number) => userEntity(number))],
      'catalog-ownership': [
        titles.map((title, number) =>
          ownedEntity(`service${number}`, ['group:default/team0'], {
            metadata: { title },
          }),
        ),
      ],
      'catalog-groups': [
        titles.map((title, number) => ({
          kind: 'Group',
          metadata: { name: `team${number}`, title },
        })),
      ],
    };
    await sync.run();
    api = await startTestApi(sync);
    await api.post('/reviews').send({});
    const subjects: Pick<TestException, 'kind' | 'subject'>[] = [
      { subject: objectId(0) },
      { subject: objectId(1) },
      { kind: 'group', subject: 'group:default/team2' },
      { kind: 'group', subject: 'group:default/team9' },
      { kind: 'rule', subject: '^Bot-' },
      { subject: objectId(5) },
    ];
    for (const [number, subject] of subjects.entries()) {
      await putException(knex, {
        ...subject,
        tenantId,
        id: `e${number}`,
        reason: reasons[number],
        until: '2027-01-01',
        requestedAt: sync.now,
        requestedBy: `user:default/${number === 5 ? 'ada' : 'zoe'}`,
      });
    }
  });

  afterAll(() => api.stop());

  const numbers = async (path: string, key: 'id' | 'ref') =>
    (await api.get(path)).body.items.map((item: Record<string, string>) =>
      Number(item[key].slice(-1)),
    );
  const find = {
    people: (q: string) => numbers(`/people?q=${q}`, 'id'),
    'people of a review': (q: string) =>
      numbers(`/reviews/1/items?q=${q}`, 'id'),
    exceptions: (q: string) => numbers(`/exceptions?q=${q}`, 'id'),
    teams: (q: string) => numbers(`/teams?q=${q}`, 'ref'),
    services: (q: string) => numbers(`/services?q=${q}`, 'ref'),
  };

  it.each([
    ...people.map(row => ['people', ...row] as const),
    ...people.map(row => ['people of a review', ...row] as const),
    ...exceptions.map(row => ['exceptions', ...row] as const),
    ...teams.map(row => ['teams', ...row] as const),
    ...services.map(row => ['services', ...row] as const),
  ])('finds %s by %s', async (kind, typed, found) => {
    expect(await find[kind](encodeURIComponent(typed))).toEqual(found);
  });
});
