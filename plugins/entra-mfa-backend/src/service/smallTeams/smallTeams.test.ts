import {
  sortOrders,
  teamSorts,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  groupEntity,
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

const databases = TestDatabases.one();

/** The first and last person of each team without sub-teams; every third person is uncovered. */
const members = {
  ledger: [1, 3],
  checkout: [11, 16],
  field: [21, 29],
  audit: [31, 32],
  guild: [41, 44],
  desk: [51, 53],
  lab: [61, 63],
  bench: [71, 76],
};

const numbersOf = ([from, to]: number[]) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/**
 * Company > Payments > Ledger (3) and Checkout (6); Company > Field (9); and apart from it Audit (2),
 * Guild (4), Desk (3, led by the owner), Lab (3 of its own) > Bench (6), and Vacant, which has nobody.
 */
async function createTenant(sync: TestSync) {
  const all = Object.values(members).flatMap(numbersOf);
  const desk = groupEntity('desk');
  const ofOwner = { type: 'ownedBy', targetRef: 'user:default/owner' };
  sync.source.pages = {
    organization: [[{ id: tenantId, displayName: 'Contoso' }]],
    users: [all.map(number => userRow(number))],
    registrations: [all.map(number => reportRow(number, number % 3 !== 0))],
    'catalog-users': [all.map(number => userEntity(number))],
    'catalog-groups': [
      [
        groupEntity('company'),
        groupEntity('payments', 'company'),
        groupEntity('ledger', 'payments'),
        groupEntity('checkout', 'payments'),
        groupEntity('field', 'company'),
        groupEntity('audit'),
        groupEntity('guild'),
        groupEntity('vacant'),
        groupEntity('lab'),
        groupEntity('bench', 'lab'),
        { ...desk, relations: [ofOwner] },
      ],
    ],
    'catalog-memberships': [
      Object.entries(members).flatMap(([team, range]) =>
        numbersOf(range).map(number => userEntity(number, [team])),
      ),
    ],
  };
}

describe.each(databases.eachSupportedId())('small teams on %s', databaseId => {
  let api: TestApi;
  let sync: TestSync;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    sync = new TestSync(knex, { tenantId });
    await createTenant(sync);
    await sync.run();
    api = await startTestApi(sync, { smallTeams: {}, exposure: 'groups' });
  });

  afterAll(() => api?.stop());

  const teams = async (caller: Caller, query = '') =>
    routes.getTeams.response.parse(
      (await api.get(`/teams${query}`, caller)).body,
    ).items;
  const team = async (name: string, caller: Caller) =>
    routes.getTeam.response.parse(
      (await api.get(`/teams/group/default/${name}`, caller)).body,
    );
  const namesOf = (items: { ref: string; hidden: boolean }[]) =>
    items.filter(({ hidden }) => hidden).map(({ ref }) => ref.slice(14));

  it.each<[Caller, string[]]>([
    ['security', []],
    ['service', []],
    // Ledger is small, and Checkout would tell it, as Payments is told; so would Bench tell Lab's own.
    ['countsOnly', ['audit', 'bench', 'checkout', 'desk', 'guild', 'ledger']],
    ['self', ['audit', 'bench', 'checkout', 'desk', 'guild', 'ledger']],
    ['owner', ['audit', 'bench', 'checkout', 'guild', 'ledger']],
    // May see Payments by name, so nothing of it is hidden, and nothing hides behind it.
    ['lead', ['audit', 'bench', 'desk', 'guild']],
  ])('hides from %s the figures of %j', async (caller, expected) => {
    const items = await teams(caller, '?sort=name');
    expect(namesOf(items)).toEqual(expected);
    const blank = {
      people: null,
      coverage: null,
      direct: null,
      phoneOnly: null,
      unknown: null,
      change30Days: null,
      forecast: null,
    };
    for (const item of items.filter(({ hidden }) => hidden)) {
      expect(item).toMatchObject(blank);
      expect(await team(item.ref.slice(14), caller)).toMatchObject({
        ...blank,
        hidden: true,
        counts: null,
        series: [],
        names: 'hidden',
      });
    }
    for (const item of items.filter(({ hidden }) => !hidden)) {
      expect(item.coverage).not.toBeNull();
    }
  });

  it.each<Caller>(['service', 'security'])(
    'hides from %s, who shows on what it reads, what nobody by name hides',
    async caller => {
      const query = '?sort=name&withoutNames=true';
      const items = await teams(caller, query);
      expect(items).toEqual(await teams('countsOnly', '?sort=name'));
      expect(namesOf(items)).toContain('ledger');
    },
  );

  it('hides them among the sub-teams of a team that is shown', async () => {
    const { children, coverage, counts } = await team('payments', 'countsOnly');
    expect(namesOf(children).sort()).toEqual(['checkout', 'ledger']);
    expect(coverage).toMatchObject({ covered: 6, uncovered: 3 });
    expect(counts!.people).toBe(9);
    const lab = await team('lab', 'countsOnly');
    expect(lab).toMatchObject({ hidden: false, people: 9, direct: null });
    expect((await team('lab', 'security')).direct).not.toBeNull();
  });

  it.each(
    teamSorts
      .filter(sort => sort !== 'name')
      .flatMap(sort => sortOrders.map(order => [sort, order])),
  )(
    'does not tell them by the order %s %s, on any page',
    async (sort, direction) => {
      const order = async (caller: Caller) => {
        const refs: string[] = [];
        let cursor = '';
        do {
          const { body } = await api.get(
            `/teams?sort=${sort}&order=${direction}&limit=2&count=true${cursor}`,
            caller,
          );
          const page = routes.getTeams.response.parse(body);
          refs.push(...page.items.map(({ ref }) => ref.slice(14)));
          expect(page.totalItems).toBe(11);
          const next = page.pageInfo.nextCursor;
          cursor = next === null ? '' : `&cursor=${next}`;
        } while (cursor);
        return refs;
      };
      // Behind all others, by name.
      const hidden = namesOf(await teams('countsOnly')).concat(
        sort === 'direct' ? ['lab'] : [],
      );
      expect((await order('countsOnly')).slice(-hidden.length)).toEqual(
        hidden.sort(),
      );
      expect(await order('security')).toHaveLength(11);
    },
  );

  it('tells the catalog of none, whoever asks', async () => {
    const { groups } = routes.getEntityStatus.response.parse(
      (await api.get('/entity-status', 'service')).body,
    );
    const hidden = groups.filter(group => group.hidden);
    expect(hidden.map(({ entityRef }) => entityRef.slice(14))).toEqual([
      'audit',
      'bench',
      'checkout',
      'desk',
      'guild',
      'ledger',
    ]);
    for (const { permille, met, covered, uncovered } of hidden) {
      expect([permille, met, covered, uncovered]).toEqual(Array(4).fill(null));
    }
  });

  it('counts people of a team only as far as they are seen', async () => {
    const count = async (caller: Caller, name: string) =>
      (
        await api.get(
          `/people?count=true&team=group:default/${name}&state=uncovered`,
          caller,
        )
      ).body.totalItems;
    expect(await count('security', 'ledger')).toBe(1);
    expect(await count('countsOnly', 'ledger')).toBe(0);
    expect(await count('owner', 'ledger')).toBe(0);
    expect(await count('owner', 'desk')).toBe(1);
  });
});

