import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  everyRoute,
  openApi,
  sendRow,
  signedIn,
} from '../__testUtils__/everyRoute';
import { putException } from '../__testUtils__/exceptions';
import { objectId } from '../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';

jest.setTimeout(120_000);

const databases = TestDatabases.one();
const everybody = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99];

/** Whom each caller may see; the numbers of the test tenant. */
const seen: Record<(typeof signedIn)[number], number[]> = {
  security: everybody,
  service: everybody,
  lead: [1, 2, 5, 6, 11],
  owner: [1, 2, 5, 6, 11],
  self: [2],
  countsOnly: [],
  nobody: [],
};

/**
 * The people whom a text tells: by display name, user principal name, mail, entity ref or object id,
 * whichever field it is in.
 */
function toldIn(text: string): number[] {
  const found = [
    ...text.matchAll(/person ?(\d+)/gi),
    ...text.matchAll(/00000000-0000-4000-8000-(\d{12})/g),
  ].map(([, number]) => Number(number));
  return [
    ...new Set([...found, ...(text.includes('evil.example') ? [11] : [])]),
  ].sort((a, b) => a - b);
}

describe.each(databases.eachSupportedId())('names on %s', databaseId => {
  let api: TestApi;

  beforeAll(async () => {
    const sync = await createTestTenant(await databases.init(databaseId));
    const exception = {
      tenantId,
      until: '2026-12-31',
      requestedBy: 'user:default/security',
      requestedAt: new Date('2026-11-20T08:00:00Z'),
    };
    const approvedAt = new Date('2026-11-20T09:00:00Z');
    await putException(sync.knex, {
      ...exception,
      id: 'of-10',
      subject: objectId(10),
      approvedAt,
    });
    await putException(sync.knex, {
      ...exception,
      id: 'of-2',
      subject: objectId(2),
    });
    await putException(sync.knex, {
      ...exception,
      id: 'of-rule',
      kind: 'rule',
      subject: '^p.*8@contoso',
      approvedAt,
    });
    await sync.run();
    // Lost, gained and left: what changes tells names too.
    sync.now = new Date('2026-11-22T08:00:00Z');
    register(sync, 12);
    register(sync, 2);
    const users = sync.source.pages.users!.flat() as { id: string }[];
    sync.source.pages.users = [users.filter(({ id }) => id !== objectId(3))];
    await sync.runRefreshed(1);
    api = await startTestApi(sync, { breakGlassIds: [objectId(6)] });
    await api.post('/reviews').send({});
  });

  afterAll(() => api?.stop());

  const rows = [...Object.values(everyRoute).flat(), openApi];

  it.each(signedIn)('%s is told of nobody whom they may not see', async who => {
    for (const row of rows) {
      const { text, status } = await sendRow(api, row, who);
      // An error tells the request again: an id in its path is one that the caller has.
      const told = toldIn(text).filter(
        number => status < 400 || !row.request.includes(objectId(number)),
      );
      expect([row.request, told]).toEqual([
        row.request,
        told.filter(number => seen[who].includes(number)),
      ]);
    }
  });

  it.each<[Caller, string, number[]]>([
    ['security', 'get /people?limit=200', [1, 2, 4, 5, 6, 7, 8, 10, 11, 12]],
    ['security', 'get /exceptions', [2, 10]],
    ['security', 'get /changes?from=2026-11-21', [2, 3, 7, 12]],
    ['lead', 'get /exceptions', [2]],
    ['owner', 'get /people?limit=200', [1, 2, 5, 6, 11]],
    ['owner', 'get /people?state=unknown', []],
    ['self', 'get /people?limit=200', [2]],
  ])('%s is told by %s of %j', async (caller, request, numbers) => {
    const [, path] = request.split(' ');
    const { text } = await api.get(path, caller);
    expect(toldIn(text)).toEqual(expect.arrayContaining(numbers));
  });
});
