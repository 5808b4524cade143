import {
  naturalOrders,
  sortOrders,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { objectId, reportRow, userRow } from '../../__testUtils__/rows';
import {
  createReviewTenant,
  expectedReview,
} from '../../__testUtils__/reviewTenant';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { tenantId } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(120_000);

const databases = TestDatabases.one();

interface Item {
  id: string;
  reasons: string[];
}

const numberOf = ({ id }: { id: string }) => Number(id.slice(-2));

describe.each(databases.eachSupportedId())('reviews on %s', databaseId => {
  let sync: TestSync;
  let api: TestApi;

  beforeAll(async () => {
    sync = await createReviewTenant(await databases.init(databaseId));
    api = await startTestApi(sync);
  });

  afterAll(() => api.stop());

  const open = (body: object = {}, caller?: Caller) =>
    api.post('/reviews', caller).send(body);
  const decide = (number: number, body: object, caller?: Caller, review = 1) =>
    api
      .post(`/reviews/${review}/items/${objectId(number)}/decision`, caller)
      .send(body);
  const decideMany = (body: object, caller?: Caller, review = 1) =>
    api.post(`/reviews/${review}/decisions`, caller).send(body);
  const close = (body: object = {}, caller?: Caller, review = 1) =>
    api.post(`/reviews/${review}/close`, caller).send(body);
  const listed = async (query = '', caller?: Caller, review = 1) => {
    const { body } = await api.get(`/reviews/${review}/items?${query}`, caller);
    return body.items.map(numberOf);
  };
  const item = async (number: number, review = 1) => {
    const { body } = await api.get(`/reviews/${review}/items`);
    return body.items.find((one: Item) => numberOf(one) === number);
  };
  const message = async (sent: ReturnType<TestApi['get']>) => {
    const { status, body } = await sent;
    return `${status}: ${body.error?.message}`;
  };

  it('has none at first, and says what a new one is called', async () => {
    const { body } = await api.get('/reviews');
    expect(body).toEqual({
      items: [],
      open: null,
      schedules: [],
      mayConduct: true,
      defaultTitle: 'Q4 2026',
      visibility: 'all',
      pageInfo: { nextCursor: null },
    });
    expect((await api.get('/reviews/1')).status).toBe(404);
    expect((await api.get('/reviews/1/items')).status).toBe(404);
  });

  it('refuses to open one to who may not', async () => {
    for (const caller of ['lead', 'self', 'countsOnly', 'nobody'] as const) {
      expect(await message(open({}, caller))).toContain(
        '403: You need the permission entra-mfa.review.conduct',
      );
    }
    expect(await message(open({}, 'service'))).toContain('403: Only a user');
    expect(await message(open({ tenant: 'elsewhere' }))).toContain('404');
    expect(await message(open({ title: ' ' }))).toContain(
      "400: Parameter 'title'",
    );
  });

  it('opens one with everybody whom a reason fits, once', async () => {
    const { status, body } = await open();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tenant: tenantId,
      number: 1,
      title: 'Q4 2026',
      snapshot: { number: 3 },
      compared: { snapshot: 1, review: null },
      noMethodAfterDays: 14,
      opened: { by: 'user:default/security', at: sync.now.toISOString() },
      closed: null,
      counts: { items: 10, decided: 0, open: 10 },
    });
    expect(body.counts.reasons).toEqual({
      privileged: 3,
      new: 5,
      'left-but-enabled': 2,
      disabled: 0,
      'no-method': 4,
    });
    const { body: items } = await api.get('/reviews/1/items');
    expect(
      Object.fromEntries(
        items.items.map((one: Item) => [numberOf(one), one.reasons]),
      ),
    ).toEqual(expectedReview);
    expect(items.totalItems).toBe(10);
  });

  it('opens no second one', async () => {
    expect(await message(open({ title: 'Another' }))).toContain(
      '409: Review 1 of this tenant is open',
    );
    const both = await Promise.all([open(), open()]);
    expect(both.map(({ status }) => status)).toEqual([409, 409]);
  });

  it('lists the greatest risk first, then by name, and filters', async () => {
    expect(await listed()).toEqual([3, 15, 2, 4, 5, 13, 8, 6, 16, 7]);
    expect(await listed('reason=left-but-enabled')).toEqual([15, 5]);
    expect(await listed('reason=privileged,left-but-enabled')).toEqual([
      3, 15, 2, 4, 5,
    ]);
    expect(await listed('q=PERSON1')).toEqual([15, 13, 16]);
    expect(await listed('decision=keep')).toEqual([]);
    expect(await listed('decision=open&reason=privileged')).toHaveLength(3);
    expect(await message(api.get('/reviews/1/items?decision=maybe'))).toContain(
      "400: Parameter 'decision'",
    );
  });

  it.each([
    ['name', [13, 15, 16, 2, 3, 4, 5, 6, 7, 8]],
    ['privileged', [2, 3, 4, 13, 15, 16, 5, 6, 7, 8]],
    // Privileged without a method; left, and new; one of the first two; without a method, and new; and so on.
    ['risk', [3, 15, 2, 4, 5, 13, 8, 6, 16, 7]],
  ] as const)('sorts by %s, there and back', async (sort, expected) => {
    const natural = naturalOrders.reviewItems[sort];
    expect(await listed(`sort=${sort}`)).toEqual(expected);
    for (const order of sortOrders) {
      expect(await pagedBy(`sort=${sort}&order=${order}`)).toEqual(
        order === natural ? expected : [...expected].reverse(),
      );
    }
  });

  async function pagedBy(query: string): Promise<number[]> {
    const seen: number[] = [];
    let cursor = '';
    do {
      const { body } = await api.get(
        `/reviews/1/items?limit=3&${query}${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map(numberOf));
      cursor = body.pageInfo.nextCursor ?? '';
    } while (cursor);
    return seen;
  }

  it('pages to its end, each person once', async () => {
    expect(await pagedBy('')).toEqual(await listed());
    const { body } = await api.get('/reviews/1/items?limit=3');
    expect(
      await message(
        api.get(`/reviews/2/items?limit=3&cursor=${body.pageInfo.nextCursor}`),
      ),
    ).toContain("400: Parameter 'cursor' belongs to another review");
  });

  it('shows a lead their people, who decide nothing', async () => {
    expect(await listed('', 'lead')).toEqual([3, 6]);
    const { body } = await api.get('/reviews', 'lead');
    expect(body).toMatchObject({
      mayConduct: false,
      open: null,
      visibility: 'some',
      items: [{ number: 1, counts: { items: 2, open: 2 } }],
    });
    expect((await api.get('/reviews/1/items', 'lead')).body.totalItems).toBe(2);
    expect(await listed('q=person8', 'lead')).toEqual([]);
    expect((await decide(3, { decision: 'keep' }, 'lead')).status).toBe(403);
    expect((await decideMany({ decision: 'keep' }, 'lead')).status).toBe(403);
    expect((await close({}, 'lead')).status).toBe(403);
  });

  it('shows nothing of a review to who may see nobody in it', async () => {
    const { body } = await api.get('/reviews', 'self');
    expect(body.items).toHaveLength(1);
    expect(await listed('', 'self')).toEqual([2]);
    expect((await api.get('/reviews/1', 'countsOnly')).status).toBe(403);
    const owner = await api.get('/reviews/1', 'owner');
    expect(owner.status).toBe(404);
    expect((await api.get('/reviews', 'owner')).body.items).toEqual([]);
  });

  it('records a decision with who and when, and a changed mind', async () => {
    const { status, body } = await decide(5, {
      decision: 'no-account',
      note: '  Left in October  ',
    });
    expect(status).toBe(200);
    const first = {
      decision: 'no-account',
      note: 'Left in October',
      by: 'user:default/security',
      at: sync.now.toISOString(),
    };
    expect(body).toMatchObject({ decision: first, earlier: [] });
    sync.now = new Date(sync.now.getTime() + 60_000);
    await decide(5, { decision: 'keep' }, 'decider');
    expect(await item(5)).toMatchObject({
      decision: {
        decision: 'keep',
        note: null,
        by: 'user:default/person1',
        at: sync.now.toISOString(),
      },
      earlier: [first],
    });
    const { body: review } = await api.get('/reviews/1');
    expect(review.counts).toMatchObject({ decided: 1, open: 9 });
    expect(await listed('decision=keep')).toEqual([5]);
  });

  it('asks for a note to keep somebody privileged without a method', async () => {
    expect(await message(decide(3, { decision: 'keep' }))).toContain(
      "400: Parameter 'note' is wrong: This person is privileged",
    );
    expect(await message(decide(3, { decision: 'keep', note: ' ' }))).toContain(
      '400',
    );
    expect(
      (await decide(3, { decision: 'keep', note: 'On leave' })).status,
    ).toBe(200);
    expect((await decide(2, { decision: 'keep' })).status).toBe(200);
  });

  it('tells each wrong input apart', async () => {
    const keep = { decision: 'keep' };
    expect(await message(decide(1, keep))).toContain(
      '404: This person is not on the list',
    );
    expect(await message(decide(5, keep, 'security', 7))).toContain(
      '404: There is no such review',
    );
    expect(await message(decide(5, { decision: 'maybe' }))).toContain(
      "400: Parameter 'decision'",
    );
    expect(await message(decideMany(keep))).toContain("'ids' or 'filter'");
    expect(
      await message(decideMany({ ...keep, ids: [objectId(5)], filter: {} })),
    ).toContain("'ids' or 'filter'");
    expect(
      await message(decideMany({ ...keep, ids: [objectId(5), objectId(99)] })),
    ).toContain('404: 1 of these people is not on the list');
    expect(
      await message(
        decideMany({ ...keep, filter: { reason: ['new'] }, expected: 2 }),
      ),
    ).toContain('409: The filter finds 5 people by now, not 2');
    expect(await message(api.get('/reviews/x'))).toContain(
      "400: Parameter 'number'",
    );
  });

  it('decides several at once', async () => {
    const { body } = await decideMany({
      decision: 'register',
      filter: { reason: ['new'], decision: ['open'] },
      expected: 5,
    });
    expect(body).toMatchObject({
      decided: 5,
      ownLeftOut: false,
      review: { counts: { decided: 8, open: 2, decisions: { register: 5 } } },
    });
    expect(await listed('decision=register')).toEqual([15, 13, 8, 16, 7]);
    expect(
      await message(
        decideMany({ decision: 'keep', filter: { reason: ['privileged'] } }),
      ),
    ).toContain('2 of these people are privileged');
  });

  it('shows people as they are now beside how they were', async () => {
    const rows = sync.source.pages.registrations!.flat() as Item[];
    sync.source.pages.registrations = [
      rows.map(row => (numberOf(row) === 6 ? reportRow(6) : row)),
    ];
    sync.source.pages.users = [
      (sync.source.pages.users!.flat() as Item[]).filter(
        row => numberOf(row) !== 15,
      ),
    ];
    await sync.run();
    expect(await item(6)).toMatchObject({
      reasons: ['no-method'],
      registeredSince: true,
      then: { registered: false, state: 'uncovered' },
      now: { registered: true, state: 'covered' },
      teams: [{ ref: 'group:default/payments' }],
    });
    expect(await item(15)).toMatchObject({ now: null, registeredSince: false });
    expect(await listed('', 'lead')).toEqual([3, 6]);
    expect((await api.get('/reviews/1')).body.snapshot.number).toBe(3);
  });

  it('closes with open people only where they are named and explained', async () => {
    expect(await message(close())).toContain(
      '409: 2 people have no decision yet: Person 4, Person 6.',
    );
    expect(await message(close({ reason: 'Time is over' }))).toContain('409');
    expect(await message(close({ reason: 'Time', open: 1 }))).toContain(
      '409: 2 people have no decision by now, not 1',
    );
    const { status, body } = await close({ reason: 'Asked twice', open: 2 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      closed: {
        by: 'user:default/security',
        at: sync.now.toISOString(),
        reason: 'Asked twice',
      },
      counts: { items: 10, decided: 8, open: 2 },
    });
    expect(await listed('decision=open')).toEqual([4, 6]);
  });

  it('changes nothing after it was closed', async () => {
    const before = (await api.get('/reviews/1/items')).body;
    const sent = [
      decide(4, { decision: 'keep' }),
      decideMany({ decision: 'keep', ids: [objectId(4)] }),
      close(),
    ];
    for (const one of sent) {
      expect(await message(one)).toContain('409: This review was closed on');
    }
    expect((await api.get('/reviews/1/items')).body).toEqual(before);
  });

  it('compares the next one with the one that was closed', async () => {
    sync.source.pages.users!.push([
      userRow(20, { createdDateTime: sync.now.toISOString() }),
    ]);
    await sync.run();
    const { body } = await open({ title: 'Extra' }, 'decider');
    expect(body).toMatchObject({
      number: 2,
      title: 'Extra',
      compared: { snapshot: 3, review: 1 },
    });
    expect(await listed('reason=new', 'security', 2)).toEqual([20]);
    expect(await listed('reason=left-but-enabled', 'security', 2)).toEqual([]);
    const { body: all } = await api.get('/reviews?limit=1');
    expect(all.items.map(({ number }: { number: number }) => number)).toEqual([
      2,
    ]);
    const { body: rest } = await api.get(
      `/reviews?limit=1&cursor=${all.pageInfo.nextCursor}`,
    );
    expect(rest.items[0]).toMatchObject({ number: 1, counts: { open: 2 } });
  });

  it('lets nobody decide on themselves', async () => {
    // Person 1, who decides, becomes privileged.
    await close(
      {
        reason: 'Opened too early',
        open: (await listed('', 'security', 2)).length,
      },
      'security',
      2,
    );
    const roles = sync.source.pages['role-assignments']!.flat() as object[];
    sync.source.pages['role-assignments'] = [
      [...roles, { ...roles[0], id: 'r1', principalId: objectId(1) }],
    ];
    await sync.run();
    await open({}, 'decider');
    const { body } = await api.get('/reviews/3/items', 'decider');
    expect(
      body.items.filter(({ own }: { own: boolean }) => own).map(numberOf),
    ).toEqual([1]);
    expect(
      await message(decide(1, { decision: 'keep' }, 'decider', 3)),
    ).toContain('403: You are this person');
    expect(
      await message(
        decideMany({ decision: 'keep', ids: [objectId(1)] }, 'decider', 3),
      ),
    ).toContain('403: You are this person');
    const bulk = await decideMany(
      { decision: 'remove-access', filter: {} },
      'decider',
      3,
    );
    expect(bulk.body).toMatchObject({
      ownLeftOut: true,
      review: { counts: { open: 1 } },
    });
    expect(await listed('decision=open', 'security', 3)).toEqual([1]);
    expect((await decide(1, { decision: 'keep' }, 'security', 3)).status).toBe(
      200,
    );
    expect((await close({}, 'security', 3)).status).toBe(200);
  });
});
