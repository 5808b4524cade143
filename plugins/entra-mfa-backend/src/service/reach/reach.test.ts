import {
  serviceSorts,
  sortOrders,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { objectId, ownedEntity, userEntity } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const group = (name: string) => `group:default/${name}`;
const tier = (value: string) => ({
  annotations: { 'entra-mfa/tier': value },
});

/** Who owns what in the tenant of `createTestTenant`. */
const owned = [
  ownedEntity('checkout-web', [group('checkout')], {
    metadata: { title: 'Checkout web', ...tier('1') },
    system: 'system:default/shop',
  }),
  ownedEntity('ledger', [group('payments')], {
    spec: { lifecycle: 'experimental' },
    metadata: { labels: { 'entra-mfa/tier': '2' } },
  }),
  // Persons 1, 2 and 11 are in both, person 2 is named besides.
  ownedEntity(
    'payments-api',
    [group('payments'), group('checkout'), 'user:default/person2'],
    { kind: 'API', spec: { type: 'openapi' }, metadata: tier('1') },
  ),
  ownedEntity('platform', [group('engineering')], {
    kind: 'Resource',
    spec: { type: 'database', lifecycle: null },
  }),
  ownedEntity('routes', [group('field')]),
  ownedEntity('tool', ['user:default/person2']),
  ownedEntity('orphan', [group('gone'), 'user:default/person9']),
];

describe.each(databases.eachSupportedId())('reach on %s', databaseId => {
  let api: TestApi;
  let sync: TestSync;

  beforeAll(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
    sync.source.pages['catalog-ownership'] = [
      owned.slice(0, 3),
      owned.slice(3),
    ];
    // Person 2 is a Global Administrator.
    sync.source.pages['role-assignments'] = [
      [
        {
          id: 'assignment-1',
          principalId: objectId(2),
          roleDefinitionId: '62e90394-69f5-4237-9190-012177145e10',
          directoryScopeId: '/',
        },
      ],
    ];
    await sync.run();
    // Payments with Checkout has four people in scope, Field three.
    api = await startTestApi(sync, { smallTeams: { hideBelow: 4 } });
  });

  afterAll(() => api.stop());

  async function services(query = '', caller: Caller = 'security') {
    const { body } = await api.get(`/services?${query}`, caller);
    return routes.getServices.response.parse(body);
  }

  async function owners(entity: string, query = '', caller?: Caller) {
    const { body } = await api.get(
      `/entities/${entity}/owners?${query}`,
      caller,
    );
    return routes.getEntityOwners.response.parse(body);
  }

  const names = (items: { ref: string }[]) =>
    items.map(({ ref }) => ref.split('/')[1]);

  it.each([
    ['component/default/checkout-web', [3, 2, 1, 0, 0, 1, 0]],
    ['component/default/ledger', [5, 3, 1, 0, 1, 1, 0]],
    // Everybody once, though three people own it through two teams and one by name besides.
    ['api/default/payments-api', [5, 3, 1, 0, 1, 1, 0]],
    // The people of the sub-teams belong to the team above.
    ['resource/default/platform', [5, 3, 1, 0, 1, 1, 0]],
    ['component/default/routes', [4, 1, 1, 1, 0, 0, 0]],
    ['component/default/tool', [1, 0, 1, 0, 0, 1, 0]],
    ['component/default/orphan', [0, 0, 0, 0, 0, 0, 2]],
  ])('counts the owners of %s', async (entity, expected) => {
    const { figure } = await owners(entity);
    expect([
      figure!.people,
      figure!.covered,
      figure!.uncovered,
      figure!.unknown,
      figure!.phoneOnly,
      figure!.privilegedUncovered,
      figure!.ownersNotFound,
    ]).toEqual(expected);
  });

  it('tells of an entity what the catalog says, and who owns it', async () => {
    const answer = await owners('API/default/Payments-API');
    expect(answer.basis).toBe('registered');
    expect(answer.entity).toEqual({
      ref: 'api:default/payments-api',
      title: 'payments-api',
      kind: 'api',
      type: 'openapi',
      lifecycle: 'production',
      tier: '1',
      systemRef: null,
    });
    expect(answer.owners).toEqual([
      { ref: group('checkout'), title: 'CHECKOUT', found: true },
      { ref: group('payments'), title: 'PAYMENTS', found: true },
      { ref: 'user:default/person2', title: null, found: true },
    ]);
    expect(
      answer.people.map(({ displayName, state, phoneOnly }) => [
        displayName,
        state,
        phoneOnly,
      ]),
    ).toEqual([
      ['Person 2', 'uncovered', false],
      ['Person 6', 'covered', true],
    ]);
    const orphan = await owners('component/default/orphan');
    expect(orphan.owners.map(({ found }) => found)).toEqual([false, false]);
    const checkout = await owners('component/default/checkout-web');
    expect(checkout.entity).toMatchObject({
      title: 'Checkout web',
      systemRef: 'system:default/shop',
    });
    const none = await api.get('/entities/component/default/none/owners');
    expect(none.status).toBe(404);
  });

  it.each<[string, string[]]>([
    [
      'sort=uncovered',
      [
        'checkout-web',
        'ledger',
        'payments-api',
        'platform',
        'routes',
        'tool',
        'orphan',
      ],
    ],
    [
      'sort=coverage',
      [
        'tool',
        'routes',
        'checkout-web',
        'ledger',
        'payments-api',
        'platform',
        'orphan',
      ],
    ],
    [
      'sort=phoneOnly',
      [
        'ledger',
        'payments-api',
        'platform',
        'checkout-web',
        'orphan',
        'routes',
        'tool',
      ],
    ],
    [
      'sort=name',
      [
        'checkout-web',
        'ledger',
        'orphan',
        'payments-api',
        'platform',
        'routes',
        'tool',
      ],
    ],
    [
      'sort=privileged&lifecycle=production',
      ['checkout-web', 'payments-api', 'tool', 'orphan', 'routes'],
    ],
    ['kind=api,resource', ['payments-api', 'platform']],
    ['lifecycle=experimental', ['ledger']],
    ['tier=1,2&sort=name', ['checkout-web', 'ledger', 'payments-api']],
    ['tier=1&kind=component', ['checkout-web']],
    ['tier=9', []],
    [
      'sort=name&order=desc',
      [
        'tool',
        'routes',
        'platform',
        'payments-api',
        'orphan',
        'ledger',
        'checkout-web',
      ],
    ],
    // Whom nobody owns has no coverage, in either direction.
    [
      'sort=coverage&order=desc',
      [
        'ledger',
        'payments-api',
        'platform',
        'checkout-web',
        'routes',
        'tool',
        'orphan',
      ],
    ],
    [
      'order=asc',
      [
        'orphan',
        'checkout-web',
        'ledger',
        'payments-api',
        'platform',
        'routes',
        'tool',
      ],
    ],
    ['q=Checkout W', ['checkout-web']],
    ['q=resource:DEFAULT/plat', ['platform']],
    ['q=%C3%96rp', ['orphan']],
    ['q=p%C3%A4yments&kind=api', ['payments-api']],
    ['q=%25', []],
  ])('lists services by %s', async (query, expected) => {
    const { items } = await services(query);
    expect(names(items)).toEqual(expected);
    const first = await services(`${query}&limit=1&count=true`);
    expect(first.totalItems).toBe(expected.length);
  });

  it('pages through every service once, in order, by any sort', async () => {
    const ordered = serviceSorts.flatMap(sort =>
      sortOrders.map(order => `sort=${sort}&order=${order}`),
    );
    for (const order of ordered) {
      const all = await services(order);
      const found: string[] = [];
      let cursor = '';
      do {
        const page = await services(`${order}&limit=2${cursor}`);
        expect(page.groups === undefined).toBe(cursor !== '');
        found.push(...names(page.items));
        const { nextCursor } = page.pageInfo;
        cursor = nextCursor ? `&cursor=${nextCursor}` : '';
      } while (cursor);
      expect(found).toEqual(names(all.items));
    }
  });

  it('counts what there is', async () => {
    const { groups } = await services('limit=1&kind=api');
    expect(groups).toEqual([
      { kind: 'component', lifecycle: 'production', tier: null, count: 3 },
      { kind: 'api', lifecycle: 'production', tier: '1', count: 1 },
      { kind: 'component', lifecycle: 'experimental', tier: '2', count: 1 },
      { kind: 'component', lifecycle: 'production', tier: '1', count: 1 },
      { kind: 'resource', lifecycle: null, tier: null, count: 1 },
    ]);
  });

  it.each<[string, Record<string, string>]>([
    [
      'payments',
      {
        ledger: 'owner',
        'payments-api': 'owner',
        'checkout-web': 'sub-team',
        platform: 'parent',
      },
    ],
    [
      'checkout',
      {
        'checkout-web': 'owner',
        'payments-api': 'owner',
        ledger: 'parent',
        platform: 'parent',
      },
    ],
    ['field', { routes: 'owner' }],
    ['vacant', {}],
  ])('tells what %s reaches, and how', async (team, expected) => {
    const { body } = await api.get(`/teams/group/default/${team}/services`);
    const { items, groups } = routes.getTeamServices.response.parse(body);
    expect(
      Object.fromEntries(
        items.map(({ ref, through }) => [ref.split('/')[1], through]),
      ),
    ).toEqual(expected);
    const sum = groups!.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(items.length);
  });

  it.each<[number, Record<string, string>]>([
    [
      2,
      {
        tool: 'owner',
        'payments-api': 'owner',
        'checkout-web': 'team',
        ledger: 'parent',
        platform: 'parent',
      },
    ],
    [6, { ledger: 'team', 'payments-api': 'team', platform: 'parent' }],
    [3, {}],
    [12, {}],
  ])('tells what person %s reaches', async (number, expected) => {
    const { body } = await api.get(
      `/people/${tenantId}/${objectId(number)}/services`,
    );
    const { items, person } = routes.getPersonServices.response.parse(body);
    expect(
      Object.fromEntries(
        items.map(({ ref, through }) => [ref.split('/')[1], through]),
      ),
    ).toEqual(expected);
    expect(person.phoneOnly).toBe(number === 6);
  });

  it('tells what a person reaches only to who may see the person', async () => {
    const path = (number: number) =>
      `/people/${tenantId}/${objectId(number)}/services`;
    expect((await api.get(path(2), 'self')).status).toBe(200);
    expect((await api.get(path(6), 'self')).status).toBe(404);
    expect((await api.get(path(8), 'lead')).status).toBe(404);
    expect((await api.get(path(2), 'countsOnly')).status).toBe(403);
  });

  describe('of few people', () => {
    const figures = async (caller: Caller, query = 'sort=uncovered') => {
      const { items } = await services(query, caller);
      return items.map(({ ref, owners: some }) => [
        ref.split('/')[1],
        some && some.uncovered,
      ]);
    };

    it('hides the figures from who may not see the names, and their place', async () => {
      // Without Payments, which is shown, payments-api would leave person 2 over.
      const expected = [
        ['ledger', 1],
        ['platform', 1],
        ['checkout-web', null],
        ['orphan', 0],
        ['payments-api', null],
        ['routes', null],
        ['tool', null],
      ];
      expect(await figures('countsOnly')).toEqual(expected);
      for (const sort of serviceSorts.filter(one => one !== 'name')) {
        for (const order of sortOrders) {
          const query = `sort=${sort}&order=${order}`;
          expect(await figures('countsOnly', query)).toEqual(expected);
        }
      }
    });

    it('shows them to who may see all of the people', async () => {
      expect(Object.fromEntries(await figures('lead'))).toMatchObject({
        'checkout-web': 1,
        tool: 1,
        routes: null,
      });
      expect(Object.fromEntries(await figures('self'))).toMatchObject({
        'checkout-web': null,
        tool: 1,
      });
    });

    it('names nobody to who may not see them', async () => {
      const path = 'api/default/payments-api';
      const some = async (caller: Caller) => {
        const { people, visibility } = await owners(path, '', caller);
        return [visibility, people.map(({ displayName }) => displayName)];
      };
      expect(await some('security')).toEqual(['all', ['Person 2', 'Person 6']]);
      expect(await some('lead')).toEqual(['some', ['Person 2', 'Person 6']]);
      expect(await some('self')).toEqual(['some', ['Person 2']]);
      expect(await some('countsOnly')).toEqual(['none', []]);
      const { body } = await api.get(
        '/entities/component/default/tool/owners',
        'countsOnly',
      );
      expect(body.figure).toBeNull();
    });
  });

  describe('when it changes', () => {
    const before = encodeURIComponent('2026-11-21T09:30:00Z');

    it('shows the new figure and keeps what was', async () => {
      const past = await services();
      register(sync, 2);
      await sync.run();
      expect((await owners('component/default/tool')).figure).toMatchObject({
        covered: 1,
        uncovered: 0,
      });
      expect((await services(`at=${before}`)).items).toEqual(past.items);
      // Only the counts of owners are others: what is owned is written once.
      expect(await sync.size('owned_entity')).toBe(owned.length);
    });

    it('follows the catalog: other owners, other words, gone', async () => {
      const past = await services(`at=${before}`);
      sync.source.pages['catalog-ownership'] = [
        [
          ...owned.slice(1, 6),
          ownedEntity('orphan', [group('field')], {
            metadata: { title: 'No orphan' },
          }),
        ],
      ];
      sync.source.pages['catalog-memberships']![0].push(
        userEntity(3, ['field']),
      );
      await sync.run();
      expect(names((await services('sort=name')).items)).toEqual([
        'ledger',
        'orphan',
        'payments-api',
        'platform',
        'routes',
        'tool',
      ]);
      const orphan = await owners('component/default/orphan');
      expect(orphan.entity.title).toBe('No orphan');
      expect(orphan.figure).toMatchObject({ people: 5, ownersNotFound: 0 });
      expect(orphan.figure).toEqual(
        (await owners('component/default/routes')).figure,
      );
      const gone = await api.get(
        '/entities/component/default/checkout-web/owners',
      );
      expect(gone.status).toBe(404);
      expect((await services(`at=${before}`)).items).toEqual(past.items);
      expect(
        (await owners('component/default/checkout-web', `at=${before}`)).figure,
      ).toMatchObject({ uncovered: 1 });
    });
  });
});
