import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { everyRoute, sendRow } from '../../__testUtils__/everyRoute';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import { createTestTenant } from '../../__testUtils__/testTenant';
import { clientId } from '../../__testUtils__/TestSync';
import { GraphRequestError, SignInError } from '../../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const rows = Object.values(everyRoute)
  .flat()
  .filter(({ request }) => request.startsWith('get '));

let api: TestApi;

beforeAll(async () => {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  await sync.run();
  const failWith = async (error: Error, dataSet: string) => {
    sync.source.before = id => {
      if (id === dataSet) throw error;
    };
    await sync.run().catch(() => {});
  };
  const refused = 'Authorization_RequestDenied';
  await failWith(
    new GraphRequestError(403, refused, null, false),
    'registrations',
  );
  await failWith(new SignInError('invalid_client', 7000222, false), 'users');
  api = await startTestApi(sync);
});

afterAll(() => api.stop());

it('says to who may start a sync which app it is', async () => {
  for (const path of ['/overview', '/services', '/runs', '/tenants']) {
    expect((await api.get(path)).text).toContain(`app ${clientId}`);
  }
});

it.each(['countsOnly', 'statusService'] as const)(
  'tells %s in no answer which app it is, and what is wrong all the same',
  async caller => {
    for (const row of rows) {
      const { text } = await sendRow(api, row, caller);
      expect([row.request, text.includes(clientId)]).toEqual([
        row.request,
        false,
      ]);
    }
    const { body } = await api.get('/overview', caller);
    expect(body.freshness.problems).toContainEqual(
      expect.objectContaining({
        message: 'The client secret has expired for the app.',
      }),
    );
    const { text } = await api.get('/runs', caller);
    expect(text).toContain('is missing on the app: it may not read');
  },
);
