import { parse } from 'csv-parse/sync';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import { TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

type Row = Record<string, string>;

describe.each(databases.eachSupportedId())(
  'what a file says it is on %s',
  databaseId => {
    let sync: TestSync;
    let api: TestApi;
    let first: Date;

    beforeAll(async () => {
      sync = await createTestTenant(await databases.init(databaseId));
      await sync.run();
      first = sync.now;
      sync.now = new Date(first.getTime() + 24 * 3_600_000);
      register(sync, 2);
      await sync.run();
      api = await startTestApi(sync, { smallTeams: { hideBelow: 4 } });
    });

    afterAll(() => api.stop());

    async function fileOf(query: string) {
      const { text, status, headers } = await api.get(`/people.csv?${query}`);
      expect(status).toBe(200);
      const [, name] = /filename="(.*)"/.exec(headers['content-disposition'])!;
      const rows: Row[] = parse(text, { bom: true, columns: true });
      const [[...columns]]: string[][] = parse(text, { bom: true });
      return { text, name, rows, columns };
    }

    it('is of now, on every row and in its name', async () => {
      const { snapshot } = (await api.get('/overview')).body;
      const { rows, name } = await fileOf('names=true&state=covered,exempt');
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) {
        expect(row).toMatchObject({
          'Entra tenant id': tenantId,
          Tenant: 'Contoso',
          'As of': sync.now.toISOString(),
          Snapshot: '2',
          'Read at': sync.now.toISOString(),
          'Rules version': snapshot.rulesVersion,
          Filter: 'state=covered,exempt',
          Stale: 'no',
        });
      }
      expect(name).toBe(
        `mfa-people_contoso_2026-11-22_snapshot-2_rules-${snapshot.rulesVersion}_state-covered-exempt.csv`,
      );
      expect((await fileOf('names=true')).rows[0].Filter).toBe('none');
    });

    it('is of a past day', async () => {
      const { rows, name } = await fileOf('at=2026-11-21');
      expect(rows[0]).toMatchObject({
        'As of': '2026-11-21',
        Snapshot: '1',
        'Read at': first.toISOString(),
        // It was old at the end of that day already.
        Stale: 'yes',
      });
      expect(name).toMatch(
        /^mfa-people_contoso_as-of-2026-11-21_snapshot-1_rules-.*_stale_pseudonymous\.csv$/,
      );
      const then = await fileOf(`at=${first.toISOString()}`);
      expect(then.rows[0]).toMatchObject({
        'As of': first.toISOString(),
        Stale: 'no',
      });
      expect(then.name).not.toContain('stale');
    });

    it('is stale when the figures are', async () => {
      const { now } = sync;
      sync.now = new Date(now.getTime() + 7 * 3_600_000);
      try {
        const { rows, name } = await fileOf('names=true');
        expect(rows[0]).toMatchObject({ Stale: 'yes' });
        expect(name).toMatch(/_stale\.csv$/);
      } finally {
        sync.now = now;
      }
    });

    it('is said by a file without rows', async () => {
      const query = 'names=true&state=exempt&at=2026-11-21';
      const { rows, columns, name } = await fileOf(query);
      expect(rows).toEqual([]);
      expect(columns[0]).toBe('Name');
      expect(columns.at(-1)).toMatch(
        /^No rows\. Tenant: Contoso; As of: 2026-11-21; Snapshot: 1; .*Rules version: .+; Filter: state=exempt; Stale: yes$/,
      );
      expect(name).toContain('_as-of-2026-11-21_snapshot-1_');
      expect(name).toContain('_state-exempt_stale');
    });

    it('does not tell who it is of where it names nobody', async () => {
      const query = 'q=person2&team=group:default/field';
      const { text, name, columns } = await fileOf(query);
      expect(columns.at(-1)).toContain(
        'Filter: team=(small team); q=(withheld)',
      );
      for (const told of ['person2', 'field']) {
        expect(text.toLowerCase()).not.toContain(told);
        expect(name).not.toContain(told);
      }
      const named = await fileOf(`names=true&${query}`);
      expect(named.name).toContain('team-group-default-field-q-person2');
    });
  },
);

it('says that nothing was read yet', async () => {
  const knex = await databases.init('SQLITE_3');
  const api = await startTestApi(new TestSync(knex, { tenantId }));
  try {
    const { text, headers } = await api.get('/people.csv?names=true');
    expect(headers['content-disposition']).toContain(
      `"mfa-people_${tenantId}_no-snapshot.csv"`,
    );
    expect(text).toContain('No rows. Tenant: ');
  } finally {
    await api.stop();
  }
});
