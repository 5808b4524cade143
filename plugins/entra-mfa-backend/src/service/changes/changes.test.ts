import {
  changeSorts,
  sortOrders,
  type ChangeKind,
  type Changes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
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
import { testRules } from '../../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.one();

type Row = { id: string };

async function weeksOf(api: TestApi, query: string, caller?: Caller) {
  const { body } = await api.get(`/changes/weeks?${query}`, caller);
  return routes.getChangeWeeks.response.parse(body);
}

/** Each week says what the list of changes says of it. */
async function expectAsListed(api: TestApi, query: string, caller?: Caller) {
  const { weeks } = await weeksOf(api, query, caller);
  const of = query.replace(/at=[^&]*&?/, '');
  for (const { from, to, gained, lost } of weeks) {
    const { body } = await api.get(
      `/changes?from=${from}&to=${to}&${of}`,
      caller,
    );
    const { counts } = routes.getChanges.response.parse(body);
    expect({ from, gained, lost }).toEqual({
      from,
      gained: counts && counts.gained,
      lost: counts && counts.lost,
    });
  }
  return weeks.map(({ lost }) => lost);
}

/** Changes rows of a data set from the next read on. */
function edit(
  sync: TestSync,
  dataSet: 'users' | 'registrations' | 'catalog-memberships',
  change: (rows: Row[]) => unknown[],
) {
  const { pages } = sync.source;
  pages[dataSet] = [change(pages[dataSet]!.flat() as Row[])];
}

function report(sync: TestSync, number: number, row: object) {
  edit(sync, 'registrations', rows =>
    rows.map(old => (old.id === objectId(number) ? row : old)),
  );
}

function user(sync: TestSync, number: number, row: object | null) {
  edit(sync, 'users', rows => [
    ...rows.filter(({ id }) => id !== objectId(number)),
    ...(row ? [row] : []),
  ]);
}

/**
 * | at | what happens |
 * | --- | --- |
 * | 1 Nov | the first sync |
 * | 10 Nov | 1 and 3 lose their registration, 2 registers, 6 gets an app |
 * | 15 Nov | 8 leaves, 20 joins, 10 is renamed, 3 registers again; 1 moves from Payments to Field |
 * | 20 Nov | guests count: the rules change; 12 is disabled |
 */
async function createHistory(knex: Parameters<typeof createTestTenant>[0]) {
  const sync = await createTestTenant(knex);
  const runAt = async (day: string, options = {}) => {
    sync.now = new Date(`2026-11-${day}T12:00:00Z`);
    sync.source.refreshedAt = new Date(`2026-11-${day}T02:00:00Z`);
    await sync.runNow(options);
  };
  await runAt('01');
  report(sync, 1, reportRow(1, false));
  report(sync, 3, reportRow(3, false));
  report(sync, 6, reportRow(6));
  register(sync, 2);
  await runAt('10');
  user(sync, 8, null);
  user(sync, 20, userRow(20));
  user(sync, 10, userRow(10, { displayName: 'Dame Ten' }));
  report(sync, 3, reportRow(3));
  edit(sync, 'registrations', rows => [...rows, reportRow(20)]);
  edit(sync, 'catalog-memberships', ([, ...rest]) => [
    userEntity(1, ['field']),
    ...rest,
  ]);
  await runAt('15');
  user(sync, 12, userRow(12, { accountEnabled: false }));
  await runAt('20', { rules: { ...testRules, countGuests: true } });
  sync.now = new Date('2026-11-21T08:00:00Z');
  return sync;
}

describe.each(databases.eachSupportedId())('changes on %s', databaseId => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi(
      await createHistory(await databases.init(databaseId)),
    );
  });

  afterAll(() => api.stop());

  async function changes(query: string, caller?: Caller): Promise<Changes> {
    const { body, status } = await api.get(`/changes?${query}`, caller);
    expect({ status, error: body.error }).toEqual({ status: 200 });
    return routes.getChanges.response.parse(body);
  }

  const kinds = ({ items }: Changes) =>
    items.map(({ kind, id }) => `${kind} ${Number(id.slice(-2))}`);

  const counted = ({ counts }: Changes) =>
    Object.fromEntries(Object.entries(counts!).filter(([, n]) => n > 0));

  const all: Partial<Record<ChangeKind, number>> = {
    lost: 1,
    left: 1,
    joined: 1,
    gained: 1,
    upgraded: 1,
    scope: 1,
    certainty: 1,
    rule: 1,
    renamed: 1,
  };

  it('counts everybody once, the most important kind first, there and back as nothing', async () => {
    const found = await changes('from=2026-11-01');
    expect(counted(found)).toEqual(all);
    expect(found.people).toBe(9);
    expect(kinds(found)).toEqual([
      'lost 1',
      'left 8',
      'joined 20',
      'gained 2',
      'upgraded 6',
      'scope 12',
      'rule 4',
      'certainty 7',
      'renamed 10',
    ]);
    expect(found.items[0]).toMatchObject({
      at: '2026-11-10T12:00:00.000Z',
      entityRef: 'user:default/person1',
      before: { state: 'covered', registered: true, tier: 'app-or-token' },
      after: { state: 'uncovered', registered: false },
      teams: [{ ref: 'group:default/field', title: 'FIELD' }],
    });
    const [left, joined] = [found.items[1], found.items[2]];
    expect(left.after).toBeNull();
    expect(left.teams).toEqual([
      { ref: 'group:default/field', title: 'FIELD' },
    ]);
    expect(joined.before).toBeNull();
    expect(found.items[8]).toMatchObject({
      before: { displayName: 'Person 10' },
      after: { displayName: 'Dame Ten' },
    });
  });

  it.each([
    [
      'from=2026-11-09&to=2026-11-11',
      ['lost 1', 'lost 3', 'gained 2', 'upgraded 6', 'certainty 7'],
    ],
    [
      'from=2026-11-11&to=2026-11-16',
      ['left 8', 'joined 20', 'gained 3', 'renamed 10'],
    ],
    [
      '',
      ['left 8', 'joined 20', 'gained 3', 'scope 12', 'rule 4', 'renamed 10'],
    ],
    [
      'to=2026-11-10T12:00:00Z',
      ['lost 1', 'lost 3', 'gained 2', 'upgraded 6', 'certainty 7'],
    ],
    ['from=2026-11-20', []],
    ['from=2026-11-01&kind=lost,left', ['lost 1', 'left 8']],
    [
      'from=2026-11-01&team=group:default/payments',
      ['lost 1', 'gained 2', 'upgraded 6'],
    ],
    [
      'from=2026-11-01&team=group:default/payments&subTeams=false',
      ['lost 1', 'upgraded 6'],
    ],
    [
      'from=2026-11-01&team=group:default/field',
      ['lost 1', 'left 8', 'rule 4', 'certainty 7', 'renamed 10'],
    ],
    ['from=2026-11-16&team=group:default/payments', []],
    [`from=2026-11-01&person=${objectId(6)}`, ['upgraded 6']],
    [`from=2026-11-01&person=${objectId(3)}`, []],
    ['from=2026-11-01&team=group:default/nowhere', []],
    ['from=2026-11-01&kind=lost,gained&order=desc', ['gained 2', 'lost 1']],
    [
      'from=2026-11-01&sort=name',
      // Person 10 is called Dame Ten by now.
      [
        'renamed 10',
        'lost 1',
        'scope 12',
        'gained 2',
        'joined 20',
        'rule 4',
        'upgraded 6',
        'certainty 7',
        'left 8',
      ],
    ],
    [
      'from=2026-11-01&sort=at',
      [
        'rule 4',
        'scope 12',
        'left 8',
        'renamed 10',
        'joined 20',
        'lost 1',
        'gained 2',
        'upgraded 6',
        'certainty 7',
      ],
    ],
    [
      'from=2026-11-01&sort=at&order=asc&kind=gained,renamed,rule',
      ['gained 2', 'renamed 10', 'rule 4'],
    ],
    // By either name, by the user principal name, and of who left.
    ['from=2026-11-01&q=D%C3%A4me', ['renamed 10']],
    [
      'from=2026-11-01&q=person 1&sort=name',
      ['renamed 10', 'lost 1', 'scope 12'],
    ],
    ['from=2026-11-01&q=PERSON8@', ['left 8']],
    ['from=2026-11-01&q=person1&kind=scope', ['scope 12']],
    ['from=2026-11-01&q=nobody', []],
  ])('%s', async (query, expected) => {
    const found = await changes(query);
    expect(kinds(found)).toEqual(expected);
    const { totalItems } = await changes(`${query}&count=true&limit=1`);
    expect(totalItems).toBe(expected.length);
    const sum = Object.values(found.counts!).reduce((a, b) => a + b, 0);
    expect(sum).toBe(found.people);
  });

  it('counts everybody, whom a text finds or not', async () => {
    const found = await changes('from=2026-11-01&q=nobody');
    expect(counted(found)).toEqual(all);
    expect(found.people).toBe(9);
  });

  it.each(
    changeSorts.flatMap(sort =>
      sortOrders.map(order => [sort, order] as const),
    ),
  )(
    'reads page after page by %s %s, as it was at the first',
    async (sort, order) => {
      const ordered = `from=2026-11-01&sort=${sort}&order=${order}`;
      const whole = kinds(await changes(ordered));
      expect([...whole].sort()).toEqual(
        kinds(await changes('from=2026-11-01')).sort(),
      );
      for (const limit of [1, 2, 4]) {
        const pages: string[] = [];
        let cursor = '';
        do {
          const page = await changes(`${ordered}&limit=${limit}${cursor}`);
          expect(counted(page)).toEqual(all);
          pages.push(...kinds(page));
          const { nextCursor } = page.pageInfo;
          cursor = nextCursor ? `&cursor=${nextCursor}` : '';
        } while (cursor);
        expect(pages).toEqual(whole);
      }
    },
  );

  it('compares with the beginning of history, and says so', async () => {
    const found = await changes('from=2025-11-21');
    expect(found.sinceBeginning).toBe(true);
    expect(found.from?.at).toBe('2026-11-01T12:00:00.000Z');
    expect(kinds(found)).toHaveLength(9);
    expect((await changes('from=2026-11-01')).sinceBeginning).toBe(false);
  });

  it.each([
    [
      'from=2026-11-20&to=2026-11-10',
      400,
      "'from' must not be later than 'to'",
    ],
    ['from=2026-12-20', 400, "'from' must not lie in the future"],
    ['to=2026-12-20', 400, "'to' must not lie in the future"],
    ['from=yesterday', 400, "'from' must be a date"],
    ['kind=vanished', 400, 'kind'],
    ['to=2026-10-01', 404, 'it begins at'],
    ['tenant=another', 404, 'no such tenant'],
  ])('%s is refused with %d', async (query, expected, message) => {
    const { status, body } = await api.get(`/changes?${query}`);
    expect(status).toBe(expected);
    expect(body.error.message).toContain(message);
  });

  // Nothing before 1 Nov, which is a Sunday, and nothing in the week after it.
  it.each([
    ['', 'from 2026-11-15 to 2026-11-21: 0, 0', [1, 1]],
    ['at=2026-11-12', 'from 2026-11-08 to 2026-11-12: 1, 2', null],
    [
      'at=2026-11-15T13:00:00Z',
      'from 2026-11-08 to 2026-11-15T13:00:00Z: 1, 1',
      null,
    ],
    [
      'team=group:default/payments',
      'from 2026-11-15 to 2026-11-21: 0, 0',
      [1, 1],
    ],
    [
      'team=group:default/payments&subTeams=false',
      'from 2026-11-15 to 2026-11-21: 0, 0',
      [0, 1],
    ],
    // Person 1 has moved there.
    ['team=group:default/field', 'from 2026-11-15 to 2026-11-21: 0, 0', [0, 1]],
    [
      'team=group:default/nowhere',
      'from 2026-11-15 to 2026-11-21: 0, 0',
      [0, 0],
    ],
  ])(
    'counts by week, %s, as each week is listed',
    async (query, newest, before) => {
      const { weeks } = await weeksOf(api, query);
      const { from, to, gained, lost } = weeks[weeks.length - 1];
      expect(`from ${from} to ${to}: ${gained}, ${lost}`).toBe(newest);
      expect(weeks.map(week => [week.gained, week.lost])).toEqual([
        [0, 0],
        [0, 0],
        ...(before ? [before] : []),
        [gained, lost],
      ]);
      await expectAsListed(api, query);
    },
  );

  describe('who may see what', () => {
    const from = 'from=2026-11-01';

    it.each<[Caller, string, string[]]>([
      // Person 1 is in Field by now, and the lead leads Payments.
      ['lead', '', ['gained 2', 'upgraded 6']],
      ['self', '', ['gained 2']],
      ['countsOnly', '', []],
      ['lead', '&team=group:default/field', []],
    ])(
      '%s%s is shown whom they may see, and all counts',
      async (caller, query, expected) => {
        const found = await changes(from + query, caller);
        expect(kinds(found)).toEqual(expected);
        for (const sort of changeSorts) {
          const listed = await changes(
            `${from}${query}&sort=${sort}&count=true&limit=1`,
            caller,
          );
          expect(listed.totalItems).toBe(expected.length);
        }
        expect(found.people).toBe((await changes(from + query)).people);
        const text = JSON.stringify(found);
        for (const { id } of (await changes(from)).items) {
          const seen = expected.some(item =>
            item.endsWith(` ${Number(id.slice(-2))}`),
          );
          expect(text.includes(id)).toBe(seen);
        }
      },
    );

    it('a lead does not see who is on another team by now', async () => {
      // Until then person 1, who lost a registration, was in Payments.
      const found = await changes('from=2026-11-01&to=2026-11-12', 'lead');
      expect(kinds(found)).toEqual(['gained 2', 'upgraded 6']);
    });

    it('tells nothing of one person to who may not see them', async () => {
      const other = `${from}&person=${objectId(8)}`;
      expect((await changes(other, 'self')).people).toBe(0);
      expect((await changes(other)).people).toBe(1);
      expect((await api.get(`/changes?${other}`, 'countsOnly')).status).toBe(
        403,
      );
    });
  });
});

