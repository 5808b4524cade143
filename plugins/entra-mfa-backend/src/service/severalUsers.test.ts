import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  groupEntity,
  objectId,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import {
  conditionsOf,
  startTestApi,
  type Caller,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { createTestTenant, tenantId } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

// What it decides knows no database; the SQL behind it is tested on both elsewhere.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A User of another source, which names an object id or has an address only. */
function user(
  ref: string,
  who: { names?: number; email?: string },
  groups: string[] = [],
) {
  const [namespace, name] = ref.split('/');
  const annotations = who.names
    ? { 'graph.microsoft.com/user-id': objectId(who.names) }
    : {};
  return {
    ...userEntity(0, groups),
    metadata: { name, namespace, annotations },
    spec: { profile: { email: who.email } },
  };
}

const further = [
  user('zzz/one', { names: 1 }, ['vacant']),
  user('aaa/two', { email: 'Person2@contoso.com' }, ['field']),
  user('aaa/boss', { email: 'person13@contoso.com' }),
  user('default/owner', { names: 13 }),
];

/**
 * The tenant of the other tests, where people have further Users: person 1, of Payments and Checkout,
 * is a member of Vacant as another; person 2, of Checkout, is one of Field by another's address; and
 * person 13, who leads Payments as one User, signs in as another.
 */
function giveUsers({ source }: TestSync): void {
  source.pages.users!.push([userRow(13)]);
  source.pages.registrations!.push([reportRow(13)]);
  source.pages['catalog-users']!.push(further);
  source.pages['catalog-memberships']!.push(further);
  const payments = groupEntity('payments', 'engineering');
  source.pages['catalog-groups'] = [
    [
      groupEntity('engineering'),
      {
        ...payments,
        relations: [
          ...payments.relations,
          { type: 'ownedBy', targetRef: 'user:aaa/boss' },
        ],
      },
      groupEntity('checkout', 'payments'),
      groupEntity('field'),
      groupEntity('vacant'),
    ],
  ];
  source.pages['catalog-ownership'] = [
    [
      ownedEntity('tool', ['user:default/person2', 'user:default/person1']),
      ownedEntity('kit', ['user:aaa/two', 'user:default/person2']),
    ],
  ];
}

describe.each(databases.eachSupportedId())('several Users on %s', id => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    knex = await databases.init(id);
    sync = await createTestTenant(knex);
    await sync.run();
    giveUsers(sync);
    await sync.run();
    api = await startTestApi(sync, { exposure: 'all' });
  });

  afterAll(() => api.stop());

  const people = async (query: string, caller?: Caller) =>
    routes.getPeople.response
      .parse((await api.get(`/people?${query}`, caller)).body)
      .items.map(({ displayName }) => displayName);
  const team = async (name: string, query = '') =>
    routes.getTeam.response.parse(
      (await api.get(`/teams/group/default/${name}${query}`)).body,
    );

  it('count a person in the teams of all of them, and once above', async () => {
    expect(await people('team=group:default/vacant')).toEqual(['Person 1']);
    expect((await team('vacant')).people).toBe(1);
    expect(await people('team=group:default/field&sort=name')).toEqual([
      'Person 10',
      'Person 2',
      'Person 4',
      'Person 7',
      'Person 8',
    ]);
    expect((await team('field')).people).toBe(5);
    expect((await team('checkout')).people).toBe(3);
    const { counts } = routes.getOverview.response.parse(
      (await api.get('/overview')).body,
    );
    expect(counts).toMatchObject({ people: 12, notInCatalog: 1 });
  });

  it('are none of them not in Entra', async () => {
    const { items } = routes.getUnmatched.response.parse(
      (await api.get('/unmatched?kind=catalog-user')).body,
    );
    expect(items.map(({ key }) => key)).toEqual(['user:default/person9']);
  });

  it('show the first by its ref, and are each found', async () => {
    for (const ref of ['user:aaa/two', 'user:default/person2']) {
      const { items } = routes.getPeople.response.parse(
        (await api.get(`/people?entityRef=${ref}`)).body,
      );
      expect(items).toMatchObject([
        { displayName: 'Person 2', entityRef: 'user:aaa/two' },
      ]);
    }
    expect(await people('entityRef=user:default/person3')).toEqual([
      'Person 3',
    ]);
  });

  it('let a person see themselves as any of them', async () => {
    // Signed in as person2, who is shown as another.
    expect(await people('', 'self')).toEqual(['Person 2']);
    expect(await people('entityRef=user:aaa/two', 'self')).toEqual([
      'Person 2',
    ]);
  });

  it('let a lead see their teams as any of them', async () => {
    expect(await people('sort=name', 'owner')).toEqual([
      '=HYPERLINK("http://evil.example")',
      'Person 1',
      'Person 2',
      'Person 5',
      'Person 6',
    ]);
    expect((await team('payments')).names).toBe('visible');
  });

  it.each(['self', 'owner'] as const)(
    'are what the permission backend is told too (%s)',
    async caller => {
      const resource = (number: number) => ({
        id: `${number}`,
        resourceRef: `${tenantId}/${objectId(number)}`,
        ...conditionsOf(caller),
      });
      const { body } = await api.applyConditions([resource(2), resource(3)]);
      expect(
        body.items.map(({ result }: { result: string }) => result),
      ).toEqual(['ALLOW', 'DENY']);
    },
  );

  it('are the same person among owners, once', async () => {
    const ownersOf = async (name: string) =>
      routes.getEntityOwners.response.parse(
        (await api.get(`/entities/component/default/${name}/owners`)).body,
      );
    const kit = await ownersOf('kit');
    expect(kit.figure).toMatchObject({
      people: 1,
      uncovered: 1,
      ownersNotFound: 0,
    });
    expect(kit.owners.map(({ found }) => found)).toEqual([true, true]);
    expect(kit.people.map(({ displayName }) => displayName)).toEqual([
      'Person 2',
    ]);
    const tool = await ownersOf('tool');
    expect(tool.figure).toMatchObject({ people: 2, ownersNotFound: 0 });
  });

  it('reach what each of them owns', async () => {
    const { body } = await api.get(
      `/people/${tenantId}/${objectId(2)}/services`,
    );
    expect(
      routes.getPersonServices.response
        .parse(body)
        .items.map(({ ref, through }) => `${ref.split('/')[1]} ${through}`),
    ).toEqual(['kit owner', 'tool owner']);
  });

  it('each have the state of the person', async () => {
    const { users } = routes.getEntityStatus.response.parse(
      (await api.get('/entity-status', 'service')).body,
    );
    const of = (number: number) =>
      users
        .filter(one => one.objectId === objectId(number))
        .map(({ entityRef, state }) => `${entityRef} ${state}`);
    expect(of(1)).toEqual([
      'user:default/person1 covered',
      'user:zzz/one covered',
    ]);
    expect(of(2)).toEqual([
      'user:aaa/two uncovered',
      'user:default/person2 uncovered',
    ]);
    expect(of(3)).toEqual(['user:default/person3 covered']);
  });

  it('all stand among the rows behind the person', async () => {
    const { records } = routes.getPerson.response.parse(
      (await api.get(`/people/${tenantId}/${objectId(2)}`)).body,
    );
    expect(
      records
        .filter(({ dataSet }) => dataSet.startsWith('catalog'))
        .map(({ key }) => key)
        .sort(),
    ).toEqual([
      'user:aaa/two',
      'user:aaa/two|group:default/field',
      'user:default/person2',
      'user:default/person2|group:default/checkout',
    ]);
  });

  it('ask for an exception for oneself as any of them', async () => {
    const { body } = await api.post('/exceptions', 'self').send({
      subject: { kind: 'person', id: objectId(2) },
      reason: 'on leave',
      until: '2026-12-01',
    });
    expect(routes.getException.response.parse(body).subject).toMatchObject({
      id: objectId(2),
    });
  });

  it('are as they were at a past date', async () => {
    const at = '&at=2026-11-21T09:30:00Z';
    expect(await people(`entityRef=user:aaa/two${at}`)).toEqual([]);
    expect(await people(`entityRef=user:default/person2${at}`)).toEqual([
      'Person 2',
    ]);
    expect((await team('vacant', '?at=2026-11-21T09:30:00Z')).people).toBe(0);
  });

  it('go one by one, and tell those who changed', async () => {
    const { source } = sync;
    for (const dataSet of ['catalog-users', 'catalog-memberships'] as const) {
      source.pages[dataSet] = source.pages[dataSet]!.map(page =>
        (page as typeof further).filter(
          ({ metadata }) => metadata.name !== 'one',
        ),
      );
    }
    const { objectIds, groupRefs } = await sync.run();
    expect([...objectIds]).toEqual([objectId(1)]);
    expect(groupRefs).toEqual(['group:default/vacant']);
    expect(await people('entityRef=user:zzz/one')).toEqual([]);
    expect(await people('entityRef=user:default/person1')).toEqual([
      'Person 1',
    ]);
    expect((await team('vacant')).people).toBe(0);
    const before = await sync.size('person_entity');
    await sync.run();
    expect(await sync.size('person_entity')).toBe(before);
  });
});

it('keep a person from approving an exception for themselves as another User', async () => {
  const sync = await createTestTenant(await databases.init('SQLITE_3'));
  const others = sync.source.pages['catalog-users']!.flat() as {
    metadata: { name: string };
  }[];
  // Person 1 decides as a User who has their address, and is shown as one who names them.
  sync.source.pages['catalog-users'] = [
    [
      ...others.filter(({ metadata }) => metadata.name !== 'person1'),
      user('default/person1', { email: 'person1@contoso.com' }),
      user('aaa/one', { names: 1 }),
    ],
  ];
  await sync.run();
  const api = await startTestApi(sync);
  const { body } = await api.post('/exceptions').send({
    subject: { kind: 'person', id: objectId(1) },
    reason: 'on leave',
    until: '2026-12-01',
  });
  const exception = routes.getException.response.parse(body);
  const { status } = await api
    .post(`/exceptions/${exception.id}/decision`, 'decider')
    .send({ decision: 'approved', note: 'as agreed' });
  expect(status).toBe(403);
  await api.stop();
});
