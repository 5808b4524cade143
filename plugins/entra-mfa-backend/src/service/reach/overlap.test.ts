import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  groupEntity,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { tenantId } from '../../__testUtils__/testTenant';
import { TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The first and last person of each team: Payments and Field have 11 and 12 in common. */
const members = { payments: [1, 12], field: [11, 22], guild: [31, 40] };
const numbersOf = ([from, to]: number[]) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const [payments, field, guild] = Object.keys(members).map(
  name => `group:default/${name}`,
);
const owned = [
  ownedEntity('apart', [payments, guild]),
  ownedEntity('both', [payments, field]),
  ownedEntity('one-more', [payments, guild, 'user:default/person21']),
  ownedEntity('one-of-them', [payments, 'group:default/gone']),
  ownedEntity('single', [field]),
];

describe.each(databases.eachSupportedId())(
  'owners who overlap on %s',
  databaseId => {
    let api: TestApi;

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex, { tenantId });
      const all = [...new Set(Object.values(members).flatMap(numbersOf))];
      const ledBy = (name: string) => ({
        ...groupEntity(name),
        relations: [{ type: 'ownedBy', targetRef: 'user:default/owner' }],
      });
      sync.source.pages = {
        organization: [[{ id: tenantId, displayName: 'Contoso' }]],
        users: [all.map(number => userRow(number))],
        registrations: [all.map(number => reportRow(number, number % 3 !== 0))],
        'catalog-users': [all.map(number => userEntity(number))],
        'catalog-groups': [
          [ledBy('payments'), ledBy('field'), groupEntity('guild')],
        ],
        'catalog-memberships': [
          Object.entries(members).flatMap(([team, range]) =>
            numbersOf(range).map(number => userEntity(number, [team])),
          ),
        ],
        'catalog-ownership': [owned],
      };
      await sync.run();
      api = await startTestApi(sync, { smallTeams: { hideBelow: 5 } });
    });

    afterAll(() => api?.stop());

    const figures = async (caller: Caller) => {
      const { body } = await api.get('/services?sort=uncovered', caller);
      return routes.getServices.response
        .parse(body)
        .items.map(({ ref, owners }) => [
          ref.split('/')[1],
          owners && owners.uncovered,
        ]);
    };

    const shown = [
      ['apart', 7],
      ['one-of-them', 4],
      ['single', 4],
    ];

    it('shows everything to who sees all names', async () => {
      expect(Object.fromEntries(await figures('security'))).toEqual({
        apart: 7,
        both: 7,
        'one-more': 8,
        'one-of-them': 4,
        single: 4,
      });
    });

    it('leaves nobody over by subtracting, and shows it by no place in the list', async () => {
      const hidden = [
        ['both', null],
        ['one-more', null],
      ];
      expect(await figures('countsOnly')).toEqual([...shown, ...hidden]);
      // May see the people of Payments, and not those of Field.
      expect(await figures('lead')).toEqual([...shown, ...hidden]);
      const { body } = await api.get(
        '/entities/component/default/both/owners',
        'countsOnly',
      );
      expect(body.figure).toBeNull();
    });

    it('shows it to who sees the names of all of the owners', async () => {
      expect(await figures('owner')).toEqual([
        ...shown,
        ['both', 7],
        ['one-more', null],
      ]);
    });
  },
);
