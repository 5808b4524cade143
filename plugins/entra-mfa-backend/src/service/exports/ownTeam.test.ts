import { parse } from 'csv-parse/sync';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { createTestTenant } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.one();

describe.each(databases.eachSupportedId())(
  'names of one’s own team in a file, on %s',
  databaseId => {
    let sync: TestSync;
    let api: TestApi;

    beforeAll(async () => {
      sync = await createTestTenant(await databases.init(databaseId));
      await sync.run();
      api = await startTestApi(sync);
    });

    afterAll(() => api.stop());

    it.each<[string, Caller, string, number]>([
      ['of the team', 'owner', 'team=group:default/payments', 200],
      ['of one below it', 'owner', 'team=group:default/checkout', 200],
      ['as anybody writes it', 'owner', 'team=Group:default/Payments', 200],
      ['of one above it', 'owner', 'team=group:default/engineering', 403],
      ['of another', 'owner', 'team=group:default/field', 403],
      ['of none', 'owner', 'state=uncovered', 403],
      [
        'of a past day',
        'owner',
        'team=group:default/payments&at=2026-11-21',
        403,
      ],
      ['who leads it by no word', 'lead', 'team=group:default/payments', 403],
      ['with the permission', 'security', 'team=group:default/field', 200],
    ])('%s', async (_, caller, query, status) => {
      const answer = await api.get(`/people.csv?names=true&${query}`, caller);
      const message: string = answer.body.error?.message ?? '';
      expect([
        answer.status,
        message.includes('entra-mfa.people.export'),
      ]).toEqual([status, status === 403]);
    });

    it('has the people whom the caller sees, and no others', async () => {
      const { text } = await api.get(
        '/people.csv?names=true&state=uncovered&team=group:default/payments',
        'owner',
      );
      const rows: Record<string, string>[] = parse(text, {
        bom: true,
        columns: true,
      });
      expect(rows.map(row => row.Name)).toEqual(['Person 2']);
    });
  },
);
