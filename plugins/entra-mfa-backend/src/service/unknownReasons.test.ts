import type {
  Overview,
  Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { parse } from 'csv-parse/sync';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { reportRow, userRow } from '../__testUtils__/rows';
import { startTestApi } from '../__testUtils__/startTestApi';
import { tenantId } from '../__testUtils__/testTenant';
import { testRules, TestSync } from '../__testUtils__/TestSync';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const external = { methodsRegistered: ['externalAuthMethod'] };
const certificate = { isMfaCapable: true, methodsRegistered: [] };

/** What the report says, or with what it is refused; and of whom nothing is known then. */
it.each<[string, object[] | string, number]>([
  ['no-row-yet', [reportRow(1), reportRow(3, false)], 1],
  ['external-method', [reportRow(1), reportRow(2, false, external)], 1],
  ['certificate-scope', [reportRow(1), reportRow(2, false, certificate)], 1],
  ['no-licence', 'Authentication_RequestFromNonPremiumTenantOrB2CTenant', 3],
  ['no-permission', 'Authentication_MSGraphPermissionMissing', 3],
])('%s is counted, filtered and exported', async (reason, report, people) => {
  const knex = await databases.init('SQLITE_3');
  const sync = new TestSync(knex, { tenantId });
  sync.source.pages = {
    users: [[1, 2, 3].map(number => userRow(number))],
    registrations: [typeof report === 'string' ? [] : report],
  };
  sync.source.before = dataSet => {
    if (dataSet === 'registrations' && typeof report === 'string') {
      throw new GraphRequestError(403, report, null, false);
    }
  };
  await sync.run({ rules: { ...testRules, basis: 'capable' } });
  const api = await startTestApi(sync);
  try {
    const overview: Overview = (await api.get('/overview')).body;
    expect(overview.counts?.reasons).toContainEqual({
      state: 'unknown',
      reason,
      count: people,
    });
    const query = `/people?state=unknown&reason=${reason}`;
    const { items }: { items: Person[] } = (await api.get(query)).body;
    expect(items).toHaveLength(people);
    expect(items.every(person => person.reason === reason)).toBe(true);
    const { text } = await api.get(query.replace('/people', '/people.csv'));
    const rows: Record<string, string>[] = parse(text, {
      bom: true,
      columns: true,
    });
    expect(rows.map(row => row.Reason)).toEqual(items.map(() => reason));
    // Assessed again, nothing is known of the same people for the same reason.
    const { shown, assumed } = (await api.get('/what-if')).body;
    expect(assumed).toEqual(shown);
  } finally {
    await api.stop();
  }
});
