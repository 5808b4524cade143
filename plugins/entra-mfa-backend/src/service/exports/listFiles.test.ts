import type {
  BreakGlass,
  BreakGlassAccount,
  Change,
  Exception,
  ReachedService,
  RoleSummary,
  Run,
  Service,
  TeamSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { parse } from 'csv-parse/sync';
import { putException } from '../../__testUtils__/exceptions';
import { readWorkbook } from '../../__testUtils__/readWorkbook';
import { objectId } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  createTestTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

type Row = Record<string, string>;

const DAY = 86_400_000;
const breakGlassIds = [objectId(3), objectId(6)];
const aboutColumns = [
  'Tenant',
  'As of',
  'Snapshot',
  'Read at',
  'Rules version',
  'Filter',
  'Stale',
];
const small = { smallTeams: { hideBelow: 4 } };

const text = (value: unknown) =>
  value === null || value === undefined ? '' : String(value);

/** A list, its file, and what of an item a row of the file has, by column. */
interface List {
  list: string;
  file: string;
  query?: string;
  itemsOf?(body: BreakGlass): unknown[];
  told(item: never): Row;
  filter?: string;
  /** Whether the file can name people. */
  people?: boolean;
  refused: Caller;
}

const services = {
  told: ({ ref, title, ownerRefs, owners }: Service | ReachedService) => ({
    'Entity ref': ref,
    Name: title,
    Owners: ownerRefs.join('; '),
    'Not covered': text(owners?.uncovered),
  }),
  refused: 'nobody',
} as const;

const lists: List[] = [
  {
    list: '/teams',
    file: '/teams',
    query: 'sort=name&q=e',
    filter: 'q=e',
    told: (team: TeamSummary) => ({
      'Team ref': team.ref,
      Team: team.title,
      'Figures hidden': 'no',
      People: text(team.people),
      'Not covered': text(team.coverage?.uncovered),
      'Coverage (%)': text(
        team.coverage?.permille && team.coverage.permille / 10,
      ),
    }),
    refused: 'nobody',
  },
  { list: '/services', file: '/services', ...services },
  {
    list: '/teams/group/default/payments/services',
    file: '/teams/group/default/payments/services',
    query: 'kind=component',
    filter: 'team=group:default/payments; kind=component',
    ...services,
  },
  {
    list: '/roles',
    file: '/roles',
    told: (role: RoleSummary) => ({
      'Role id': role.id,
      Role: text(role.name),
      Privileged: 'yes',
      'Holds now: people': text(role.active?.people),
      'Holds now: not covered': text(role.active?.uncovered),
    }),
    refused: 'nobody',
  },
  {
    list: '/changes',
    file: '/changes',
    query: 'kind=gained,renamed',
    filter: 'kind=gained,renamed',
    told: (change: Change) => ({
      Change: change.kind,
      'Entra object id': change.id,
      Name: text(change.after?.displayName),
      'State before': text(change.before?.state),
      'State after': text(change.after?.state),
      'Changed at': change.at,
      Teams: change.teams.map(({ title }) => title).join('; '),
    }),
    people: true,
    refused: 'countsOnly',
  },
  {
    list: '/exceptions',
    file: '/exceptions',
    query: 'state=in-force,requested&sort=until',
    filter: 'state=in-force,requested',
    told: ({ id, subject, state, until, requested, decision }: Exception) => ({
      'Exception id': id,
      State: state,
      'It is for': subject.kind,
      Person: subject.kind === 'person' ? text(subject.name) : '',
      Team: subject.kind === 'group' ? text(subject.title) : '',
      Until: until,
      'Asked by': requested.by,
      'Decided by': text(decision?.by),
      'Note of the decision': text(decision?.note),
    }),
    people: true,
    refused: 'countsOnly',
  },
  {
    list: '/unmatched',
    file: '/unmatched',
    query: 'kind=catalog-user',
    filter: 'kind=catalog-user',
    told: ({ kind, key, label }: Row) => ({
      'Comes from': kind,
      'Entity ref or object id': key,
      Name: label,
    }),
    people: true,
    refused: 'lead',
  },
  {
    list: '/break-glass',
    file: '/break-glass',
    itemsOf: ({ accounts }) =>
      accounts.flatMap(account =>
        account.checks.map(check => ({ ...check, account })),
      ),
    told: ({
      account,
      check,
      outcome,
      code,
    }: BreakGlassAccount['checks'][number] & {
      account: BreakGlassAccount;
    }) => ({
      'Entra object id': account.id,
      Name: text(account.displayName),
      'Account as a whole': account.outcome,
      Check: check,
      Outcome: outcome,
      Found: code,
    }),
    people: true,
    refused: 'lead',
  },
  {
    list: '/runs',
    file: '/runs',
    told: (run: Run) => ({
      Run: String(run.number),
      State: run.state,
      'Started at': run.startedAt,
      'Ended at': text(run.endedAt),
      'Snapshot published': text(run.snapshot),
    }),
    refused: 'nobody',
  },
];

describe.each(databases.eachSupportedId())(
  'lists as files on %s',
  databaseId => {
    let sync: TestSync;
    let api: TestApi;

    beforeAll(async () => {
      sync = await createTestTenant(await databases.init(databaseId));
      sync.source.pages['role-assignments'] = [
        [1, 2, 3].map(number => ({
          id: `r${number}`,
          principalId: objectId(number),
          roleDefinitionId: globalAdministrator,
        })),
      ];
      const put = (id: string, subject: string, approved: boolean) =>
        putException(sync.knex, {
          tenantId,
          id,
          kind: subject.startsWith('group:') ? 'group' : 'person',
          subject,
          until: '2026-12-31',
          requestedAt: new Date(sync.now.getTime() - DAY),
          ...(approved && { approvedAt: sync.now }),
        });
      await put('of-10', objectId(10), true);
      await put('of-8', objectId(8), false);
      await put('of-field', 'group:default/field', true);
      const rules = {
        basis: 'registered' as const,
        targetPermille: 950,
        breakGlassIds,
        countGuests: false,
        listed: [],
        listedPatterns: [],
      };
      await sync.run({ rules });
      sync.now = new Date(sync.now.getTime() + DAY);
      register(sync, 2);
      register(sync, 12);
      await sync.run({ rules });
      api = await startTestApi(sync, { breakGlassIds });
    });

    afterAll(() => api.stop());

    const address = (path: string, ...queries: (string | undefined)[]) =>
      `${path}?${queries.filter(Boolean).join('&')}`;

    async function rowsOf(path: string, caller?: Caller, from = api) {
      const { text: csv, status } = await from.get(path, caller);
      expect([path, status]).toEqual([path, 200]);
      const rows: Row[] = parse(csv, { bom: true, columns: true });
      return { csv, rows };
    }

    const itemsOf = async (one: List, caller?: Caller): Promise<never[]> => {
      const { body } = await api.get(address(one.list, one.query), caller);
      return (one.itemsOf?.(body) ?? body.items) as never[];
    };

    const table = lists.map(one => [one.file, one] as const);
    const ofPeople = table.filter(([, { people }]) => people);

    it.each(table)('%s has the rows of its list', async (_, one) => {
      const items = await itemsOf(one);
      expect(items.length).toBeGreaterThan(0);
      const named = one.people ? 'names=true' : undefined;
      const { rows } = await rowsOf(
        address(`${one.file}.csv`, one.query, named),
      );
      expect(rows).toEqual(
        items.map(item => expect.objectContaining(one.told(item))),
      );
      // What every file says of itself.
      for (const row of rows) {
        expect(row).toMatchObject({
          Tenant: 'Contoso',
          'As of': sync.now.toISOString(),
          Snapshot: '2',
          'Read at': sync.now.toISOString(),
          Filter: one.filter ?? 'none',
          Stale: 'no',
        });
      }
      const { body, headers } = await api
        .get(address(`${one.file}.xlsx`, one.query, named))
        .responseType('blob');
      expect(headers['content-disposition']).toMatch(/\.xlsx"$/);
      const [sheet, about] = await readWorkbook(body);
      const own = Object.keys(rows[0]).filter(
        column => !aboutColumns.includes(column) && column !== 'Compared with',
      );
      expect(sheet.rows[0]).toEqual(own);
      expect(sheet.rows.slice(1).map(row => row.map(cellText))).toEqual(
        rows.map(row => own.map(column => asTyped(row[column]))),
      );
      expect(Object.fromEntries(about.rows)).toMatchObject({
        Tenant: 'Contoso',
        'As of': sync.now,
        Snapshot: 2,
        Filter: one.filter ?? 'none',
        Rows: rows.length,
      });
    });

    it.each(table)('%s is for who may read its list', async (_, one) => {
      const path = address(`${one.file}.xlsx`, one.query);
      expect((await api.get(path, one.refused)).status).toBe(403);
    });

    it.each(ofPeople)(
      '%s with names needs a permission of its own',
      async (_, one) => {
        const path = address(`${one.file}.csv`, one.query, 'names=true');
        const { status, body } = await api.get(path, 'lead');
        expect(status).toBe(403);
        expect(body.error.message).toContain('entra-mfa.people.');
      },
    );

    it.each(ofPeople)(
      '%s names nobody unless it is asked to',
      async (_, one) => {
        const path = address(`${one.file}.csv`, one.query);
        const { csv, rows } = await rowsOf(path);
        expect(rows).toHaveLength((await itemsOf(one)).length);
        expect(rows[0]['Key of the pseudonyms']).toMatch(/^[0-9a-f]{8}$/);
        const { body } = await api.get('/people?limit=200');
        for (const person of [
          ...body.items,
          {
            id: 'user:default/',
            displayName: 'Agreed',
            userPrincipalName: '@',
          },
        ]) {
          for (const name of [
            person.id,
            person.displayName,
            person.userPrincipalName,
          ]) {
            expect([name, csv.includes(name)]).toEqual([name, false]);
          }
        }
      },
    );

    it('without a key are refused where they would have pseudonyms', async () => {
      const without = await startTestApi(sync, { breakGlassIds, exports: {} });
      try {
        for (const { file, query, people } of lists) {
          const path = address(`${file}.csv`, query);
          const { status } = await without.get(path);
          expect([path, status]).toEqual([path, people ? 503 : 200]);
        }
      } finally {
        await without.stop();
      }
    });

    it('are narrowed as the list is', async () => {
      const changes = await itemsOf(lists[4], 'lead');
      const { rows } = await rowsOf('/changes.csv?kind=gained,renamed', 'lead');
      expect(rows).toHaveLength(changes.length);
      expect(changes).toHaveLength(1);
    });

    it('are of the day that is asked for', async () => {
      const day = new Date(sync.now.getTime() - DAY).toISOString().slice(0, 10);
      for (const [path, query] of [
        ['/teams.csv', `at=${day}`],
        ['/runs.csv', `at=${day}`],
        ['/exceptions.csv', `at=${day}&names=true`],
      ]) {
        const { rows } = await rowsOf(`${path}?${query}`);
        expect(rows[0]).toMatchObject({ 'As of': day, Snapshot: '1' });
      }
      const { rows } = await rowsOf(`/changes.csv?names=true`);
      const { from } = (await api.get('/changes')).body;
      expect(rows[0]['Compared with']).toBe(from.at);
    });

    it('keep small teams as their lists do', async () => {
      const hiding = await startTestApi(sync, { ...small, breakGlassIds });
      try {
        const { body } = await hiding.get('/teams', 'countsOnly');
        const hidden = body.items.filter((team: TeamSummary) => team.hidden);
        expect(hidden.length).toBeGreaterThan(0);
        const { rows } = await rowsOf('/teams.csv', 'countsOnly', hiding);
        expect(
          rows
            .filter(row => row['Figures hidden'] === 'yes')
            .map(row => [row['Team ref'], row.People, row.Covered]),
        ).toEqual(hidden.map(({ ref }: TeamSummary) => [ref, '', '']));
        const roles = await rowsOf('/roles.csv', 'countsOnly', hiding);
        expect(roles.rows[0]).toMatchObject({
          'Figures hidden': 'yes',
          'Holds now: people': '',
        });
        // Who may see everybody hands the file on.
        for (const path of [
          '/exceptions.csv',
          '/changes.csv?from=2026-11-01',
        ]) {
          const { csv } = await rowsOf(path, 'security', hiding);
          expect(csv).toContain('(small team)');
          expect(csv).not.toMatch(/FIELD|Field|Checkout/);
        }
      } finally {
        await hiding.stop();
      }
    });
  },
);

/** A cell of a workbook as a file of text has it, without the digits of a time that a day has not. */
function cellText(cell: unknown): string {
  return cell instanceof Date ? cell.toISOString() : text(cell);
}

/** A cell of a text as a workbook has it: days as the time at which they begin. */
function asTyped(cell: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(cell) ? `${cell}T00:00:00.000Z` : cell;
}
