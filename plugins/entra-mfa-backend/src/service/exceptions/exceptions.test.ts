import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  exceptionSorts,
  exceptionStates,
  naturalOrders,
  type Exception,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { putException } from '../../__testUtils__/exceptions';
import { groupRow, objectId } from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import {
  createSyncedTenant,
  createTestTenant,
  tenantId,
} from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { collectorsFor } from '../../collectors/collectorsFor';
import { countFoundExceptions } from '../../store/exceptions/readExceptions';
import { sightOf } from './visibilityOf';

jest.setTimeout(180_000);

const databases = TestDatabases.one();

/** A portal with notifications, and the next one that is sent through them. */
function notificationsOf() {
  let receive: (options: NotificationSendOptions) => void;
  const features = [
    createBackendPlugin({
      pluginId: 'notifications',
      register: env => env.registerInit({ deps: {}, init: async () => {} }),
    }),
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({
        send: async (options: NotificationSendOptions) => receive(options),
      }),
    }),
  ];
  return {
    features,
    next: () =>
      new Promise<NotificationSendOptions>(resolve => {
        receive = resolve;
      }),
  };
}

describe.each(databases.eachSupportedId())('exceptions on %s', databaseId => {
  let api: TestApi;
  let sync: TestSync;

  beforeEach(async () => {
    sync = await createSyncedTenant(databases, databaseId);
    api = await startTestApi(sync);
  });

  afterEach(() => api.stop());

  const person = (number: number) => ({ kind: 'person', id: objectId(number) });
  const group = (name: string) => ({
    kind: 'group',
    ref: `group:default/${name}`,
  });
  const rule = (pattern: string) => ({ kind: 'rule', pattern });

  const ask = (subject: object, caller: Caller = 'lead', rest: object = {}) =>
    api.post('/exceptions', caller).send({
      subject,
      reason: 'On a long leave',
      until: '2026-12-31',
      ...rest,
    });
  const decide = (id: string, decision: string, caller: Caller = 'security') =>
    api
      .post(`/exceptions/${id}/decision`, caller)
      .send({ decision, note: 'Agreed with the lead' });
  const end = (id: string, caller: Caller = 'security') =>
    api.post(`/exceptions/${id}/end`, caller).send({ note: 'They are back' });

  async function asked(subject: object, caller: Caller = 'lead') {
    const { status, body } = await ask(subject, caller);
    expect([status, body.error]).toEqual([200, undefined]);
    return routes.getException.response.parse(body);
  }

  async function approved(subject: object, caller: Caller = 'lead') {
    const { id } = await asked(subject, caller);
    const { status, body } = await decide(id, 'approved');
    expect([status, body.error]).toEqual([200, undefined]);
    return routes.getException.response.parse(body);
  }

  async function list(caller: Caller = 'security', query = '') {
    const { status, body } = await api.get(`/exceptions?${query}`, caller);
    expect(status).toBe(200);
    return routes.getExceptions.response.parse(body);
  }

  it('is asked for by one and approved by another, and both are on record', async () => {
    const request = await asked(person(2));
    expect(request).toMatchObject({
      tenant: tenantId,
      state: 'requested',
      subject: {
        kind: 'person',
        id: objectId(2),
        name: 'Person 2',
        entityRef: 'user:default/person2',
      },
      reason: 'On a long leave',
      until: '2026-12-31',
      requested: { by: 'user:default/lead', at: sync.now.toISOString() },
      decision: null,
      daysLeft: null,
      actions: ['withdraw'],
    });
    sync.now = new Date('2026-11-21T09:30:00Z');
    const { body } = await decide(request.id, 'approved');
    expect(body).toMatchObject({
      state: 'in-force',
      requested: { by: 'user:default/lead' },
      decision: {
        decision: 'approved',
        by: 'user:default/security',
        at: '2026-11-21T09:30:00.000Z',
        note: 'Agreed with the lead',
      },
      daysLeft: 40,
      endsSoon: false,
      people: 0,
      peopleAsked: 1,
      actions: ['end'],
    });
    expect(api.triggered).toEqual([`entra-mfa-sync-${tenantId}`]);

    await sync.run();
    const people = routes.getPeople.response.parse(
      (await api.get('/people?state=exempt')).body,
    );
    expect(people.items).toMatchObject([
      {
        id: objectId(2),
        state: 'exempt',
        exception: {
          id: request.id,
          until: '2026-12-31',
          approvedBy: 'user:default/security',
        },
      },
    ]);
    const { text } = await api.get('/people.csv?names=true&q=person2');
    expect(text).toMatch(/,2026-12-31,user:default\/security,.*,exempt,/);
    expect((await list()).items).toMatchObject([{ people: 1 }]);
    const found = await api.get(`/people?exception=${request.id}`);
    expect(routes.getPeople.response.parse(found.body).items).toHaveLength(1);
  });

  it('keeps a past assessment explained after the exception was ended', async () => {
    const { id } = await approved(person(2));
    await sync.run();
    sync.now = new Date('2026-11-21T10:30:00Z');
    const { body } = await end(id);
    expect(body).toMatchObject({
      state: 'ended',
      ended: {
        by: 'user:default/security',
        at: '2026-11-21T10:30:00.000Z',
        note: 'They are back',
      },
      actions: [],
    });
    expect(api.triggered).toHaveLength(2);
    await sync.run();

    const path = `/people/${tenantId}/${objectId(2)}`;
    const now = routes.getPerson.response.parse((await api.get(path)).body);
    expect(now.person.state).toBe('uncovered');
    expect(now.person.exception).toBeUndefined();
    const past = routes.getPerson.response.parse(
      (await api.get(`${path}?at=2026-11-21T10:15:00Z`)).body,
    );
    expect(past.person).toMatchObject({ state: 'exempt', exception: { id } });
    expect(
      past.explanation.find(({ outcome }) => outcome === 'decided'),
    ).toMatchObject({
      rule: 'exception',
      text: 'Exempt until 2026-12-31, approved by user:default/security.',
    });
    const then = await list('security', 'at=2026-11-21T10:15:00Z');
    expect(then.items).toMatchObject([
      { id, state: 'in-force', ended: null, people: 1, actions: [] },
    ]);
    const before = await list('security', 'at=2026-11-21T09:00:00Z');
    expect(before.items).toMatchObject([{ state: 'in-force', people: 0 }]);
  });

  it('shows an exception for a group on that team and those below it', async () => {
    const { id } = await approved(group('payments'));
    await sync.run();
    const exceptionsOf = async (name: string, caller: Caller) => {
      const { body } = await api.get(`/teams/group/default/${name}`, caller);
      return routes.getTeam.response.parse(body).exceptions;
    };
    const exception = {
      id,
      group: 'group:default/payments',
      until: '2026-12-31',
      approvedBy: 'user:default/security',
    };
    expect(await exceptionsOf('payments', 'lead')).toEqual([exception]);
    expect(await exceptionsOf('checkout', 'lead')).toEqual([exception]);
    expect(await exceptionsOf('payments', 'countsOnly')).toEqual([
      { ...exception, approvedBy: null },
    ]);
    expect(await exceptionsOf('engineering', 'security')).toEqual([]);
    expect(await exceptionsOf('field', 'security')).toEqual([]);
  });

  it('is told at once, and can be ended, by a replica whose clock is behind', async () => {
    const behind = new Date(sync.now.getTime() + 60_000);
    const ahead = new Date(behind.getTime() + 3_600_000);
    sync.now = ahead;
    const { id } = await approved(person(2));
    const withdrawn = await asked(person(6));
    await api.post(`/exceptions/${withdrawn.id}/withdraw`, 'lead');

    sync.now = behind;
    const { items, states } = await list();
    expect(items.map(item => [item.id, item.state])).toEqual(
      expect.arrayContaining([
        [id, 'in-force'],
        [withdrawn.id, 'withdrawn'],
      ]),
    );
    expect(states).toMatchObject({ 'in-force': 1, withdrawn: 1 });
    expect((await list('security', 'state=in-force')).items).toMatchObject([
      { id, decision: { at: ahead.toISOString() }, actions: ['end'] },
    ]);
    expect((await end(id)).body).toMatchObject({ id, state: 'ended' });
    // Of the past, the times decide: there was nothing a moment ago.
    const past = `at=${new Date(behind.getTime() - 1).toISOString()}`;
    expect((await list('security', past)).items).toEqual([]);
  });

  it('is refused, withdrawn or left to lapse, and kept', async () => {
    const refused = await asked(person(2));
    await decide(refused.id, 'refused');
    const withdrawn = await asked(person(2));
    const { status } = await api.post(
      `/exceptions/${withdrawn.id}/withdraw`,
      'lead',
    );
    expect(status).toBe(200);
    await ask(person(2), 'lead', { until: '2026-11-21' });
    await approved(group('checkout'));
    sync.now = new Date('2026-11-22T08:00:00Z');
    await asked(person(6));
    const { states } = await list();
    expect(states).toEqual({
      requested: 1,
      'in-force': 1,
      refused: 1,
      withdrawn: 1,
      lapsed: 1,
      ended: 0,
      expired: 0,
    });
    for (const state of exceptionStates) {
      const { items } = await list('security', `state=${state}`);
      expect(items.map(item => item.state)).toEqual(
        Array(states[state]).fill(state),
      );
    }
    sync.now = new Date('2027-01-01T00:00:00Z');
    expect((await list()).states).toMatchObject({ lapsed: 2, expired: 1 });
    expect(api.triggered).toHaveLength(1);
  });

  it('keeps what one person has asked for and nobody has decided to twenty', async () => {
    for (let number = 0; number < 20; number += 1) {
      await putException(sync.knex, {
        tenantId,
        id: `open-${number}`,
        kind: 'group',
        subject: 'group:default/payments',
        until: '2026-12-31',
        requestedAt: sync.now,
        requestedBy: 'user:default/lead',
      });
    }
    const { status, body } = await ask(group('payments'));
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/^You have asked for 20 exceptions/);
    expect((await ask(group('payments'), 'owner')).status).toBe(200);
    await api.post('/exceptions/open-3/withdraw', 'lead').send({});
    expect((await ask(group('payments'))).status).toBe(200);
  });

  it.each<[string, () => [object, Caller?, object?], number, RegExp]>([
    [
      'an end date that is past',
      () => [person(2), 'lead', { until: '2026-11-20' }],
      400,
      /2026-11-20 is past/,
    ],
    [
      'an end date that is too far away',
      () => [person(2), 'lead', { until: '2027-05-21' }],
      400,
      /180 days, until 2027-05-20/,
    ],
    [
      'an end date that is none',
      () => [person(2), 'lead', { until: 'soon' }],
      400,
      /'until' is wrong: it must be a date/,
    ],
    [
      'no reason',
      () => [person(2), 'lead', { reason: ' ' }],
      400,
      /'reason' is wrong: it must say why/,
    ],
    ['nobody', () => [person(77)], 400, /no such person, or you may not see/],
    [
      'somebody whom the caller may not see',
      () => [person(8)],
      400,
      /no such person, or you may not see/,
    ],
    [
      'a person named twice',
      () => [
        { kind: 'person', id: objectId(2), entityRef: 'user:default/person2' },
      ],
      400,
      /either 'id' .* or 'entityRef'/,
    ],
    ['a group that is none', () => [group('gone')], 400, /no group .*gone/],
    ['a pattern that is none', () => [rule('(')], 400, /regular expression/],
    [
      'a pattern that needs backtracking',
      () => [rule('(a)\\1')],
      400,
      /used safely/,
    ],
    [
      'a pattern that is heavy for every name',
      () => [rule('((a{0,30}){0,30})z')],
      400,
      /repeats too much/,
    ],
    ['a rule for nobody', () => [rule('^bot-')], 400, /of nobody whom you/],
    [
      'a rule for nobody whom the caller may see',
      () => [rule('^person8@')],
      400,
      /of nobody whom you/,
    ],
    ['an unknown kind', () => [{ kind: 'planet' }], 400, /'subject' is wrong/],
    [
      'another tenant',
      () => [person(2), 'lead', { tenant: objectId(1) }],
      404,
      /no such tenant/,
    ],
    ['a service', () => [person(2), 'service'], 403, /Only a user/],
    ['without permission', () => [person(2), 'countsOnly'], 403, /exception\./],
  ])('refuses to ask for %s', async (_, of, status, message) => {
    const { status: found, body } = await ask(...of());
    expect([found, body.error?.message]).toEqual([
      status,
      expect.stringMatching(message),
    ]);
    expect((await list()).items).toEqual([]);
  });

  it('lets somebody ask for themselves, by object id or by entity', async () => {
    const byEntity = { kind: 'person', entityRef: 'User:Default/Person2' };
    expect((await asked(byEntity, 'self')).subject).toMatchObject({
      id: objectId(2),
    });
    expect((await asked(person(2), 'self')).actions).toEqual(['withdraw']);
  });

  it.each<[string, () => Promise<Exception>, string, Caller, number, RegExp]>([
    [
      'by who asked for it',
      () => asked(person(2), 'security'),
      'approved',
      'security',
      403,
      /You asked for this exception yourself/,
    ],
    [
      'by whom it is for',
      () => asked(person(1)),
      'approved',
      'decider',
      403,
      /You would be exempt/,
    ],
    [
      'by a member of the group above whose own team it is for',
      () => asked(group('engineering'), 'security'),
      'approved',
      'decider',
      403,
      /You would be exempt/,
    ],
    [
      'by somebody whom the rule fits',
      () => asked(rule('^person1@')),
      'approved',
      'decider',
      403,
      /You would be exempt/,
    ],
    [
      'by a service',
      () => asked(person(2)),
      'approved',
      'service',
      403,
      /Only a user/,
    ],
    [
      'without the permission',
      () => asked(person(2), 'security'),
      'approved',
      'lead',
      403,
      /entra-mfa\.exception\.decide/,
    ],
    [
      'twice',
      () => approved(person(2)),
      'refused',
      'security',
      409,
      /security approved it on 2026-11-21/,
    ],
    [
      'neither way',
      () => asked(person(2)),
      'maybe',
      'security',
      400,
      /'decision' is wrong/,
    ],
  ])('is not decided %s', async (_, of, decision, caller, status, message) => {
    const before = await of();
    const answer = await decide(before.id, decision, caller);
    expect([answer.status, answer.body.error?.message]).toEqual([
      status,
      expect.stringMatching(message),
    ]);
    const { body } = await api.get(`/exceptions/${before.id}`);
    expect(body.decision).toEqual(before.decision);
  });

  it('lets whom it is for refuse it, and who may decide end their own', async () => {
    const { id } = await asked(person(1));
    expect(
      (await api.get(`/exceptions/${id}`, 'decider')).body.actions,
    ).toEqual(['refuse']);
    expect((await decide(id, 'refused', 'decider')).status).toBe(200);

    const other = await asked(person(2), 'security');
    await decide(other.id, 'approved', 'decider');
    expect((await end(other.id)).status).toBe(200);
    expect((await end(other.id)).status).toBe(409);
  });

  it('takes two users of one person for one', async () => {
    const second = {
      kind: 'User',
      metadata: {
        name: 'security',
        namespace: 'default',
        annotations: { 'graph.microsoft.com/user-id': objectId(1) },
      },
      spec: {},
      relations: [],
    };
    sync.source.pages['catalog-users']![0].push(second);
    await sync.run();
    const { id } = await asked(person(2), 'decider');
    const { status, body } = await decide(id, 'approved', 'security');
    expect([status, body.error?.message]).toEqual([
      403,
      expect.stringMatching(/You asked for this exception yourself/),
    ]);
  });

  it('lets only one of two decide at the same moment', async () => {
    const { id } = await asked(person(2));
    const answers = await Promise.all([
      decide(id, 'approved', 'security'),
      decide(id, 'refused', 'decider'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  describe('for an Entra group', () => {
    // Finance has 1 and 2, and by a group in it 8 and the guest 4; Guests has only 4.
    const finance = objectId(31);
    const entraGroup = (id: string) => ({ kind: 'entra-group', id });
    const collectors = collectorsFor({
      services: { tierAnnotation: 'entra-mfa/tier' },
      scope: { properties: [], groups: false },
      entraGroups: { read: true, prefixes: [] },
    });
    const run = () => sync.run({ collectors });

    async function keepGroups() {
      await api.stop();
      sync.source.pages.groups = [
        [
          groupRow(31, 'Finance', [1, 2], { inside: [32] }),
          groupRow(32, 'Ledgers', [2, 4, 8]),
          groupRow(33, 'Guests', [4]),
        ],
      ];
      await run();
      api = await startTestApi(sync, { entraGroups: { read: true } });
    }

    it('exempts who is in it, through a group in it too, each once', async () => {
      await keepGroups();
      await approved(rule('^person2@'), 'decider');
      const request = await asked(
        entraGroup(finance.toUpperCase()),
        'security',
      );
      expect(request).toMatchObject({
        subject: { ...entraGroup(finance), name: 'Finance', known: null },
        peopleAsked: 4,
        actions: ['withdraw'],
      });
      const row = { exception_id: request.id };
      await sync.knex('exception').where(row).update({ until: '2027-01-31' });
      // Person 1 is in the group.
      const own = await decide(request.id, 'approved', 'decider');
      expect([own.status, own.body.error?.message]).toEqual([
        403,
        expect.stringMatching(/You would be exempt/),
      ]);
      const told = await api.get(`/exceptions/${request.id}`, 'decider');
      expect(told.body.actions).toEqual(['refuse']);
      await sync.knex('exception').where(row).update({
        requested_by: 'user:default/lead',
      });
      expect((await decide(request.id, 'approved')).status).toBe(200);
      await run();
      expect(sync.source.asked.join()).not.toContain('scope-group');
      expect(
        (await list('security', 'state=in-force&sort=until&order=desc')).items,
      ).toMatchObject([
        { subject: { name: 'Finance', known: true }, people: 3 },
        { subject: { kind: 'rule' }, people: 0 },
      ]);
      const { body } = await api.get(`/people/${tenantId}/${objectId(8)}`);
      const { person: of8, explanation } =
        routes.getPerson.response.parse(body);
      expect(of8).toMatchObject({
        state: 'exempt',
        exception: { entraGroup: { id: finance, name: 'Finance' } },
      });
      expect(
        explanation.find(({ outcome }) => outcome === 'decided')?.text,
      ).toBe(
        'Exempt until 2027-01-31 as a member of the Entra group Finance, approved by user:default/security.',
      );
      const { text } = await api.get(
        '/exceptions.csv?names=true&state=in-force',
      );
      expect(text).toMatch(new RegExp(`,entra-group,.*,Finance,${finance},`));
      const { body: whatIf } = await api.get('/what-if');
      expect(whatIf.assumed).toEqual(whatIf.shown);
      expect(whatIf.shown.counts.states.exempt).toBe(3);
      const guests = await api.get('/what-if?countGuests=true');
      expect(guests.body.assumed.counts.states.exempt).toBe(4);
    });

    it('is asked for where one sees somebody in it, and told to who asked and who decides', async () => {
      await keepGroups();
      // The lead sees person 2, and nobody of Guests.
      const { id } = await asked(entraGroup(finance), 'lead');
      const refused = async (of: string, caller: Caller) => {
        const { status, body } = await ask(entraGroup(of), caller);
        return [status, body.error?.message];
      };
      expect(await refused(objectId(33), 'lead')).toEqual([
        400,
        expect.stringMatching(/nobody whom you may see/),
      ]);
      expect(await refused(objectId(77), 'lead')).toEqual([
        400,
        expect.stringMatching(/does not know who is in the group/),
      ]);
      expect((await ask(entraGroup('finance'))).status).toBe(400);
      await decide(id, 'approved');
      await run();
      const subjectFor = async (caller: Caller) =>
        (await list(caller)).items.map(item => item.subject);
      const told = { ...entraGroup(finance), name: 'Finance', known: true };
      expect(await subjectFor('lead')).toEqual([told]);
      expect(await subjectFor('decider')).toEqual([told]);
      // Person 2 sees that they are exempt by it.
      expect(await subjectFor('self')).toEqual([
        { ...told, id: null, name: null },
      ]);
      const found = async (caller: Caller, q: string) =>
        (await list(caller, `q=${q}`)).items.length;
      expect(await found('security', 'financ')).toBe(1);
      expect(await found('self', 'financ')).toBe(0);
      expect(await found('self', finance)).toBe(0);
    });

    it('can be named by object id where groups are not kept, by who sees everybody', async () => {
      sync.source.eachOf['scope-group-members'] = {
        [finance]: [[{ id: objectId(1) }, { id: objectId(2) }]],
      };
      expect((await ask(entraGroup(finance), 'lead')).status).toBe(400);
      const { id, peopleAsked } = await asked(entraGroup(finance), 'security');
      expect(peopleAsked).toBeNull();
      // Nobody knows yet that person 1 is in it, so they are not exempt by their own word.
      expect((await decide(id, 'approved', 'decider')).status).toBe(200);
      await sync.run();
      expect((await list()).items).toMatchObject([
        { subject: { name: null, known: true }, people: 1 },
      ]);
    });
  });

  describe('who sees what', () => {
    it('shows all to who decides, and to others their own and those for people whom they may see', async () => {
      const ids = {
        own: (await asked(person(2), 'self')).id,
        ofPayments: (await approved(group('payments'), 'decider')).id,
        ofField: (await asked(group('field'), 'decider')).id,
        of8: (await approved(person(8), 'decider')).id,
        of11: (await asked(person(11), 'decider')).id,
        rule: (await approved(rule('^person(6|10)@'), 'decider')).id,
      };
      await sync.run();
      const seen = async (caller: Caller) => {
        const { items } = await list(caller);
        return Object.entries(ids)
          .filter(([, id]) => items.some(item => item.id === id))
          .map(([name]) => name);
      };
      const all = Object.keys(ids);
      expect(await seen('decider')).toEqual(all);
      expect(await seen('service')).toEqual(all);
      // Of two that end on one day, either may be the one that exempts person 6.
      expect((await seen('lead')).filter(name => name !== 'rule')).toEqual([
        'own',
        'ofPayments',
        'of11',
      ]);
      expect(await seen('self')).toEqual(['own', 'ofPayments']);

      const hidden = await api.get(`/exceptions/${ids.of8}`, 'lead');
      const missing = await api.get('/exceptions/none', 'lead');
      expect(hidden.status).toBe(404);
      expect(hidden.body.error.message).toBe(missing.body.error.message);
      expect(JSON.stringify((await list('lead')).items)).not.toMatch(
        /Person (8|10)\b|\^person/,
      );
      expect((await end(ids.of8, 'lead')).status).toBe(403);
      expect(
        (await api.post(`/exceptions/${ids.of11}/withdraw`, 'lead')).status,
      ).toBe(403);
      expect(
        (await api.post(`/exceptions/${ids.of8}/withdraw`, 'lead')).status,
      ).toBe(404);
    });

    it('finds by what the caller is told, and by nothing else', async () => {
      const ids = {
        of2: (await asked(person(2), 'self')).id,
        of8: (await asked(person(8), 'decider')).id,
        payments: (await asked(group('payments'), 'decider')).id,
        rule: (await approved(rule('^person(2|6)@'), 'decider')).id,
      };
      await sync.run();
      const found = async (caller: Caller, q: string) => {
        const { items, totalItems } = await list(
          caller,
          `count=true&q=${encodeURIComponent(q)}`,
        );
        expect(totalItems).toBe(items.length);
        return Object.entries(ids)
          .filter(([, id]) => items.some(item => item.id === id))
          .map(([name]) => name);
      };
      expect(await found('security', 'Person 8')).toEqual(['of8']);
      expect(await found('security', '^person')).toEqual(['rule']);
      expect(await found('lead', 'person 2')).toEqual(['of2']);
      expect(await found('lead', 'Payments')).toEqual(['payments']);
      // The lead sees the rule, but not whom it is for.
      expect(await found('lead', 'leave')).toEqual(['of2', 'payments', 'rule']);
      for (const q of ['^person', '(2|6)', 'Person 8']) {
        expect(await found('lead', q)).toEqual([]);
      }
      // Who decides without seeing people sees all exceptions, and no names.
      const sight = sightOf({
        decides: true,
        requests: false,
        people: { kind: 'none' },
        userRef: 'user:default/approver',
      });
      const countOf = (q: string) =>
        countFoundExceptions(
          sync.knex,
          { tenantId, snapshot: 2, newest: true },
          {
            at: sync.now,
            isNow: true,
            visibility: 'all',
            states: undefined,
            person: undefined,
            sort: 'requested',
            named: { q, sight },
          },
        );
      expect(
        await Promise.all(['Person 8', '^person', 'payments'].map(countOf)),
      ).toEqual([0, 1, 1]);
    });

    it('counts only people whom the caller may see', async () => {
      await approved(rule('^person[2-9]@'), 'decider');
      await sync.run();
      expect((await list()).items[0]).toMatchObject({
        people: 5,
        peopleAsked: 7,
        subject: { pattern: '^person[2-9]@' },
      });
      expect((await list('self')).items[0]).toMatchObject({
        people: 1,
        peopleAsked: null,
        subject: { pattern: null },
      });
    });

    it('tells what the caller may do, and within which limits', async () => {
      expect(await list('lead')).toMatchObject({
        may: { request: true, decide: false },
        limits: {
          maximumDays: 180,
          remindDaysBefore: 14,
          latestUntil: '2027-05-20',
        },
      });
      expect((await list()).may).toEqual({ request: true, decide: true });
      expect((await list('service')).may).toEqual({
        request: false,
        decide: false,
      });
    });

    it.each<[Caller, number[]]>([
      ['anonymous', [401, 401, 401, 401, 401, 401, 401]],
      ['nobody', [403, 403, 403, 403, 403, 403, 403]],
      ['countsOnly', [403, 403, 403, 403, 403, 403, 403]],
      ['service', [200, 200, 200, 403, 403, 403, 403]],
      ['self', [200, 200, 200, 200, 403, 403, 403]],
      ['lead', [200, 200, 200, 200, 403, 403, 200]],
      ['decider', [200, 200, 200, 200, 200, 200, 403]],
      ['security', [200, 200, 200, 200, 200, 200, 403]],
    ])('%s on every endpoint: %j', async (caller, expected) => {
      const waits = await asked(person(2));
      const other = await asked(person(2));
      const inForce = await approved(person(2));
      const answers = [
        await api.get('/exceptions', caller),
        await api.get('/exceptions.csv', caller),
        await api.get(`/exceptions/${waits.id}`, caller),
        await ask(person(2), caller),
        await decide(waits.id, 'refused', caller),
        await end(inForce.id, caller),
        await api.post(`/exceptions/${other.id}/withdraw`, caller),
      ];
      expect(answers.map(({ status }) => status)).toEqual(expected);
      const mine = Object.values(routes).filter(({ path }) =>
        path.startsWith('/exceptions'),
      );
      expect(answers).toHaveLength(mine.length);
    });
  });

  it('pages through every exception once, at any page size and sort', async () => {
    for (let i = 0; i < 7; i += 1) {
      await putException(sync.knex, {
        tenantId,
        id: `e-${i}`,
        subject: objectId(2),
        until: `2026-12-0${1 + ((i * 3) % 4)}`,
        requestedAt: new Date(sync.now.getTime() - (i % 3) * 1000),
        approvedAt: i % 2 ? sync.now : undefined,
      });
    }
    for (const query of [
      '',
      'order=asc',
      'sort=until',
      'state=in-force&sort=until',
      'state=in-force&sort=until&order=desc',
    ]) {
      const all = (await list('security', query)).items.map(({ id }) => id);
      expect(all).toHaveLength(query.startsWith('state') ? 3 : 7);
      const first = await list('security', `${query}&limit=1&count=true`);
      expect(first.totalItems).toBe(all.length);
      const walked: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await list(
          'security',
          `${query}&limit=2${cursor && `&cursor=${cursor}`}`,
        );
        walked.push(...page.items.map(({ id }) => id));
        cursor = page.pageInfo.nextCursor;
      }
      expect(walked).toEqual(all);
    }
    const by = async (query: string) =>
      (await list('security', query)).items.map(({ until, requested }) =>
        query.startsWith('sort=until') ? until : requested.at,
      );
    for (const sort of exceptionSorts) {
      const values = await by(`sort=${sort}&order=asc`);
      expect(values).toEqual([...values].sort());
      expect(await by(`sort=${sort}&order=desc`)).toEqual(values.reverse());
      expect(await by(`sort=${sort}`)).toEqual(
        await by(`sort=${sort}&order=${naturalOrders.exceptions[sort]}`),
      );
    }
  });

  it('lists those of one person, and counts all', async () => {
    const { id } = await asked(person(2));
    await asked(person(1));
    await asked(group('payments'));
    const { items, states } = await list(
      'security',
      `person=${objectId(2).toUpperCase()}`,
    );
    expect(items.map(one => one.id)).toEqual([id]);
    expect(states.requested).toBe(3);
    expect(
      await list('self', `person=${objectId(1)}&count=true`),
    ).toMatchObject({ items: [], totalItems: 0 });
  });

  it('tells who decides that somebody asks, and who asked what was decided, without a sync', async () => {
    await api.stop();
    const { next, features } = notificationsOf();
    api = await startTestApi(
      sync,
      { notify: { approvers: ['group:default/security'] } },
      features,
    );
    const told = next();
    const { id } = await asked(person(2));
    expect(await told).toMatchObject({
      recipients: {
        entityRef: ['group:default/security'],
        excludeEntityRef: 'user:default/lead',
      },
      payload: { topic: 'MFA exception requested' },
    });
    const answered = next();
    expect((await decide(id, 'refused')).status).toBe(200);
    expect(await answered).toMatchObject({
      recipients: { entityRef: ['user:default/lead'] },
      payload: { topic: 'MFA exception decided' },
    });
  });

  it('says before the first sync that there is nothing', async () => {
    await api.stop();
    sync = await createTestTenant(await databases.init(databaseId));
    api = await startTestApi(sync);
    expect((await list()).items).toEqual([]);
    expect((await ask(person(2))).status).toBe(404);
  });
});
