import type { ExceptionAction } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { objectId, userEntity, userRow } from '../__testUtils__/rows';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { createTestTenant } from '../__testUtils__/testTenant';
import type { TestSync } from '../__testUtils__/TestSync';

jest.setTimeout(60_000);

const databases = TestDatabases.one();

/** The User entity that security signs in as. */
function security({ names, email }: { names?: number; email?: string }) {
  return {
    ...userEntity(0),
    metadata: {
      name: 'security',
      namespace: 'default',
      annotations: names
        ? { 'graph.microsoft.com/user-id': objectId(names) }
        : {},
    },
    spec: { profile: { email } },
  };
}

describe.each(databases.eachSupportedId())('four eyes on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  const start = async (config: object = {}) => {
    await sync.run();
    api = await startTestApi(sync, {
      fourEyes: { unidentifiedMayDecide: false },
      ...config,
    });
  };

  const users = () =>
    sync.source.pages['catalog-users']!.flat() as ReturnType<
      typeof userEntity
    >[];

  /** Person 2 has the mail that somebody else has as the name, who so gets the Users of it. */
  const shareMail = () => {
    const rows = sync.source.pages.users!.flat() as { id: string }[];
    sync.source.pages.users = [
      [
        ...rows.filter(({ id }) => id !== objectId(2)),
        userRow(2, { mail: 'Two@contoso.com' }),
        userRow(21, { userPrincipalName: 'two@contoso.com', mail: null }),
      ],
    ];
  };

  async function ask(subject: object, caller: 'self' | 'lead' = 'self') {
    const { body } = await api
      .post('/exceptions', caller)
      .send({ subject, reason: 'On leave', until: '2026-12-31' });
    return body.id as string;
  }

  async function decide(id: string, decision = 'approved') {
    const seen = await api.get(`/exceptions/${id}`);
    const { status, body } = await api
      .post(`/exceptions/${id}/decision`)
      .send({ decision, note: 'Agreed' });
    return {
      offered: seen.body.actions as ExceptionAction[],
      status,
      message: body.error?.message,
    };
  }

  const vacant = { kind: 'group', ref: 'group:default/field' };

  beforeEach(async () => {
    sync = await createTestTenant(await databases.init(databaseId));
  });

  afterEach(() => api.stop());

  it('are not those of one person with two Users of one mail', async () => {
    shareMail();
    sync.source.pages['catalog-users']!.push([
      security({ email: 'TWO@contoso.com' }),
    ]);
    await start();
    expect(await decide(await ask(vacant))).toEqual({
      offered: ['withdraw'],
      status: 403,
      message: expect.stringContaining('You asked for this exception yourself'),
    });
    expect(
      await decide(await ask({ kind: 'person', id: objectId(2) }), 'refused'),
    ).toMatchObject({ status: 403 });
  });

  it('are not those of one person whose mail the subject has', async () => {
    shareMail();
    sync.source.pages['catalog-users']!.push([
      security({ email: 'two@contoso.com' }),
      userEntity(3, [], {
        metadata: {
          name: 'lead',
          namespace: 'default',
          annotations: { 'graph.microsoft.com/user-id': objectId(3) },
        },
      }),
    ]);
    await start();
    const id = await ask({ kind: 'person', id: objectId(2) }, 'lead');
    expect(await decide(id)).toEqual({
      offered: ['refuse'],
      status: 403,
      message: expect.stringContaining('You would be exempt'),
    });
  });

  it('are not those of one person who has become another User meanwhile', async () => {
    await start();
    const id = await ask(vacant);
    sync.source.pages['catalog-users'] = [
      [
        ...users().filter(({ metadata }) => metadata.name !== 'person2'),
        security({ names: 2 }),
      ],
    ];
    await sync.run();
    expect(await decide(id)).toMatchObject({
      status: 403,
      message: expect.stringContaining('You asked for this exception yourself'),
    });
  });

  it('are not those of somebody whom nobody knows', async () => {
    await start();
    const id = await ask(vacant);
    const unknown = {
      offered: [],
      status: 403,
      message: expect.stringContaining('Nobody can tell who of the directory'),
    };
    expect(await decide(id)).toEqual(unknown);
    expect(await decide(id, 'refused')).toEqual(unknown);
    sync.source.pages['catalog-users']!.push([security({ names: 3 })]);
    await sync.run();
    expect(await decide(id)).toMatchObject({
      offered: ['approve', 'refuse'],
      status: 200,
    });
  });

  it('do not approve for somebody whom nobody knows', async () => {
    sync.source.pages['catalog-users']!.push([security({ names: 3 })]);
    await start();
    const id = await ask(vacant, 'lead');
    expect(await decide(id)).toMatchObject({
      offered: ['refuse'],
      status: 403,
      message: expect.stringContaining('Nobody can tell who asked'),
    });
    expect((await decide(id, 'refused')).status).toBe(200);
  });

  it('are two users where the portal says so', async () => {
    await start({ fourEyes: { unidentifiedMayDecide: true } });
    expect((await decide(await ask(vacant, 'lead'))).status).toBe(200);
  });

  it('of an assessment are not those of one person with two Users, nor of somebody whom nobody knows', async () => {
    await start();
    // Prepared by person 1, who is another User afterwards.
    await api
      .post('/assessments', 'decider')
      .send({ from: '2026-11-01', to: '2026-11-20' });
    await api.post('/assessments/1/submit', 'decider').send({});
    const approve = async () => {
      const { body: seen } = await api.get('/assessments/1');
      const { status, body } = await api
        .post('/assessments/1/decision')
        .send({ decision: 'approved', step: 2 });
      return [seen.actions?.[0], status, body.error?.message];
    };
    expect(await approve()).toEqual([
      'comment',
      403,
      expect.stringContaining('Nobody can tell who of the directory'),
    ]);
    sync.source.pages['catalog-users'] = [
      [
        ...users().filter(({ metadata }) => metadata.name !== 'person1'),
        security({ names: 1 }),
      ],
    ];
    await sync.run();
    expect(await approve()).toEqual([
      'comment',
      403,
      expect.stringContaining('yourself'),
    ]);
    sync.source.pages['catalog-users'] = [
      [
        ...users().filter(({ metadata }) => metadata.name !== 'security'),
        userEntity(1),
        security({ names: 3 }),
      ],
    ];
    await sync.run();
    expect(await approve()).toEqual(['approve', 200, undefined]);
  });

  describe('in a review', () => {
    const decideOn = async (number: number) => {
      const { status, body } = await api
        .post(`/reviews/1/items/${objectId(number)}/decision`)
        .send({ decision: 'register' });
      return [status, body.error?.message];
    };

    it('are not those of somebody who shares a mail with who is decided on', async () => {
      shareMail();
      sync.source.pages['catalog-users']!.push([
        security({ email: 'two@contoso.com' }),
      ]);
      await start();
      await api.post('/reviews').send({});
      expect(await decideOn(2)).toEqual([
        403,
        expect.stringContaining('You are this person'),
      ]);
      const { body } = await api.get('/reviews/1/items');
      expect(
        body.items.flatMap((item: { own: boolean; id: string }) =>
          item.own ? [item.id] : [],
        ),
      ).toEqual(expect.arrayContaining([objectId(2)]));
      expect(await decideOn(8)).toEqual([200, undefined]);
    });

    it('are not those of somebody whom nobody knows', async () => {
      await start();
      await api.post('/reviews').send({});
      expect(await decideOn(8)).toEqual([
        403,
        expect.stringContaining('Nobody can tell who of the directory'),
      ]);
      const many = await api
        .post('/reviews/1/decisions')
        .send({ decision: 'register', ids: [objectId(8)] });
      expect(many.status).toBe(403);
    });
  });
});