it('leaves out of a history the days on which a team was small, and what changed since', async () => {
  const knex = await databases.init(databases.eachSupportedId()[0][0]);
  const sync = new TestSync(knex, { tenantId });
  await createTenant(sync);
  await sync.run();
  // Guild has its fifth and sixth person a month and a day later.
  sync.now = new Date('2026-12-23T08:00:00Z');
  const extra = [45, 46];
  sync.source.pages.users![0].push(...extra.map(number => userRow(number)));
  sync.source.pages.registrations![0].push(
    ...extra.map(number => reportRow(number)),
  );
  sync.source.pages['catalog-users']![0].push(
    ...extra.map(number => userEntity(number)),
  );
  sync.source.pages['catalog-memberships']![0].push(
    ...extra.map(number => userEntity(number, ['guild'])),
  );
  await sync.run();
  const api = await startTestApi(sync, { smallTeams: { hideBelow: 5 } });
  try {
    const guild = async (caller: Caller) => {
      const { body } = await api.get('/teams/group/default/guild', caller);
      const { series, change30Days, hidden } =
        routes.getTeam.response.parse(body);
      return { hidden, days: series.length, change30Days };
    };
    expect(await guild('security')).toEqual({
      hidden: false,
      days: 2,
      change30Days: 83,
    });
    expect(await guild('countsOnly')).toEqual({
      hidden: false,
      days: 1,
      change30Days: null,
    });
    const past = await api.get(
      '/teams/group/default/guild?at=2026-11-21',
      'countsOnly',
    );
    expect(past.body).toMatchObject({ hidden: true, coverage: null });
  } finally {
    await api.stop();
  }
});

it('forecasts from the days on which a team was large enough, in the list as on its page', async () => {
  const knex = await databases.init(databases.eachSupportedId()[0][0]);
  const sync = new TestSync(knex, { tenantId });
  await createTenant(sync);
  const { pages } = sync.source;
  // Desk has three people, and after two weeks twenty; then one of them registers each week.
  const extra = numbersOf([100, 116]);
  for (let week = 0; week < 9; week += 1) {
    if (week === 2) {
      pages.users!.push(extra.map(number => userRow(number)));
      pages['catalog-users']!.push(extra.map(number => userEntity(number)));
      pages['catalog-memberships']!.push(
        extra.map(number => userEntity(number, ['desk'])),
      );
    }
    if (week >= 2) {
      pages.registrations![1] = extra.map(number =>
        reportRow(number, number < 100 + week),
      );
    }
    sync.now = new Date(Date.UTC(2026, 8, 1 + week * 7, 8));
    await sync.runNow();
  }
  const api = await startTestApi(sync, { smallTeams: { hideBelow: 5 } });
  try {
    for (const [caller, weeks] of [
      ['security', 8],
      ['owner', 8],
      ['countsOnly', 6],
    ] as const) {
      const page = await api.get('/teams/group/default/desk', caller);
      const { forecast } = routes.getTeam.response.parse(page.body);
      expect(forecast).toMatchObject({ weeks });
      const list = await api.get('/teams?q=desk', caller);
      expect(
        routes.getTeams.response.parse(list.body).items[0].forecast,
      ).toEqual(forecast);
    }
  } finally {
    await api.stop();
  }
});