it('is empty before the first sync', async () => {
  const sync = await createTestTenant(
    await databases.init(databases.eachSupportedId()[0][0]),
  );
  const api = await startTestApi(sync);
  const { body } = await api.get('/changes');
  expect(await weeksOf(api, '')).toEqual({ weeks: [] });
  expect(routes.getChanges.response.parse(body)).toMatchObject({
    from: null,
    to: null,
    people: 0,
    items: [],
  });
  await api.stop();
  expect(tenantId).toBe(sync.tenantId);
});

it('hides the counts of a small team from who may not see its names', async () => {
  const sync = await createHistory(
    await databases.init(databases.eachSupportedId()[0][0]),
  );
  const api = await startTestApi(sync, { smallTeams: { hideBelow: 4 } });
  const countsOf = async (
    team: string,
    caller: Caller,
    query = '',
    day = '01',
  ) => {
    const { body } = await api.get(
      `/changes?from=2026-11-${day}&team=group:default/${team}${query}`,
      caller,
    );
    const { people, counts } = routes.getChanges.response.parse(body);
    expect(people === null).toBe(counts === null);
    return people;
  };
  // Without its sub-teams as well: a team that has none is its own members.
  for (const query of ['', '&subTeams=false']) {
    expect(await countsOf('checkout', 'security', query)).not.toBeNull();
    expect(await countsOf('checkout', 'lead', query, '16')).not.toBeNull();
    // With somebody who has moved to a team that the lead may not see.
    expect(await countsOf('checkout', 'lead', query)).toBeNull();
    expect(await countsOf('checkout', 'countsOnly', query)).toBeNull();
  }
  const whole = await api.get('/changes?from=2026-11-01', 'countsOnly');
  expect(whole.body.people).toBe(9);
  // Nobody changed in the first weeks; in the others, few did.
  const checkout = 'team=group:default/checkout';
  const field = 'team=group:default/field';
  expect(await expectAsListed(api, '', 'countsOnly')).toEqual([0, 0, 1, null]);
  expect(await expectAsListed(api, checkout, 'security')).toEqual([0, 0, 1, 0]);
  expect(await expectAsListed(api, checkout, 'countsOnly')).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(await expectAsListed(api, checkout, 'lead')).toEqual([
    null,
    null,
    null,
    0,
  ]);
  expect(await expectAsListed(api, field, 'countsOnly')).toContain(null);
  await api.stop();
});
