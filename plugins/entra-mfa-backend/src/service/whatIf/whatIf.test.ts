import type { WhatIf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { putException } from '../../__testUtils__/exceptions';
import { objectId } from '../../__testUtils__/rows';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import {
  createTestTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import { testRules, type TestSync } from '../../__testUtils__/TestSync';
import type { SnapshotRow } from '../../store/sql/tables';

jest.setTimeout(60_000);

// What it decides knows no database; the SQL behind it is tested on both elsewhere.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
    await sync.run();
    await sync.runRefreshed(1);
    api = await startTestApi(sync, {
      scope: { countGuests: true },
      smallTeams: { hideBelow: 4 },
    });
  });

  afterAll(() => api.stop());

  async function ask(query: string): Promise<WhatIf> {
    const { status, body } = await api.get(`/what-if?${query}`);
    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
    return body;
  }

  const tables = async () =>
    Promise.all(
      ['person', 'coverage', 'snapshot', 'run'].map(t => sync.size(t)),
    );

  it('is what is shown where nothing is assumed, for the tenant and each team', async () => {
    const { body: overview } = await api.get('/overview');
    const whole = await ask('');
    expect(whole.shown.counts).toEqual(overview.counts);
    expect(whole.assumed).toEqual(whole.shown);
    expect(whole.difference).toEqual({
      covered: 0,
      uncovered: 0,
      unknown: 0,
      exempt: 0,
      inScope: 0,
      short: 0,
      permille: 0,
    });
    for (const name of [
      'engineering',
      'payments',
      'checkout',
      'field',
      'vacant',
    ]) {
      const { body: team } = await api.get(`/teams/group/default/${name}`);
      const one = await ask(`team=group:default/${name}`);
      expect(one.team).toEqual({ ref: team.ref, title: team.title });
      expect(one.shown.counts).toEqual(team.counts);
      expect(one.assumed).toEqual(one.shown);
    }
  });

  it.each<[string, string, Partial<WhatIf['difference']>]>([
    [
      'phones are switched off: person 6 has nothing else',
      'phoneOff=true',
      { covered: -1, uncovered: 1, inScope: 0 },
    ],
    [
      'the guest, person 4, is counted',
      'countGuests=true',
      { covered: 1, uncovered: 0, inScope: 1 },
    ],
    [
      'capable is the basis: the policy does not allow the method of person 10',
      'basis=capable',
      { covered: -1, uncovered: 1, inScope: 0 },
    ],
    ['another target', 'targetPermille=500', { covered: 0, short: -4 }],
    [
      'all of it',
      'phoneOff=true&countGuests=true&basis=capable&targetPermille=500',
      { covered: -1, uncovered: 2, inScope: 1 },
    ],
    [
      'it is the guest’s team',
      'countGuests=true&team=group:default/field',
      { covered: 1 },
    ],
    [
      'it is another team',
      'countGuests=true&team=group:default/payments',
      { covered: 0 },
    ],
    [
      'with today’s rules, by which guests count',
      'rules=today',
      { covered: 1 },
    ],
  ])('%s', async (_, query, difference) => {
    const before = await tables();
    const answer = await ask(query);
    expect(answer.difference).toMatchObject(difference);
    const { states, people } = answer.assumed.counts;
    expect(Object.values(states).reduce((a, b) => a + b, 0)).toBe(people);
    expect(people).toBe(answer.shown.counts.people);
    expect(await tables()).toEqual(before);
    expect(await ask(query)).toEqual(answer);
  });

  const everyTeam = ['engineering', 'payments', 'checkout', 'field', 'vacant'];

  it.each([
    '',
    'phoneOff=true',
    'countGuests=true',
    'targetPermille=500',
    'phoneOff=true&countGuests=true&basis=capable&targetPermille=900',
    'rules=today',
  ])('tells by team what it tells of each team alone: %s', async query => {
    const { items, more, hideBelow } = (await ask(query)).teams;
    expect([more, hideBelow]).toEqual([0, 0]);
    for (const name of everyTeam) {
      const ref = `group:default/${name}`;
      const { team, shown, assumed, difference } = await ask(
        `${query}&team=${ref}`,
      );
      const isSame =
        difference.short === 0 &&
        difference.covered === 0 &&
        difference.uncovered === 0;
      expect(items.find(item => item.ref === ref)).toEqual(
        isSame
          ? undefined
          : {
              ...team,
              shown: shown.counts.coverage,
              assumed: assumed.counts.coverage,
              short: difference.short,
            },
      );
    }
  });

  it.each([
    ['', ['engineering', 'payments']],
    ['&team=group:default/engineering', ['payments']],
    ['&team=group:default/field', []],
  ])(
    'tells of the teams below the one that is asked for: %s',
    async (of, below) => {
      const { teams } = await ask(`phoneOff=true${of}`);
      expect(teams.items.map(({ ref }) => ref.split('/')[1])).toEqual(below);
    },
  );

  it('tells of no small team to who may not see its people', async () => {
    const { body } = await api.get('/what-if?targetPermille=500', 'countsOnly');
    const seen: WhatIf['teams'] = body.teams;
    expect(seen.hideBelow).toBe(4);
    const all = (await ask('targetPermille=500')).teams.items;
    const { body: teams } = await api.get('/teams?sort=name', 'countsOnly');
    const open = teams.items
      .filter((team: { hidden: boolean }) => !team.hidden)
      .map(({ ref }: { ref: string }) => ref);
    expect(seen.items).toEqual(all.filter(({ ref }) => open.includes(ref)));
    expect(seen.items.length).toBeLessThan(all.length);
  });

  it('ends the exceptions of a team, or of everybody', async () => {
    await putException(sync.knex, {
      tenantId,
      id: 'e-field',
      kind: 'group',
      subject: 'group:default/field',
      until: '2027-01-31',
      requestedAt: sync.now,
      approvedAt: sync.now,
    });
    // It is as old as the snapshot, which was assessed without it.
    const before = await ask('countGuests=false');
    expect(before.assumed.counts).toEqual(before.shown.counts);
    expect(before.shown.counts.states.exempt).toBe(0);
    await sync.run();
    const asIs = await ask('');
    expect(asIs.assumed).toEqual(asIs.shown);
    expect(asIs.shown.counts.states.exempt).toBe(3);
    // Person 4, a guest of that team, is exempt like the others once guests count.
    const guests = await ask('countGuests=true&team=group:default/field');
    expect(guests.difference).toMatchObject({ covered: 0, exempt: 1 });
    for (const team of ['', '&team=group:default/field']) {
      const { difference } = await ask(`withoutExceptions=true${team}`);
      expect(difference).toMatchObject({
        covered: 1,
        uncovered: 2,
        exempt: -3,
        inScope: 0,
      });
    }
  });

  it('tells of no team in which few people make the difference, to who may not see them', async () => {
    // Beside the three of Field: of Engineering, with the teams below it, person 2 alone.
    for (const number of [2, 3, 12]) {
      await putException(sync.knex, {
        tenantId,
        id: `e-${number}`,
        subject: objectId(number),
        until: '2027-01-31',
        requestedAt: sync.now,
        approvedAt: sync.now,
      });
    }
    await sync.run();
    const { items } = (await ask('withoutExceptions=true')).teams;
    expect(items.map(({ ref }) => ref.split('/')[1])).toContain('engineering');
    const path = '/what-if?withoutExceptions=true';
    const { status, body } = await api.get(path, 'countsOnly');
    expect([status, body.teams.items]).toEqual([200, []]);
    const { body: teams } = await api.get('/teams', 'countsOnly');
    expect(teams.items).toContainEqual(
      expect.objectContaining({
        ref: 'group:default/engineering',
        hidden: false,
      }),
    );
  });

  it('assesses a past day by the records and the rules of then', async () => {
    const then = await ask('phoneOff=true');
    const at = sync.now.toISOString();
    register(sync, 2);
    sync.source.pages.registrations!.push([]);
    await sync.run({ rules: { ...testRules, basis: 'capable' } });
    expect(await ask(`phoneOff=true&at=${at}`)).toEqual(then);
    const now = await ask('phoneOff=true');
    expect(now.shown.basis).toBe('capable');
    expect(now.snapshot.number).toBe(then.snapshot.number + 1);
  });

  it.each([
    ['an unknown team', 'team=group:default/none', 404],
    ['a target that is none', 'targetPermille=0', 400],
    ['a time before the first read', 'at=2020-01-01', 404],
    ['another tenant', 'tenant=x', 404],
  ])('refuses %s', async (_, query, expected) => {
    expect((await api.get(`/what-if?${query}`)).status).toBe(expected);
  });

  it('assesses nothing again that other code assessed, but by the rules of today', async () => {
    const newest = sync
      .knex<SnapshotRow>('snapshot')
      .orderBy('snapshot', 'desc')
      .limit(1);
    const { snapshot, rules_version } = (await newest.first())!;
    const store = (version: string) =>
      sync
        .knex<SnapshotRow>('snapshot')
        .where({ snapshot })
        .update({ rules_version: version });
    await store(rules_version.replace(/^\d+/, '1'));
    const { status, body } = await api.get('/what-if?phoneOff=true');
    const today = await api.get('/what-if?rules=today');
    await store(rules_version);
    expect(status).toBe(400);
    expect(body.error.message).toContain('assessed by version 1 of the rules');
    expect(body.error.message).toContain('rules=today');
    expect(today.status).toBe(200);
  });

  it('hides what would be of a small team from who may not see its people', async () => {
    const query = '/what-if?phoneOff=true&team=group:default/checkout';
    expect((await api.get(query, 'lead')).status).toBe(200);
    const { status, body } = await api.get(query, 'countsOnly');
    expect(status).toBe(403);
    expect(body.error.message).toContain('entra-mfa.people.read');
  });

  it('answers who sees counts, and nobody else', async () => {
    expect((await api.get('/what-if', 'countsOnly')).status).toBe(200);
    expect((await api.get('/what-if', 'nobody')).status).toBe(403);
    const { text } = await api.get('/what-if', 'countsOnly');
    expect(text).toContain(tenantId);
    expect(text).not.toContain('Person');
  });
});
