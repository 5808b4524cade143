import { objectId, userRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { createSyncedTenant, tenantId } from '../__testUtils__/testTenant';
import { testRules, TestSync } from '../__testUtils__/TestSync';
import { collectorsFor } from '../collectors/collectorsFor';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const HOUR = 3_600_000;
const otherId = '0a1b2c3d-0000-4000-8000-000000000002';
const dataSet = 'mailbox-purpose';
const chosen = collectorsFor({
  services: { tierAnnotation: 'x/tier' },
  scope: { properties: [], groups: false },
  mailboxPurpose: true,
});

describe.each(databases.eachSupportedId())('mailboxes on %s', id => {
  let sync: TestSync;
  let api: TestApi;
  let before: string;

  const purpose = (value: string) => ({ body: { value } });
  const refused = { none: 'refused', code: 'ErrorAccessDenied' };
  const read = (mailboxes = true) =>
    sync.run({
      collectors: chosen,
      rules: { ...testRules, ...(mailboxes && { mailboxes: true }) },
    });
  /** The numbers of the people who were asked for since the last time. */
  const asked = () => {
    const { asked: all } = sync.source;
    const of = all
      .filter(one => one.startsWith(`${dataSet} `))
      .flatMap(one => one.slice(dataSet.length + 1).split(','))
      .map(one => Number(one.slice(-2)));
    all.length = 0;
    return of;
  };
  const person = async (number: number, query = '') =>
    (await api.get(`/people/${tenantId}/${objectId(number)}${query}`)).body;
  const stateOf = async (number: number, query?: string) => {
    const { state, reason, marks } = (await person(number, query)).person;
    return [`${state} (${reason})`, ...marks].join();
  };

  beforeAll(async () => {
    sync = await createSyncedTenant(databases, id);
    before = sync.now.toISOString();
    sync.source.answers[dataSet] = {
      [objectId(2)]: purpose('shared'),
      [objectId(5)]: purpose('room'),
      [objectId(8)]: purpose('user'),
      [objectId(12)]: refused,
    };
    await read();
    api = await startTestApi(sync, { mailboxPurpose: true });
  });
  afterAll(() => api.stop());

  it('are asked for only of who has not registered, disabled accounts too, and of no guest', () => {
    expect(asked()).toEqual([2, 5, 7, 8, 12]);
  });

  it('that cannot sign in are a class of their own; those that can count, and are found', async () => {
    expect(await stateOf(5)).toBe('out-of-scope (mailbox)');
    expect(await stateOf(5, `?at=${before}`)).toBe('out-of-scope (disabled)');
    expect(await stateOf(2)).toBe('uncovered (not-registered),shared-mailbox');
    for (const other of [8, 12]) {
      expect(await stateOf(other)).toBe('uncovered (not-registered)');
    }
    const { explanation } = await person(5);
    expect(
      explanation.find(({ rule }: { rule: string }) => rule === 'mailbox'),
    ).toMatchObject({
      outcome: 'decided',
      facts: { mailboxPurpose: 'room', accountEnabled: false },
    });
    const { directory, counts } = (await api.get('/overview')).body;
    expect(directory.leftOut).toEqual(
      expect.arrayContaining([
        { scopeClass: 'mailbox', count: 1 },
        { scopeClass: 'guest', count: 1 },
      ]),
    );
    expect(directory.leftOut).toHaveLength(2);
    expect(counts.marks['shared-mailbox']).toBe(1);
    const { presets } = (await api.get('/people?facets=true')).body;
    expect(presets).toContainEqual({ id: 'shared-mailbox', count: 1 });
  });

  it('are asked for again after a week, or once their user is another one; who is new at once', async () => {
    await read();
    expect(asked()).toEqual([]);
    const { pages } = sync.source;
    pages.users = [
      pages
        .users!.flat()
        .map(user =>
          (user as { id: string }).id === objectId(8)
            ? userRow(8, { displayName: 'Person 8, changed' })
            : user,
        ),
      [userRow(13)],
    ];
    await read();
    expect(asked()).toEqual([8, 13]);
    expect(await sync.records(dataSet)).toHaveLength(6);

    let again: number[] = [];
    for (let hours = 0; hours < 7 * 24; hours += 12) {
      await sync.letPass(11 * HOUR);
      await read();
      again = [...again, ...asked()];
    }
    expect(again.sort((a, b) => a - b)).toEqual([2, 5, 7, 8, 12, 13]);
  });

  it('are not known any more where all of them are refused, and that is told', async () => {
    const given = sync.source.answers[dataSet]!;
    sync.source.answers[dataSet] = Object.fromEntries(
      [2, 5, 7, 8, 12, 13].map(number => [objectId(number), refused]),
    );
    await sync.letPass(7 * 24 * HOUR);
    await read();
    const { state, collectors: ended } = await sync.lastRun();
    expect(state).toBe('published');
    const { outcome, problem } = ended.find(one => one.data_set === dataSet)!;
    expect([outcome, JSON.parse(problem!).message]).toEqual([
      'skipped',
      expect.stringContaining('MailboxSettings.Read is missing'),
    ]);
    expect(await stateOf(5)).toBe('out-of-scope (disabled)');
    expect(await stateOf(2)).toBe('uncovered (not-registered)');

    sync.source.answers[dataSet] = given;
    await read();
    expect(await stateOf(5)).toBe('out-of-scope (mailbox)');
  });

  it('are of nobody while there is no report by which anybody is without MFA', async () => {
    const { knex, source } = sync;
    const other = new TestSync(knex, { tenantId: otherId });
    other.source.pages = {
      ...source.pages,
      organization: [[{ id: otherId, displayName: 'Fabrikam' }]],
      registrations: undefined,
    };
    await other.run({ collectors: chosen });
    expect(other.source.asked.filter(one => one.startsWith(dataSet))).toEqual(
      [],
    );
  });

  it('decide nothing where nobody wants it any more', async () => {
    await read(false);
    expect(await stateOf(5)).toBe('out-of-scope (disabled)');
    expect(await stateOf(2)).toBe('uncovered (not-registered)');
    const { presets } = (await api.get('/people?facets=true')).body;
    expect(JSON.stringify(presets)).not.toContain('shared-mailbox');
  });
});
