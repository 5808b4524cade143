import type {
  Overview,
  People,
  ScopePreview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { objectId, reportRow, userRow } from '../../__testUtils__/rows';
import { putException } from '../../__testUtils__/exceptions';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import { silentLogger } from '../../__testUtils__/silentLogger';
import { testRules, type TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';
import { readsOf } from '../../assess/scope/readsOf';
import type { ScopeRule } from '../../assess/scope/types';
import { collectorsFor } from '../../collectors/collectorsFor';
import { GraphRequestError } from '../../graph/errors';
import { endException } from '../../store/exceptions/endException';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const group = 'aaaaaaaa-0000-4000-8000-000000000001';
const owner = 'group:default/partners';

const rule = (name: string, some: Partial<ScopeRule>): ScopeRule => ({
  name,
  filter: null,
  group: null,
  owner,
  reason: `why ${name}`,
  ...some,
});
const one = rule('Person one', { filter: "startsWith(mail,'PERSON1@')" });
const members = rule('Members', { group });

/** What the tenant is read and assessed with, as the configuration would have it. */
const withRules = (...scopeRules: ScopeRule[]) => ({
  rules: { ...testRules, scopeRules },
  collectors: collectorsFor({
    services: { tierAnnotation: 'entra-mfa/tier' },
    scope: readsOf(scopeRules),
  }),
});
const withoutRules = {
  rules: testRules,
  collectors: withRules().collectors,
};

function refuse({ source }: TestSync, status: number) {
  source.before = dataSet => {
    if (dataSet === 'scope-group-members') {
      throw new GraphRequestError(status, 'AccessDenied', null, false);
    }
  };
}

describe.each(databases.eachSupportedId())('scope rules on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    sync = await createTestTenant(knex);
    // 2 and 3 are people of the group, 2 by a group in it; what has the id of 10 is a device.
    sync.source.eachOf['scope-group-members'] = {
      [group]: [
        [{ id: objectId(2).toUpperCase() }],
        [
          { id: objectId(3), '@odata.type': '#microsoft.graph.user' },
          { id: objectId(10), '@odata.type': '#microsoft.graph.device' },
        ],
      ],
    };
    api = await startTestApi(sync);
  });
  afterEach(() => api.stop());

  const overview = async (): Promise<Overview> =>
    (await api.get('/overview')).body;
  const people = async (query: string): Promise<People> =>
    (await api.get(`/people?count=true&facets=true&${query}`)).body;
  const numbersOf = async (query: string) =>
    (await people(query)).items
      .map(({ id }) => Number(id.slice(-2)))
      .sort((a, b) => a - b);

  /** What every figure must hold, whatever rules there are. */
  async function addsUp() {
    const { directory, counts, scopeRules } = await overview();
    const sum = (list: readonly { count: number }[]) =>
      list.reduce((total, { count }) => total + count, 0);
    expect(sum(directory!.inScope) + sum(directory!.leftOut)).toBe(
      directory!.total,
    );
    expect(directory!.total).toBe(counts!.people);
    const byRules = directory!.leftOut.find(
      ({ scopeClass }) => scopeClass === 'scope-rule',
    );
    expect(scopeRules.reduce((total, each) => total + each.people, 0)).toBe(
      byRules?.count ?? 0,
    );
    for (const { name, people: count } of scopeRules) {
      const found = await people(`scopeRule=${encodeURIComponent(name)}`);
      expect([found.totalItems, found.counted]).toEqual([count, count]);
    }
  }

  it('leave out whom they fit, by the first that does, and everything adds up', async () => {
    sync.source.pages['role-assignments'] = [
      [
        {
          id: 'r',
          principalId: objectId(3),
          roleDefinitionId: globalAdministrator,
        },
      ],
    ];
    const all = rule('All', { filter: "endsWith(mail,'@contoso.com')", group });
    const warned: string[] = [];
    const logger = {
      ...silentLogger,
      warn: (text: string) => void warned.push(text),
    };
    await sync.run({ ...withRules(one, members, all), logger });
    expect(warned).toContain(
      'The scope rule Members leaves out people who hold a privileged role or can activate one: 1',
    );
    expect(await numbersOf('scopeClass=scope-rule')).toEqual([1, 2, 3]);
    expect((await overview()).scopeRules).toEqual([
      { ...one, groupKnown: true, people: 1, privileged: 0 },
      { ...members, groupKnown: true, people: 2, privileged: 1 },
      { ...all, groupKnown: true, people: 0, privileged: 0 },
    ]);
    expect((await people('')).facets!.scopeRule).toEqual([
      { value: 'Members', count: 2 },
      { value: 'Person one', count: 1 },
    ]);
    await addsUp();

    const { body } = await api.get(`/people/${tenantId}/${objectId(2)}`);
    expect(body.person).toMatchObject({
      state: 'out-of-scope',
      reason: 'scope-rule',
      scopeRule: 'Members',
    });
    const decided = body.explanation.find(
      ({ outcome }: { outcome: string }) => outcome === 'decided',
    );
    expect(decided).toMatchObject({
      rule: 'scope-rule',
      text: `Left out by the rule “Members” that ${owner} owns: why Members`,
      facts: { group },
    });
    const { text } = await api.get('/people.csv?scopeRule=Members');
    expect(text.match(/,scope-rule,scope-rule,Members,/g)).toHaveLength(2);
  });

  it('are read for only where one names a group', async () => {
    await sync.run(withRules(one));
    expect(sync.source.asked.join()).not.toContain('scope-group');
    const { collectors } = await sync.lastRun();
    const ids = collectors.map(({ data_set }) => data_set);
    expect(ids).toContain('users');
    expect(ids).not.toContain('scope-group-members');
    expect(await numbersOf('scopeClass=scope-rule')).toEqual([1]);
  });

  it('that come and go are changes by rules, and no fall', async () => {
    const many = rule('Many', { filter: "mail ne 'x'", group });
    const strict = { hold: { people: 1, permille: 1 } };
    const movedSince = async (from: Date) => {
      const { body } = await api.get(`/changes?from=${from.toISOString()}`);
      return body.items.map(
        ({ id, kind }: { id: string; kind: string }) =>
          `${kind} ${Number(id.slice(-2))}`,
      );
    };
    await sync.run({ ...withoutRules, ...strict });
    const { rulesVersion } = (await overview()).snapshot!;
    const first = sync.now;
    await sync.run({ ...withRules(many), ...strict });
    expect(await numbersOf('scopeRule=Many')).toEqual([2, 3]);
    expect(await movedSince(first)).toEqual(['rule 2', 'rule 3']);
    expect((await overview()).snapshot!.rulesVersion).not.toBe(rulesVersion);
    // The group is not read any more: that they come back is the rules' doing.
    const second = sync.now;
    await sync.run({ ...withoutRules, ...strict });
    expect(await movedSince(second)).toEqual(['rule 2', 'rule 3']);
    expect(await numbersOf('scopeClass=scope-rule')).toEqual([]);
    expect((await overview()).snapshot).toMatchObject({
      number: 3,
      rulesVersion,
    });
    await addsUp();
  });

  it('that bring many in because a group emptied are held', async () => {
    const strict = { hold: { people: 1, permille: 1 } };
    await sync.run({ ...withRules(members), ...strict });
    sync.source.eachOf['scope-group-members'] = { [group]: [[]] };
    await expect(
      sync.run({ ...withRules(members), ...strict }),
    ).rejects.toThrow(/would fall.*what scope rules ask/);
    expect(await numbersOf('scopeRule=Members')).toEqual([2, 3]);
  });

  it('leave nobody out by a group without members, and are healthy', async () => {
    sync.source.eachOf['scope-group-members'] = { [group]: [[]] };
    await sync.run(withRules(members));
    const { scopeRules, freshness } = await overview();
    expect(scopeRules).toMatchObject([{ groupKnown: true, people: 0 }]);
    expect(freshness.problems).toEqual([]);
  });

  it.each([
    ['not found', 404, 'scope-group-missing'],
    ['refused', 403, 'no-permission'],
  ])(
    'leave nobody out by a group that is %s, and say so',
    async (_, status, code) => {
      await sync.run(withRules(one, members));
      expect(await numbersOf('scopeRule=Members')).toEqual([2, 3]);
      if (status === 404) {
        sync.source.eachOf['scope-group-members'] = {};
      } else {
        refuse(sync, status);
      }
      await sync.run(withRules(one, members));
      expect(await numbersOf('scopeClass=scope-rule')).toEqual([1]);
      const { scopeRules, freshness } = await overview();
      expect(scopeRules).toMatchObject([
        { groupKnown: true, people: 1 },
        { groupKnown: false, people: 0 },
      ]);
      expect(freshness.problems).toMatchObject([
        { code, dataSet: 'scope-group-members' },
      ]);
      expect(freshness.health).toBe('needs-attention');
      await addsUp();
      const { body } = await api.get(`/people/${tenantId}/${objectId(2)}`);
      expect(
        body.explanation.find(
          (step: { rule: string }) => step.rule === 'scope-rule',
        ).facts,
      ).toEqual({ 'Person one': 'does not fit', Members: 'not known' });
    },
  );

  it('keep the last figure while the group cannot be read', async () => {
    await sync.run(withRules(members));
    refuse(sync, 503);
    await expect(sync.run(withRules(members))).rejects.toThrow();
    expect(await numbersOf('scopeRule=Members')).toEqual([2, 3]);
    expect((await overview()).freshness.health).toBe('needs-attention');
  });

  it('take the people of a group from the groups of the tenant, where these are kept', async () => {
    const kept = (...rules: ScopeRule[]) => ({
      rules: { ...testRules, scopeRules: rules },
      collectors: collectorsFor({
        services: { tierAnnotation: 'entra-mfa/tier' },
        scope: readsOf(rules),
        entraGroups: { read: true, prefixes: [] },
      }),
    });
    const inner = 'aaaaaaaa-0000-4000-8000-000000000002';
    const empty = 'aaaaaaaa-0000-4000-8000-000000000003';
    const told = (id: string, ...some: object[]) => ({
      id,
      displayName: 'Partners',
      securityEnabled: true,
      'members@delta': some,
    });
    const member = (type: string, id: string, more?: object) => ({
      id,
      '@odata.type': `#microsoft.graph.${type}`,
      ...more,
    });
    sync.source.pages.groups = [
      [
        told(group, member('group', inner), member('user', objectId(3))),
        told(inner, member('user', objectId(2)), member('user', objectId(3))),
        told(empty, member('device', objectId(10))),
      ],
    ];
    const rules = kept(members, rule('Nobody', { group: empty }));
    /** Who is left out by the next sync, and how many pages of members Graph was asked for. */
    const next = async (...changes: object[]) => {
      sync.source.changes.groups = [changes];
      sync.source.asked.length = 0;
      await sync.run(rules);
      const pages = sync.source.asked.filter(page =>
        page.startsWith('scope-group-members'),
      );
      const { scopeRules } = await overview();
      return [
        await numbersOf('scopeRule=Members'),
        pages.length,
        scopeRules.map(({ groupKnown }) => groupKnown),
      ];
    };
    sync.source.eachOf['scope-group-members']![empty] = [[]];
    const { collectors: all, rules: settings } = rules;
    const notKept = all.filter(({ id }) => id !== 'groups');
    await sync.run({ rules: settings, collectors: notKept });
    const readMembers = async () =>
      (await sync.records('scope-group-members')).filter(
        ([key]) => !key.startsWith('|'),
      );
    const read = await readMembers();
    // All groups are read for the first time, and then what changed.
    expect(await next()).toEqual([[2, 3], 0, [true, true]]);
    expect(await readMembers()).toEqual(read);
    expect(await next()).toEqual([[2, 3], 0, [true, true]]);
    expect(await readMembers()).toEqual(read);
    // Who leaves the group in it counts again, and who is in both does not.
    const left = { '@removed': { reason: 'deleted' } };
    expect(
      await next(
        told(
          inner,
          member('user', objectId(2), left),
          member('user', objectId(3), left),
          member('user', objectId(8)),
        ),
      ),
    ).toEqual([[3, 8], 0, [true, true]]);
    await addsUp();
    // What a group that is not kept has is not known by the others.
    expect(await next({ id: inner, ...left })).toEqual([
      [2, 3],
      2,
      [true, true],
    ]);
    expect(await next(told(group, member('group', inner, left)))).toEqual([
      [3],
      0,
      [true, true],
    ]);
    // One that is gone leaves nobody out silently.
    sync.source.eachOf['scope-group-members'] = {};
    expect(await next({ id: group, ...left })).toEqual([[], 0, [false, true]]);
    expect((await overview()).freshness.problems).toMatchObject([
      { code: 'scope-group-missing', dataSet: 'scope-group-members' },
    ]);
  });

  it('have a property read and kept only while one names it', async () => {
    const selected: string[] = [];
    sync.source.before = () => {};
    const sales = rule('Sales', { filter: "department eq 'sales'" });
    const { collectors } = withRules(sales);
    const users = collectors.find(({ id }) => id === 'users')!;
    selected.push(users.query.$select);
    expect(selected).toEqual([expect.stringMatching(/,department$/)]);
    sync.source.pages.users = [
      [
        userRow(1, { department: 'Sales' }),
        userRow(2, { department: 'IT' }),
        userRow(3),
      ],
    ];
    await sync.run(withoutRules);
    expect((await sync.records('users'))[0][1]).not.toHaveProperty(
      'properties',
    );
    await sync.run(withRules(sales));
    expect(await numbersOf('scopeRule=Sales')).toEqual([1]);
    expect(
      (await sync.records('users')).map(([, body]) => body.properties),
    ).toEqual([
      { department: 'Sales' },
      { department: 'IT' },
      { department: null },
    ]);
    await sync.run(withoutRules);
    expect((await sync.records('users'))[0][1]).not.toHaveProperty(
      'properties',
    );
    await addsUp();
  });

  describe('as exceptions for a group do', () => {
    beforeEach(() =>
      putException(sync.knex, {
        tenantId,
        id: 'e',
        kind: 'entra-group',
        subject: group,
        until: '2026-12-31',
        requestedAt: sync.now,
        approvedAt: sync.now,
      }),
    );
    const known = async () =>
      (await api.get('/exceptions/e')).body.subject.known;
    const exempt = () => numbersOf('exception=e');

    it('exempt its people as of each snapshot, where no rule names a group', async () => {
      await sync.run(withRules(one));
      expect([await exempt(), await known()]).toEqual([[2, 3], true]);
      sync.source.eachOf['scope-group-members'] = {
        [group]: [[{ id: objectId(3) }]],
      };
      await sync.run(withRules(one));
      expect([await exempt(), await known()]).toEqual([[3], true]);
      const { body } = await api.get(`/people/${tenantId}/${objectId(3)}`);
      expect(body.person).toMatchObject({
        state: 'exempt',
        exception: { id: 'e', entraGroup: { id: group, name: null } },
      });
      sync.source.asked.length = 0;
      await endException(
        sync.knex,
        { tenantId, id: 'e' },
        { ended_by: 'user:default/x', ended_at: sync.now, end_note: '' },
      );
      await sync.run(withRules(one));
      expect(sync.source.asked.join()).not.toContain('scope-group');
      expect([await exempt(), await known()]).toEqual([[], null]);
    });

    it('come after the rules, and are held where the group emptied', async () => {
      const strict = { hold: { people: 1, permille: 1 } };
      const two = rule('Two', { filter: "startsWith(mail,'PERSON2@')" });
      await sync.run({ ...withRules(two), ...strict });
      expect(await exempt()).toEqual([3]);
      expect(await numbersOf('scopeRule=Two')).toEqual([2]);
      const [rows] = sync.source.pages.registrations as { id: string }[][];
      sync.source.pages.registrations = [
        rows.filter(row => row.id !== objectId(3)).concat(reportRow(3, false)),
      ];
      sync.source.eachOf['scope-group-members'] = { [group]: [[]] };
      await expect(sync.run({ ...withRules(two), ...strict })).rejects.toThrow(
        /would fall.*the group of an exception/,
      );
      expect(await exempt()).toEqual([3]);
    });

    it.each([
      ['not found', 404, 'exception-group-missing'],
      ['refused', 403, 'no-permission'],
    ])(
      'exempt nobody by a group that is %s, and say so',
      async (_, status, code) => {
        await sync.run(withRules(one));
        if (status === 404) {
          sync.source.eachOf['scope-group-members'] = {};
        } else {
          refuse(sync, status);
        }
        await sync.run(withRules(one));
        expect([await exempt(), await known()]).toEqual([[], false]);
        expect((await overview()).freshness).toMatchObject({
          health: 'needs-attention',
          problems: [{ code, dataSet: 'scope-group-members' }],
        });
      },
    );

    it('keep the last figure while the group cannot be read', async () => {
      await sync.run(withRules(one));
      refuse(sync, 503);
      await expect(sync.run(withRules(one))).rejects.toThrow();
      expect([await exempt(), await known()]).toEqual([[2, 3], true]);
    });
  });

  describe('tried before they are in force', () => {
    // In another order than their ids, as a database may give them back.
    beforeEach(() => {
      const rows = sync.source.pages.users!.flat().reverse();
      sync.source.pages.users = [rows.slice(0, 4), rows.slice(4)];
    });

    const preview = async (query: Record<string, string>) =>
      (await api.get(`/scope-preview?${new URLSearchParams(query)}`)).body;
    const movedIn = ({ items }: ScopePreview) =>
      items.map(
        ({ change, person }) => `${change} ${Number(person.id.slice(-2))}`,
      );

    it('say who leaves and enters, and what comes of it, as the next sync does it', async () => {
      sync.source.pages['role-assignments'] = [
        [
          {
            id: 'r',
            principalId: objectId(12),
            roleDefinitionId: globalAdministrator,
          },
        ],
      ];
      await sync.run(withRules(one, members));
      const tables = async () =>
        Promise.all(
          ['person', 'coverage', 'snapshot', 'run'].map(sync.size, sync),
        );
      const before = await tables();
      const filter = "not startsWith(mail,'person1@') and contains(mail,'1')";
      const tried: ScopePreview = await preview({
        leaveOut: filter,
        inPlaceOf: 'Members',
      });
      // Privileged people come first.
      expect(movedIn(tried)).toEqual([
        'leaves 12',
        'enters 2',
        'enters 3',
        'leaves 10',
        'leaves 11',
      ]);
      expect(tried.leave).toEqual({ people: 3, privileged: 1 });
      expect(tried.enter).toEqual({ people: 2, privileged: 0 });
      expect(tried.shown.counts).toEqual((await overview()).counts);
      expect(await tables()).toEqual(before);
      expect(movedIn(await preview({ leaveOut: filter, limit: '1' }))).toEqual([
        'leaves 12',
      ]);

      await sync.run(withRules(one, rule('Tried', { filter })));
      const { counts } = await overview();
      expect(tried.assumed.counts).toEqual(counts);
      expect(await numbersOf('scopeRule=Tried')).toEqual([10, 11, 12]);
    });

    it('can be one that goes, or one that names what is not read', async () => {
      await sync.run(withRules(one, members));
      const gone = await preview({ inPlaceOf: 'Person one' });
      expect([movedIn(gone), gone.leave.people]).toEqual([['enters 1'], 0]);
      const unread = await preview({ leaveOut: "department ne 'x'" });
      expect([movedIn(unread), unread.notRead]).toEqual([[], ['department']]);
    });

    it.each([
      [{ leaveOut: 'mail eq' }, 'character 8: the filter ends'],
      [{ inPlaceOf: 'Gone' }, 'no scope rule Gone'],
    ])('are refused: %j', async (query, says) => {
      await sync.run(withRules(one));
      const { error } = await preview(query);
      expect(error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(says),
      });
    });
  });
});
