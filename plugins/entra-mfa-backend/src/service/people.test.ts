import {
  naturalOrders,
  personSorts,
  sortOrders,
  type Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId, userRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';
import { codeVersion } from '../assess/codeVersions';
import type { SnapshotRow } from '../store/sql/tables';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function makeAccounts(
  sync: TestSync,
  created: Record<number, string | null>,
): void {
  sync.source.pages.users = sync.source.pages.users!.map(page =>
    (page as { id: string }[]).map(row => {
      const createdDateTime = created[Number(row.id.slice(-2))];
      return createdDateTime === undefined ? row : { ...row, createdDateTime };
    }),
  );
}

describe.each(databases.eachSupportedId())('people on %s', databaseId => {
  let api: TestApi;
  let sync: TestSync;

  beforeAll(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
    makeAccounts(sync, {
      1: '2026-08-22T09:00:01Z',
      2: null,
      3: '2026-11-07T09:00:00Z',
      4: '2026-08-22T09:00:00Z',
      6: '2026-11-07T09:00:01Z',
    });
    await sync.run();
    api = await startTestApi(sync);
  });

  afterAll(() => api.stop());

  async function list(query: string): Promise<Person[]> {
    const { body, status } = await api.get(`/people?limit=200&${query}`);
    expect(status).toBe(200);
    return routes.getPeople.response.parse(body).items;
  }

  const numbers = (people: Person[]) =>
    people.map(({ id }) => Number(id.slice(-2)));

  it.each([
    ['', [11, 1, 10, 12, 2, 3, 4, 5, 6, 7, 8]],
    ['state=uncovered', [12, 2, 8]],
    ['state=uncovered,unknown', [12, 2, 7, 8]],
    ['reason=no-row-yet', [7]],
    ['state=covered&reason=not-registered', []],
    ['tier=phone', [6]],
    ['tier=none,phone', [12, 2, 6, 8]],
    ['scopeClass=guest', [4]],
    ['scopeClass=guest,disabled', [4, 5]],
    ['mark=phone-only', [6]],
    ['mark=phone-only,registered-not-capable', [10, 6]],
    ['method=mobilePhone', [6]],
    ['method=mobile', []],
    ['method=%25', []],
    ['privileged=true', []],
    ['privileged=false', [11, 1, 10, 12, 2, 3, 4, 5, 6, 7, 8]],
    ['inCatalog=false', [12]],
    ['inCatalog=true&state=uncovered', [2, 8]],
    ['team=group:default/payments', [11, 1, 2, 5, 6]],
    ['team=group:default/payments&subTeams=false', [1, 5, 6]],
    ['team=Group:default/Engineering', [11, 1, 2, 5, 6]],
    ['team=group:default/engineering&subTeams=false', []],
    ['team=group:default/vacant', []],
    ['entityRef=user:default/person2', [2]],
    ['q=PERSON1', [11, 1, 10, 12]],
    ['q=contoso.com&state=unknown', [7]],
    ['q=_', []],
    ['q=%25', []],
    ['sort=name', [11, 1, 10, 12, 2, 3, 4, 5, 6, 7, 8]],
    ['sort=name&order=asc', [11, 1, 10, 12, 2, 3, 4, 5, 6, 7, 8]],
    ['sort=name&order=desc', [8, 7, 6, 5, 4, 3, 2, 12, 10, 1, 11]],
    ['order=asc', [8, 7, 6, 5, 4, 3, 2, 12, 10, 1, 11]],
    ['sort=tier', [5, 7, 12, 2, 8, 6, 11, 1, 10, 3, 4]],
    ['sort=tier&order=desc', [4, 3, 10, 1, 11, 6, 8, 2, 12, 7, 5]],
    ['sort=tier&order=desc&state=uncovered', [8, 2, 12]],
    // Made 14 and 91 days before the snapshot, a second later than that, and nobody knows when.
    ['minAgeDays=14&maxAgeDays=14', [3]],
    ['maxAgeDays=13', [6]],
    ['minAgeDays=91', [11, 10, 12, 4, 5, 7, 8]],
    ['minAgeDays=14&maxAgeDays=90', [1, 3]],
    ['minAgeDays=0', [11, 1, 10, 12, 3, 4, 5, 6, 7, 8]],
  ])('%s', async (query, expected) => {
    const people = await list(query);
    expect(numbers(people)).toEqual(expected);
    const { body } = await api.get(`/people?limit=1&count=true&${query}`);
    expect(body.totalItems).toBe(expected.length);
  });

  it('tells what is known of a person', async () => {
    const [person] = await list('q=person1@');
    expect(person).toEqual({
      tenant: tenantId,
      id: objectId(1),
      displayName: 'Person 1',
      userPrincipalName: 'person1@contoso.com',
      entityRef: 'user:default/person1',
      state: 'covered',
      reason: 'registered',
      scopeClass: null,
      scopeRule: null,
      registered: true,
      capable: true,
      tier: 'app-or-token',
      methods: ['microsoftAuthenticatorPush'],
      marks: [],
      phoneEnds: null,
      privileged: false,
      teams: [
        { ref: 'group:default/checkout', title: 'CHECKOUT' },
        { ref: 'group:default/payments', title: 'PAYMENTS' },
      ],
      since: '2026-11-21T09:00:00.000Z',
      sinceFirstRead: true,
      createdAt: '2026-08-22T09:00:01.000Z',
      enabled: true,
      enablementSince: '2026-08-22T09:00:01.000Z',
      leaveAt: null,
    });
  });

  async function walk(query: string): Promise<Person[]> {
    const found: Person[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await api.get(
        `/people?${query}${cursor ? `&cursor=${cursor}` : ''}`,
      );
      const page = routes.getPeople.response.parse(body);
      found.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return found;
  }

  it('pages through every person once, in order, at any page size and sort, there and back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...personSorts),
        fc.constantFrom(
          '',
          '&state=covered,uncovered',
          '&team=group:default/field',
        ),
        async (limit, sort, filter) => {
          const all = await list(`sort=${sort}${filter}`);
          const natural = naturalOrders.people[sort];
          for (const order of sortOrders) {
            const ordered = `sort=${sort}&order=${order}${filter}`;
            expect(await walk(`${ordered}&limit=${limit}`)).toEqual(
              order === natural ? all : [...all].reverse(),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('writes the same people to CSV, and no formula', async () => {
    for (const query of [
      '',
      'state=uncovered',
      'sort=tier&team=group:default/payments',
      'sort=name&order=desc&minAgeDays=14',
    ]) {
      const { text, headers } = await api.get(
        `/people.csv?names=true&${query}`,
      );
      expect(headers['content-type']).toContain('text/csv');
      const rows: Record<string, string>[] = parse(text, {
        bom: true,
        columns: true,
      });
      const people = await list(query);
      expect(rows.map(row => row['Entra object id'])).toEqual(
        people.map(({ id }) => id),
      );
      expect(rows.map(row => row.State)).toEqual(
        people.map(({ state }) => state),
      );
    }
    const { text } = await api.get('/people.csv?names=true&q=person11');
    const [row]: Record<string, string>[] = parse(text, {
      bom: true,
      columns: true,
    });
    expect(row.Name).toBe(`'=HYPERLINK("http://evil.example")`);
  });

  it('explains one person by the records and the rules that assessed them', async () => {
    const { body } = await api.get(`/people/${tenantId}/${objectId(7)}`);
    const detail = routes.getPerson.response.parse(body);
    expect(detail.tenant).toMatchObject({ id: tenantId, name: 'Contoso' });
    expect(
      detail.explanation.find(step => step.outcome === 'decided'),
    ).toMatchObject({
      rule: 'no-row',
      facts: {
        reportsWithoutRow: 1,
        row: false,
        enabledSince: '2024-01-01T00:00:00.000Z',
        reportRefreshedAt: '2026-11-20T10:00:00.000Z',
      },
    });
    expect(
      detail.records.map(({ dataSet, key, run }) => [dataSet, key, run]),
    ).toEqual([
      ['users', objectId(7), 1],
      ['catalog-users', 'user:default/person7', 1],
      ['catalog-memberships', 'user:default/person7|group:default/field', 1],
    ]);
    expect(detail.history).toMatchObject([
      { snapshot: 1, to: null, state: 'unknown', reason: 'no-row-yet' },
    ]);
  });

  it('shows what other code of the rules assessed as it is stored, and says so', async () => {
    const today = sync.knex<SnapshotRow>('snapshot').where({ snapshot: 1 });
    const { rules_version } = (await today.clone().first('rules_version'))!;
    const other = rules_version.replace(/^\d+/, '1');
    await today.clone().update({ rules_version: other });
    const { body } = await api.get(`/people/${tenantId}/${objectId(7)}`);
    await today.clone().update({ rules_version });
    const detail = routes.getPerson.response.parse(body);
    expect(detail.assessedBy).toEqual({ code: 1, today: codeVersion });
    expect(detail.explanation).toEqual([]);
    expect(detail.person).toMatchObject({
      state: 'unknown',
      reason: 'no-row-yet',
    });
    expect(detail.records).toHaveLength(3);
  });

  describe('when a sync publishes in the middle', () => {
    it('pages on through the list as it was, and shows the new one from the start', async () => {
      const first = await api.get(
        '/people?limit=3&state=uncovered,covered,unknown',
      );
      const before = await list('state=uncovered,covered,unknown');
      register(sync, 2);
      register(sync, 8);
      sync.source.pages.users![0].unshift(userRow(13, { displayName: 'Anna' }));
      await sync.runRefreshed(1);

      const { nextCursor } = first.body.pageInfo;
      const rest = await api.get(
        `/people?limit=200&state=uncovered,covered,unknown&cursor=${nextCursor}`,
      );
      expect(rest.body.snapshot.number).toBe(1);
      expect([...first.body.items, ...rest.body.items]).toEqual(before);
      expect(numbers(await list('state=uncovered'))).toEqual([12, 7]);
      expect(numbers(await list('reason=no-row-yet'))).toEqual([13]);
    });

    it('keeps what was', async () => {
      const at = encodeURIComponent('2026-11-21T09:30:00Z');
      expect(numbers(await list(`state=uncovered&at=${at}`))).toEqual([
        12, 2, 8,
      ]);
      for (const sort of personSorts) {
        const [all, back] = await Promise.all(
          sortOrders.map(order => list(`sort=${sort}&order=${order}&at=${at}`)),
        );
        expect(all).toHaveLength(11);
        expect(back).toEqual([...all].reverse());
        expect(await walk(`sort=${sort}&order=asc&at=${at}&limit=4`)).toEqual(
          all,
        );
      }
      const path = `/people/${tenantId}/${objectId(2)}`;
      const past = routes.getPerson.response.parse(
        (await api.get(`${path}?at=${at}`)).body,
      );
      expect(past.person.state).toBe('uncovered');
      expect(
        past.records.find(({ dataSet }) => dataSet === 'registrations'),
      ).toMatchObject({
        run: 1,
        body: { isMfaRegistered: false },
      });
      expect(past.history).toHaveLength(1);
      expect(past.history[0].to).toBeNull();

      const now = routes.getPerson.response.parse((await api.get(path)).body);
      expect(now.person.since).toBe('2026-11-21T10:00:00.000Z');
      expect(
        now.history.map(({ state, from, to, kind }) => [state, from, to, kind]),
      ).toEqual([
        ['covered', '2026-11-21T10:00:00.000Z', null, 'gained'],
        [
          'uncovered',
          '2026-11-21T09:00:00.000Z',
          '2026-11-21T10:00:00.000Z',
          null,
        ],
      ]);
      for (const { explanation, person } of [past, now]) {
        expect(
          explanation.find(({ outcome }) => outcome === 'decided'),
        ).toMatchObject({
          rule: 'basis',
          facts: { isMfaRegistered: person.registered },
        });
      }
    });
  });
});
