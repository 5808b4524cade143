import { parse } from 'csv-parse/sync';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  createReviewTenant,
  expectedReview,
} from '../../__testUtils__/reviewTenant';
import { objectId } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import type { TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const note = 'Person 6 was asked by Ada';

type Row = Record<string, string>;

describe.each(databases.eachSupportedId())(
  'files of a review on %s',
  databaseId => {
    let sync: TestSync;
    let api: TestApi;

    const rowsOf = async (
      query = '',
      caller: Caller = 'security',
      from = api,
    ) => {
      const response = await from.get(`/reviews/1/items.csv?${query}`, caller);
      expect(response.status).toBe(200);
      const rows: Row[] = parse(response.text, { bom: true, columns: true });
      return { ...response, rows };
    };

    beforeAll(async () => {
      sync = await createReviewTenant(await databases.init(databaseId));
      api = await startTestApi(sync, { smallTeams: { hideBelow: 5 } });
      await api.post('/reviews').send({ title: 'For Ada' });
      const decide = (number: number, caller: Caller, body: object) =>
        api
          .post(`/reviews/1/items/${objectId(number)}/decision`, caller)
          .send(body);
      await decide(6, 'security', { decision: 'keep' });
      await decide(6, 'security', { decision: 'register', note });
      await decide(5, 'decider', { decision: 'no-account' });
      await decide(7, 'security', { decision: 'keep' });
    });

    afterAll(() => api.stop());

    it('are of closed reviews only', async () => {
      const { status, body } = await api.get('/reviews/1/items.csv');
      expect(`${status}: ${body.error.message}`).toContain(
        '409: Review 1 is open',
      );
      const closed = await api
        .post('/reviews/1/close')
        .send({ reason: 'Enough', open: 7 });
      expect(closed.status).toBe(200);
      expect((await api.get('/reviews/2/items.csv')).status).toBe(404);
    });

    it('give names, who decided what and when, and the note, to who may take them', async () => {
      const { rows, headers } = await rowsOf('&names=true');
      expect(headers['content-disposition']).toMatch(
        /"mfa-review-1_contoso_as-of-2026-11-21_snapshot-3_rules-[\w-]+\.csv"/,
      );
      const byId = new Map(rows.map(row => [row['Entra object id'], row]));
      expect(
        Object.fromEntries(
          [...byId].map(([id, row]) => [
            Number(id.slice(-2)),
            row['On the list as'].split(' '),
          ]),
        ),
      ).toEqual(expectedReview);
      expect(byId.get(objectId(6))).toMatchObject({
        Review: '1',
        'User principal name': 'person6@contoso.com',
        Decision: 'register',
        'Decided by': 'user:default/security',
        'Decided at': sync.now.toISOString(),
        Note: note,
        'Decisions before': '1',
        State: 'uncovered',
        Teams: 'PAYMENTS',
      });
      expect(byId.get(objectId(5))).toMatchObject({
        Decision: 'no-account',
        'Decided by': 'user:default/person1',
        Note: '',
        'Decisions before': '0',
      });
      for (const row of rows) {
        expect(row).toMatchObject({
          Tenant: 'Contoso',
          'As of': sync.now.toISOString(),
          Snapshot: '3',
          Filter: 'none',
          Stale: 'no',
        });
      }
      expect(byId.get(objectId(2))).toMatchObject({
        Decision: 'open',
        'Decided by': '',
        'Decided at': '',
      });
    });

    it('name nobody otherwise, in no order and with no time that could tell', async () => {
      const { rows, text, headers } = await rowsOf();
      expect(headers['content-disposition']).toContain('_pseudonymous.csv');
      expect(Object.keys(rows[0])).toEqual([
        'Review',
        'Pseudonym',
        'Key of the pseudonyms',
        'On the list as',
        'Decision',
        'Decided by (pseudonym)',
        'Decided on',
        'Decisions before',
        'Entra tenant id',
        'State',
        'Reason',
        'Not counted as',
        'Not counted by rule',
        'Registered',
        'Capable',
        'Strength',
        'Methods',
        'Marks',
        'Phone ends',
        'Privileged',
        'Teams',
        'In this state since',
        'Tenant',
        'As of',
        'Snapshot',
        'Read at',
        'Rules version',
        'Filter',
        'Stale',
      ]);
      const { items } = (await api.get('/reviews/1/items')).body;
      for (const { id, then } of items) {
        for (const name of [
          id,
          then.displayName,
          then.userPrincipalName,
          then.entityRef,
        ]) {
          expect(name === null || !text.includes(name)).toBe(true);
        }
      }
      for (const told of [note, 'Ada', 'user:', 'PAYMENTS']) {
        expect(text).not.toContain(told);
      }
      expect(text).toContain('(small team)');
      const pseudonyms = rows.map(row => row.Pseudonym);
      expect(pseudonyms).toEqual([...pseudonyms].sort());
      const decided = rows.filter(row => row.Decision !== 'open');
      expect(decided.map(row => row['Decided on'])).toEqual(
        Array(3).fill(sync.now.toISOString().slice(0, 10)),
      );
      // Two by one, one by another; and whoever it was is told comparable, not by name.
      const deciders = decided.map(row => row['Decided by (pseudonym)']);
      expect(new Set(deciders).size).toBe(2);
      expect(deciders.every(name => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    });

    it('have the same people and decisions, by name or not, and by the pseudonyms of other files', async () => {
      const told = (rows: Row[]) =>
        rows.map(row => `${row['On the list as']} ${row.Decision}`).sort();
      const { rows } = await rowsOf();
      expect(told(rows)).toEqual(told((await rowsOf('&names=true')).rows));
      const { text } = await api.get('/people.csv');
      for (const { Pseudonym } of rows) {
        expect(text).toContain(Pseudonym);
      }
      const { rows: found } = await rowsOf('&decision=register,no-account');
      expect(told(found)).toEqual([
        'left-but-enabled no-account',
        'no-method register',
      ]);
    });

    it('stay as they are when people and decisions of others change', async () => {
      const before = (await rowsOf('&names=true')).text;
      // What was read for the list grows old; the list does not.
      sync.now = new Date(sync.now.getTime() + 24 * 3_600_000);
      sync.source.pages.users = sync.source.pages.users!.map(page =>
        page.filter(one => (one as { id: string }).id !== objectId(7)),
      );
      await sync.run();
      expect((await rowsOf('&names=true')).text).toBe(before);
    });

    it('have whom the caller may see, and names only with the permission', async () => {
      const { rows } = await rowsOf('', 'lead');
      expect(rows.map(row => row['On the list as']).sort()).toEqual([
        'no-method',
        'privileged no-method',
      ]);
      const named = await api.get('/reviews/1/items.csv?names=true', 'lead');
      expect(`${named.status}: ${named.body.error.message}`).toContain(
        '403: You need the permission entra-mfa.people.export',
      );
      for (const caller of ['countsOnly', 'nobody'] as const) {
        const { status } = await api.get('/reviews/1/items.csv', caller);
        expect(status).toBe(403);
      }
    });

    it('without a key say how to make one', async () => {
      const without = await startTestApi(sync, { exports: {} });
      try {
        const { status, body } = await without.get('/reviews/1/items.csv');
        expect(`${status}: ${body.error.message}`).toMatch(/^503.*openssl/);
        await rowsOf('&names=true', 'security', without);
      } finally {
        await without.stop();
      }
    });
  },
);
