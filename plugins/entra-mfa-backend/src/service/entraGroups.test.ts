import type { EntraGroups } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { groupRow, objectId } from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { createSyncedTenant, tenantId } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';
import { collectors as all } from '../collectors';
import { groupsWith } from '../collectors/groups';
import { forgetOldEvents } from '../connections/forgetOldEvents';
import { ForeignAddressError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const collectors = [...all.filter(one => !one.onlyWhereChosen), groupsWith([])];
const on = { entraGroups: { read: true } };

const [finance, ledgers, everyone, letters] = [31, 32, 33, 34].map(objectId);

describe.each(databases.eachSupportedId())('Entra groups on %s', id => {
  let sync: TestSync;
  let api: TestApi;
  let then: string;

  const list = async (query = ''): Promise<EntraGroups> => {
    const { status, body } = await api.get(`/entra-groups?${query}`);
    expect(status).toBe(200);
    return body;
  };
  const namesOf = ({ items }: EntraGroups) => items.map(({ name }) => name);
  const groupsOf = async (person: number, query = '') =>
    (await api.get(`/people/${tenantId}/${objectId(person)}${query}`)).body
      .groups;

  beforeAll(async () => {
    sync = await createSyncedTenant(databases, id);
    sync.source.pages.groups = [
      [
        groupRow(31, 'Finance', [1, 2, 4], { inside: [32, 39] }),
        groupRow(32, 'Ångström ledgers', [2, 8], { securityEnabled: true }),
      ],
      [
        groupRow(33, 'Everyone', [1, 2, 3, 4, 5, 6], { unified: true }),
        groupRow(34, 'Letters', [1], { securityEnabled: false }),
        // The rest of a large one.
        groupRow(33, 'Everyone', [7, 8, 10, 11, 12], { unified: true }),
        groupRow(35, 'Nobody', []),
      ],
    ];
    await sync.run({ collectors });
    then = sync.now.toISOString();
    api = await startTestApi(sync, on);
  });
  afterAll(() => api.stop());

  it('are told with the people in them and in groups inside them, each once', async () => {
    const body = await list('count=true');
    expect(body.status).toBe('read');
    expect(body.totalItems).toBe(4);
    expect(
      body.items.map(({ name, kind, people, coverage, notRead }) => [
        name,
        kind,
        people,
        coverage.covered,
        coverage.uncovered,
        coverage.short,
        notRead,
      ]),
    ).toEqual([
      ['Everyone', 'microsoft-365', 11, 5, 3, 3, 0],
      ['Ångström ledgers', 'security', 2, 0, 2, 2, 0],
      // Person 2 is in both, and 4 is a guest; one group inside is not read.
      ['Finance', 'security', 4, 1, 2, 2, 1],
      ['Nobody', 'security', 0, 0, 0, 0, 0],
    ]);
    for (const group of body.items) {
      const { body: people } = await api.get(
        `/people?group=${group.id.toUpperCase()}&count=true`,
      );
      expect(people.totalItems).toBe(group.people);
      expect(people.group).toEqual({
        id: group.id,
        name: group.name,
        kind: group.kind,
      });
      const { body: short } = await api.get(
        `/people?group=${group.id}&state=uncovered&count=true&facets=true`,
      );
      expect(short.totalItems).toBe(group.coverage.uncovered);
      expect(
        short.facets.state.find(
          ({ value }: { value: string }) => value === 'covered',
        ).count,
      ).toBe(group.coverage.covered);
    }
    expect((await api.get('/overview')).body.readsEntraGroups).toBe(true);
    expect((await api.get('/overview', 'lead')).body.readsEntraGroups).toBe(
      false,
    );
  });

  it('are found, sorted and paged', async () => {
    expect(namesOf(await list('q=ANGSTR'))).toEqual(['Ångström ledgers']);
    expect(namesOf(await list('sort=people&order=asc'))).toEqual([
      'Nobody',
      'Ångström ledgers',
      'Finance',
      'Everyone',
    ]);
    // Of whom nobody counts, there is no share.
    expect(namesOf(await list('sort=coverage'))).toEqual([
      'Ångström ledgers',
      'Finance',
      'Everyone',
      'Nobody',
    ]);
    for (const sort of ['short', 'name', 'people']) {
      const whole = namesOf(await list(`sort=${sort}`));
      const paged: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: EntraGroups = await list(
          `sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`,
        );
        paged.push(...namesOf(page));
        cursor = page.pageInfo.nextCursor;
      }
      expect(paged).toEqual(whole);
    }
    const { text } = await api.get('/entra-groups.csv?sort=name');
    expect(text).toContain(`Finance,${finance},security,4,1,2,`);
  });

  it('stand on the page of a person, direct ones first', async () => {
    expect(await groupsOf(8)).toEqual([
      { id: ledgers, name: 'Ångström ledgers', kind: 'security', direct: true },
      { id: everyone, name: 'Everyone', kind: 'microsoft-365', direct: true },
      { id: finance, name: 'Finance', kind: 'security', direct: false },
    ]);
  });

  it('are of the day that is asked for', async () => {
    sync.source.changes.groups = [
      [
        {
          ...groupRow(31, 'Finance and more', []),
          'members@delta': [
            { id: objectId(32), '@removed': { reason: 'deleted' } },
            { id: objectId(1), '@removed': { reason: 'deleted' } },
          ],
        },
        { id: objectId(33), '@removed': { reason: 'changed' } },
      ],
    ];
    await sync.run({ collectors });
    const now = await list('sort=people');
    expect(namesOf(now).slice(0, 2)).toEqual([
      'Ångström ledgers',
      'Finance and more',
    ]);
    expect(now.items[1].people).toBe(2);
    expect(await groupsOf(8)).toHaveLength(1);
    const before = await list(`sort=people&at=${then}`);
    expect(before.items.map(({ people }) => people)).toEqual([11, 4, 2, 0]);
    expect(await groupsOf(8, `?at=${then}`)).toHaveLength(3);
    const { body } = await api.get(
      `/people?group=${everyone}&at=${then}&count=true`,
    );
    expect(body.totalItems).toBe(11);
    const { body: gone } = await api.get(`/people?group=${everyone}`);
    expect([gone.group, gone.items]).toEqual([null, []]);
  });

  it('are read from the beginning where the link to what changed is of another Graph', async () => {
    const { source } = sync;
    const before = await sync.records('groups');
    let isForeign = true;
    source.before = dataSet => {
      if (dataSet === 'groups' && isForeign) {
        isForeign = false;
        throw new ForeignAddressError('graph.example');
      }
    };
    source.asked.length = 0;
    await sync.run({ collectors });
    source.before = () => {};
    expect(source.asked.filter(page => page.startsWith('groups'))).toEqual([
      'groups 1',
      'groups 1',
      'groups 2',
    ]);
    // As the tenant was at first, which its pages still say.
    expect((await sync.records('groups')).length).toBeGreaterThan(
      before.length,
    );
  });

  it('never are a list of addresses', async () => {
    const records = await sync.records('groups');
    const keys = records.map(([key]) => key);
    expect(keys).toContain(`-|${letters}`);
    expect(keys.filter(key => key.endsWith(letters))).toHaveLength(1);
  });

  it('are not told where nobody wants them any more, and are gone within a day', async () => {
    await api.stop();
    api = await startTestApi(sync, {});
    expect((await list()).status).toBe('off');
    expect(await groupsOf(8)).toBeNull();
    expect((await api.get(`/people?group=${finance}`)).status).toBe(400);
    const { knex, clock } = sync;
    await knex('connection')
      .insert({ tenant_id: tenantId })
      .onConflict('tenant_id')
      .ignore();
    const options = { auditDays: 400, eventDays: 90, signInActivity: true };
    for (const read of [true, false]) {
      await forgetOldEvents(
        {
          ...options,
          knex,
          clock,
          logger: silentLogger,
          entraGroups: { read },
        },
        new AbortController().signal,
      );
      expect((await sync.records('groups')).length > 0).toBe(read);
    }
    // What changed since is not enough then.
    sync.source.changes.groups = [[]];
    await sync.run({ collectors });
    expect((await sync.records('groups')).length).toBeGreaterThan(4);
  });
});
