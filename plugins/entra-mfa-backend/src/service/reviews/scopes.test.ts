import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type {
  Mine,
  Review,
  ReviewItem,
  ReviewSchedule,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { createReviewTenant } from '../../__testUtils__/reviewTenant';
import {
  groupEntity,
  groupRow,
  objectId,
  userEntity,
} from '../../__testUtils__/rows';
import { silentLogger } from '../../__testUtils__/silentLogger';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { tenantId } from '../../__testUtils__/testTenant';
import type { TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';
import { collectors as all } from '../../collectors';
import { groupsWith } from '../../collectors/groups';
import type { EntraMfaConfig } from '../../config/types';
import { NoticeSender } from '../../notifications/NoticeSender';
import { findReviewNews } from '../../reminders/findReviewNews';
import { ReviewerReminders } from '../../reminders/ReviewerReminders';
import { readLastReviewClosed } from '../../store/controls/countForControls';
import { advanceSchedule, readSchedules } from '../../store/reviews/schedules';
import { ReviewOpener } from './ReviewOpener';

jest.setTimeout(120_000);

const databases = TestDatabases.one();
const collectors = [...all.filter(one => !one.onlyWhereChosen), groupsWith([])];
const config = {
  entraGroups: { read: true },
  reviews: { noMethodAfterDays: 14 },
};
const DAY = 24 * 3_600_000;
const ofRole = { kind: 'role', id: globalAdministrator };
const leads = { kind: 'leads' };
const numberOf = ({ id }: { id: string }) => Number(id.slice(-2));

/**
 * The tenant of {@link createReviewTenant}, where person 2 is in Field, which nobody leads, below Engineering, which the
 * owner leads; and person 3 in Payments, which they lead themselves, with somebody who sees counts only.
 */
async function createTenant(): Promise<TestSync> {
  const [[id]] = databases.eachSupportedId();
  const sync = await createReviewTenant(await databases.init(id));
  const led = (name: string, leaders: string, parent?: string) => {
    const group = groupEntity(name, parent);
    const annotations = { 'entra-mfa/lead': leaders };
    return { ...group, metadata: { ...group.metadata, annotations } };
  };
  Object.assign(sync.source.pages, {
    'catalog-groups': [
      [
        led('engineering', 'owner'),
        led('payments', 'counts-only, person3', 'engineering'),
        groupEntity('field', 'engineering'),
      ],
    ],
    'catalog-memberships': [
      [
        ...[1, 3, 6].map(number => userEntity(number, ['payments'])),
        userEntity(2, ['field']),
      ],
    ],
    groups: [
      [
        groupRow(31, 'Finance', [1, 2], { inside: [32] }),
        groupRow(32, 'Ledgers', [2, 8]),
      ],
    ],
  });
  await sync.run({ collectors });
  return sync;
}

describe('reviews of a role, a group and a team', () => {
  let sync: TestSync;
  let api: TestApi;
  let sent: NotificationSendOptions[] = [];

  beforeAll(async () => {
    sync = await createTenant();
    api = await startTestApi(sync, config);
  });
  afterAll(() => api.stop());

  const post = async (path: string, body: object, caller?: Caller) => {
    const answer = await api.post(path, caller).send(body);
    return { status: answer.status, ...answer.body };
  };
  const open = async (body: object): Promise<Review> =>
    routes.openReview.response.parse(
      (await api.post('/reviews').send(body)).body,
    );
  const get = async (number: number, caller?: Caller): Promise<Review> =>
    (await api.get(`/reviews/${number}`, caller)).body;
  const items = async (number: number, query = '', caller?: Caller) => {
    const { body } = await api.get(
      `/reviews/${number}/items?sort=name&${query}`,
      caller,
    );
    return body.items as ReviewItem[];
  };
  const listed = async (number: number, query = '', caller?: Caller) =>
    (await items(number, query, caller)).map(numberOf);
  const decide = (
    number: number,
    person: number,
    decision: string,
    caller?: Caller,
  ) =>
    post(
      `/reviews/${number}/items/${objectId(person)}/decision`,
      { decision, note: 'Looked at' },
      caller,
    );
  const options = () => ({
    knex: sync.knex,
    clock: sync.clock,
    logger: silentLogger,
    plugins: {
      getInstalledPlugins: async () => [{ pluginId: 'notifications' }],
    },
    notifications: {
      send: async (one: NotificationSendOptions) => {
        sent.push(one);
      },
    },
    notify: {
      leads: true,
      security: [],
      approvers: [],
      pagePath: '/entra-mfa',
    },
  });
  const trail = async (kind: string) => {
    const rows = await sync
      .knex('connection_event')
      .where({ tenant_id: tenantId, kind, outcome: 'done' })
      .orderBy('sequence');
    return rows.map(({ details }) => JSON.parse(details));
  };
  const remind = async () => {
    sent = [];
    await new ReviewerReminders(options()).send(tenantId);
    return sent.map(
      ({ recipients, payload }) =>
        `${(recipients as { entityRef: string[] }).entityRef}: ${
          payload.title
        }`,
    );
  };

  it('list whoever has the role, and ask the nearest lead who is somebody else', async () => {
    const review = await open({
      scope: { ...ofRole, id: globalAdministrator.toUpperCase() },
      reviewers: leads,
      dueOn: '2026-12-05',
    });
    expect(review).toMatchObject({
      number: 1,
      title: 'Global Administrator, Q4 2026',
      scope: { ...ofRole, name: 'Global Administrator' },
      due: { on: '2026-12-05', daysLeft: 14 },
      counts: { items: 3, open: 3 },
      reviewers: {
        kind: 'leads',
        progress: [
          { ref: 'user:default/counts-only', items: 1, open: 1 },
          { ref: 'user:default/owner', items: 1, open: 1 },
        ],
        unassigned: { items: 1, open: 1 },
      },
      mine: { items: 0, open: 0 },
      followUp: null,
    });
    expect(
      (await items(1)).map(item => ({
        ...{ person: numberOf(item), reviewers: item.reviewers },
        ...{ as: item.member?.as, still: item.member?.still },
        ...{ needsNote: item.keepNeedsNote, mayDecide: item.mayDecide },
      })),
    ).toEqual([
      {
        ...{ person: 2, reviewers: ['user:default/owner'] },
        ...{ as: ['active'], still: true, needsNote: false, mayDecide: true },
      },
      {
        ...{ person: 3, reviewers: ['user:default/counts-only'] },
        ...{ as: ['active'], still: true, needsNote: true, mayDecide: true },
      },
      {
        ...{ person: 4, reviewers: [] },
        ...{ as: ['active'], still: true, needsNote: true, mayDecide: true },
      },
    ]);
    expect(await listed(1, 'reviewer=nobody')).toEqual([4]);
  });

  it('list who is in a group or a team, in one inside it too, beside the others', async () => {
    const group = await open({ scope: { kind: 'group', id: objectId(31) } });
    expect(group.title).toBe('Finance, Q4 2026');
    expect(await listed(2)).toEqual([1, 2, 8]);
    const team = { kind: 'team', id: 'group:default/engineering' };
    expect((await open({ scope: team, title: 'Ours' })).title).toBe('Ours');
    expect(await listed(3)).toEqual([1, 2, 3, 6]);
    const risks = await open({});
    expect(risks).toMatchObject({ scope: { kind: 'risks' }, compared: {} });
    // Whose list a rule made, and whose a statement, need a note alike.
    const notes = new Map(
      (await items(4)).map(({ id, keepNeedsNote }) => [id, keepNeedsNote]),
    );
    const members = [...(await items(1)), ...(await items(3))];
    const inBoth = members.filter(({ id }) => notes.has(id));
    expect(inBoth.map(numberOf)).toEqual([2, 3, 4, 2, 3, 6]);
    for (const { id, keepNeedsNote } of inBoth) {
      expect(notes.get(id)).toBe(keepNeedsNote);
    }
    const { body } = await api.get('/reviews');
    expect(body.open).toBe(4);
    expect(await post('/reviews', { scope: ofRole })).toMatchObject({
      status: 409,
      error: {
        message:
          'Review 1 of this tenant is open: close it before the next one of this role is opened',
      },
    });
  });

  it.each([
    ['no such role', { scope: { kind: 'role', id: 'x' } }, 'no role'],
    ['no such group', { scope: { kind: 'group', id: 'x' } }, 'no group'],
    ['no such team', { scope: { kind: 'team', id: 'x' } }, 'no team'],
    ['which role', { scope: { kind: 'role' } }, 'needs its id'],
    ['a past day', { dueOn: '2026-11-20' }, `Parameter 'dueOn'`],
    ['nobody', { reviewers: { kind: 'users' } }, 'name one user'],
    [
      'a group as user',
      { reviewers: { kind: 'users', users: ['group:default/a'] } },
      'is no user',
    ],
  ])('are refused for %s', async (_, body, message) => {
    expect(await post('/reviews', body)).toMatchObject({
      status: 400,
      error: { message: expect.stringContaining(message) },
    });
  });

  it('show a reviewer their people alone, on whom they decide without the permission', async () => {
    const { body } = await api.get('/reviews', 'countsOnly');
    expect(body).toMatchObject({ mayConduct: false, visibility: 'some' });
    expect(body.schedules).toEqual([]);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      ...{ number: 1, counts: { items: 1 }, mine: { items: 1, open: 1 } },
      reviewers: { progress: [], unassigned: null },
    });
    expect(await listed(1, '', 'countsOnly')).toEqual([3]);
    expect((await api.get('/reviews/2', 'countsOnly')).status).toBe(404);
    const mine: Mine = (await api.get('/mine', 'countsOnly')).body;
    expect(mine.reviews).toEqual([
      {
        ...{ number: 1, title: 'Global Administrator, Q4 2026', open: 1 },
        ...{ dueOn: '2026-12-05', daysLeft: 14 },
      },
    ]);

    expect(await decide(1, 2, 'keep', 'countsOnly')).toMatchObject({
      status: 404,
      error: { message: expect.stringContaining('asked to decide') },
    });
    expect((await decide(2, 2, 'keep', 'countsOnly')).status).toBe(404);
    expect((await decide(1, 3, 'register', 'countsOnly')).status).toBe(400);
    expect(await decide(1, 3, 'keep', 'countsOnly')).toMatchObject({
      status: 200,
      decision: { by: 'user:default/counts-only' },
      mayDecide: true,
    });
    const close = await post('/reviews/1/close', {}, 'countsOnly');
    expect(close.status).toBe(403);
    const { reviews } = (await api.get('/mine', 'countsOnly')).body as Mine;
    expect(reviews).toEqual([]);
  });

  it('let who sees somebody by name decide on nobody, and nobody else in', async () => {
    const [item] = await items(1, '', 'lead');
    expect([numberOf(item), item.mayDecide]).toEqual([3, false]);
    expect((await decide(1, 3, 'keep', 'lead')).status).toBe(403);
    expect((await api.get('/reviews', 'nobody')).status).toBe(403);
    expect((await api.get('/reviews', 'service')).status).toBe(200);
  });

  it('decide for all of a reviewer at once, and for no others', async () => {
    const many = await post(
      '/reviews/1/decisions',
      { decision: 'remove-access', filter: {} },
      'owner',
    );
    expect(many).toMatchObject({ status: 200, decided: 1 });
    expect(await listed(1, 'decision=remove-access')).toEqual([2]);
    expect((await decide(1, 4, 'remove-access')).status).toBe(200);
  });

  it('end a reviewer’s sight when they close, and tell whether access has gone since', async () => {
    await post('/reviews/1/close', {});
    expect(await get(1)).toMatchObject({
      due: { daysLeft: null },
      followUp: { toRemove: 2, removed: 0, still: 2, notKnown: 0 },
    });
    expect((await api.get('/reviews', 'countsOnly')).status).toBe(403);

    const [roles] = sync.source.pages['role-assignments']!;
    sync.source.pages['role-assignments'] = [
      (roles as { principalId: string }[]).filter(
        ({ principalId }) => principalId !== objectId(2),
      ),
    ];
    await sync.run({ collectors });
    expect((await get(1)).followUp).toEqual({
      ...{ toRemove: 2, removed: 1, still: 1, notKnown: 0 },
    });
    expect(
      (await items(1)).map(item => [numberOf(item), item.member?.still]),
    ).toEqual([
      [2, false],
      [3, true],
      [4, true],
    ]);
  });

  it('ask named users about everybody but themselves', async () => {
    await post('/reviews/3/close', { reason: 'Made anew', open: 4 });
    const users = ['user:default/person2', 'USER:default/counts-only'];
    const team = await open({
      scope: { kind: 'team', id: 'group:default/engineering' },
      title: 'Ours',
      reviewers: { kind: 'users', users },
      dueOn: '2026-11-25',
    });
    expect(team.reviewers).toMatchObject({
      progress: [
        { ref: 'user:default/counts-only', items: 4, open: 4 },
        { ref: 'user:default/person2', items: 3, open: 3 },
      ],
      unassigned: { items: 0, open: 0 },
    });
    // That they are asked again opens no review that is closed.
    expect((await api.get('/reviews/1', 'countsOnly')).status).toBe(404);
    expect((await get(5, 'self')).mine).toEqual({ items: 3, open: 3 });
    expect(await listed(5, 'reviewer=me', 'self')).toEqual([1, 2, 3, 6]);
    expect((await decide(5, 2, 'keep', 'self')).status).toBe(403);
    expect((await decide(5, 1, 'keep', 'self')).status).toBe(200);
  });

  it('tell reviewers at first, before the day and after it, and who opened it that it is overdue', async () => {
    const both = (when: string) =>
      [
        `user:default/counts-only: Access review “Ours”: decide on 3 people`,
        `user:default/person2: Access review “Ours”: decide on 2 people`,
      ].map(text => `${text}${when}`);
    expect(await remind()).toEqual(both(' until 2026-11-25'));
    expect(sent[0].payload.link).toBe(
      `/entra-mfa/compliance/reviews/5?tenant=${tenantId}&reviewer=me&decision=open`,
    );
    expect(await remind()).toEqual([]);
    await sync.letPass(2 * DAY);
    expect(await remind()).toEqual([]);
    await sync.letPass(DAY);
    expect(await remind()).toEqual(both(' until 2026-11-25'));
    await sync.letPass(2 * DAY);
    expect(await remind()).toEqual(both('. It was due on 2026-11-25'));
    expect(await remind()).toEqual([]);

    sent = [];
    const notices = new NoticeSender(options());
    await notices.tell(tenantId, findReviewNews(options()));
    await notices.tell(tenantId, findReviewNews(options()));
    expect(sent.map(({ recipients }) => recipients)).toEqual([
      { type: 'entity', entityRef: ['user:default/security'] },
    ]);
  });

  it('are no baseline of a review of risks, nor one for the controls', async () => {
    const closed = () => readLastReviewClosed(sync.knex, tenantId, sync.now);
    expect(await closed()).toBeNull();
    const { counts } = await get(4);
    await post('/reviews/4/close', { reason: 'Done', open: counts.open });
    expect(await closed()).toEqual(sync.now);
    await post('/reviews/5/close', { reason: 'Done', open: 3 });
    const next = await open({ title: 'Next' });
    expect(next.compared.review).toBe(4);
  });

  it('open again by themselves after a good sync on their day, once, until they are stopped', async () => {
    const { status, ...made } = await post('/review-schedules', {
      ...{ title: 'Administrators', scope: ofRole, reviewers: leads },
      ...{ dueDays: 14, every: 'monthly', firstDay: '2026-11-30' },
    });
    expect(status).toBe(201);
    expect(made).toMatchObject({ waits: 'not-yet', nextDay: '2026-11-30' });
    const schedule = async (): Promise<ReviewSchedule> =>
      (await api.get('/reviews')).body.schedules[0];
    const look = () =>
      new ReviewOpener({
        ...options(),
        config: config as unknown as EntraMfaConfig,
      }).open(tenantId);

    await sync.letPass(5 * DAY);
    await sync
      .knex('snapshot')
      .update({ fresh_until: new Date(sync.now.getTime() + 30 * DAY) });
    await look();
    expect((await schedule()).waits).toBe('not-read');
    await sync.run({ collectors });
    expect((await schedule()).waits).toBe('stale');
    await sync
      .knex('snapshot')
      .update({ fresh_until: new Date(sync.now.getTime() + 30 * DAY) });
    expect((await schedule()).waits).toBeNull();
    await Promise.all([look(), look()]);
    expect(await schedule()).toMatchObject({
      ...{ lastReview: 7, nextDay: '2026-12-30', waits: 'not-yet' },
    });
    expect(await get(7)).toMatchObject({
      ...{ title: 'Administrators, 2026-11-30', schedule: made.id },
      ...{ opened: { by: 'user:default/security' }, due: { daysLeft: 14 } },
      ...{ scope: ofRole, reviewers: { kind: 'leads' } },
    });
    expect((await api.get('/reviews/8')).status).toBe(404);

    const change = (body: object, caller?: Caller) =>
      post(`/review-schedules/${made.id}/change`, body, caller);
    const users = ['user:default/person2'];
    sync.now = new Date(sync.now.getTime() + 1000);
    const changed = await change(
      {
        ...{ version: 1, title: 'Admins', every: 'quarterly', dueDays: null },
        reviewers: { kind: 'users', users },
      },
      'decider',
    );
    expect(changed).toMatchObject({
      ...{ status: 200, version: 2, title: 'Admins', dueDays: null },
      ...{ nextDay: '2027-02-28', reviewers: { kind: 'users', users } },
      created: { by: 'user:default/security' },
      changed: { by: 'user:default/person1', at: sync.now.toISOString() },
    });
    expect(await get(7)).toMatchObject({
      ...{ title: 'Administrators, 2026-11-30', due: { daysLeft: 14 } },
      reviewers: { kind: 'leads' },
    });
    // Who looked at the first version hears of the second, and nothing of it is lost.
    expect(await change({ version: 1, title: 'Late' })).toMatchObject({
      ...{ status: 409, error: { message: expect.stringMatching(/changed/) } },
    });
    expect(await change({ version: 2, every: 'monthly' })).toMatchObject({
      ...{ status: 200, version: 3, title: 'Admins', dueDays: null },
      ...{ nextDay: '2026-12-30', reviewers: { users } },
    });
    // A review that was about to open with the words of before does not: the next look opens it with those of now.
    const [stored] = await readSchedules(sync.knex, tenantId);
    const opens = (version: number) =>
      sync.knex.transaction(async trx => {
        const to = { review: 7, nextDay: stored.next_day };
        return advanceSchedule(trx, { ...stored, version }, to);
      });
    expect([await opens(2), await opens(3)]).toEqual([false, true]);
    expect((await trail('review-plan-changed')).slice(-1)).toEqual([
      {
        ...{ schedule: made.id, changed: 'every', every: 'monthly' },
        ...{ reviewers: null, dueDays: null },
      },
    ]);

    await post('/reviews/7/close', { reason: 'Done', open: 2 });
    await sync.letPass(30 * DAY);
    await sync.run({ collectors });
    await sync
      .knex('snapshot')
      .update({ fresh_until: new Date(sync.now.getTime() + 30 * DAY) });
    await look();
    expect(await get(8)).toMatchObject({
      ...{ title: 'Admins, 2026-12-30', due: null },
      reviewers: { kind: 'users' },
    });

    const stop = `/review-schedules/${made.id}/stop`;
    expect((await post(stop, {})).state).toBe('stopped');
    expect((await post(stop, {})).status).toBe(409);
    expect(await change({ version: 4, title: 'Again' })).toMatchObject({
      ...{ status: 409, error: { message: expect.stringMatching(/stopped/) } },
    });
    await post('/reviews/8/close', { reason: 'Done', open: 2 });
    await sync.letPass(40 * DAY);
    await sync.run({ collectors });
    await look();
    expect((await api.get('/reviews/9')).status).toBe(404);
  });

  const handOver = (number: number, from: string, to: string, by?: Caller) =>
    post(
      `/reviews/${number}/handover`,
      { from: `user:default/${from}`, to: `User:Default/${to}` },
      by,
    );
  const progressOf = async (number: number) =>
    (await get(number)).reviewers.progress.map(
      ({ ref, items: given, open: left }) =>
        `${ref.slice('user:default/'.length)} ${left}/${given}`,
    );

  it('give whom a lead has left to another user, who is told, and keep what the lead decided', async () => {
    const team = { kind: 'team', id: 'group:default/payments' };
    const { number } = await open({ scope: team, reviewers: leads });
    // Person 3 leads the team with them, and is decided on by somebody else.
    expect(await progressOf(number)).toEqual([
      'counts-only 3/3',
      'person3 2/2',
    ]);
    await decide(number, 1, 'keep', 'countsOnly');
    expect(await remind()).toHaveLength(2);

    const given = await handOver(number, 'counts-only', 'person3', 'decider');
    expect(given).toMatchObject({ status: 200, given: 1, ownLeftOut: true });
    expect(await handOver(number, 'counts-only', 'person3')).toMatchObject({
      ...{
        status: 403,
        error: { message: expect.stringMatching(/themselves/) },
      },
    });
    expect(await progressOf(number)).toEqual([
      'counts-only 1/2',
      'person3 1/2',
    ]);

    await sync.letPass(DAY);
    expect(await handOver(number, 'counts-only', 'person2')).toMatchObject({
      ...{ given: 1, ownLeftOut: false },
    });
    expect(await progressOf(number)).toEqual([
      ...['person2 1/1', 'person3 1/2', 'counts-only 0/1'],
    ]);
    expect(await listed(number, 'reviewer=me', 'self')).toEqual([3]);
    expect((await items(number))[0]).toMatchObject({
      decision: { by: 'user:default/counts-only' },
    });
    expect((await get(number)).handovers).toMatchObject([
      {
        ...{ from: 'user:default/counts-only', to: 'user:default/person2' },
        ...{ items: 1, by: 'user:default/security' },
        at: sync.now.toISOString(),
      },
      { to: 'user:default/person3', items: 1, by: 'user:default/person1' },
    ]);
    expect((await get(number, 'lead')).handovers).toEqual([]);
    expect((await trail('review-handed-over')).slice(-1)).toEqual([
      { review: number, given: 1 },
    ]);
    // Whoever was told already is told again of whom they are given; others are not.
    expect(await remind()).toEqual([
      expect.stringMatching(/^user:default\/person2: .*decide on 1 person$/),
    ]);
    expect(await remind()).toEqual([]);
    await handOver(number, 'person2', 'security');
    await handOver(number, 'security', 'person2');
    expect(await remind()).toEqual([]);
    sync.now = new Date(sync.now.getTime() + 1000);
    await handOver(number, 'person2', 'security');
    await handOver(number, 'security', 'person2');
    expect(await remind()).toHaveLength(1);
    expect(await remind()).toEqual([]);

    expect(await handOver(number, 'counts-only', 'person2')).toMatchObject({
      ...{
        status: 409,
        error: { message: expect.stringMatching(/nobody left/) },
      },
    });
    expect((await handOver(number, 'person2', 'person2')).status).toBe(400);
    expect((await handOver(number, 'person2', 'owner', 'self')).status).toBe(
      403,
    );
    const body = { from: 'user:default/person2', to: 'group:default/payments' };
    expect((await post(`/reviews/${number}/handover`, body)).status).toBe(400);
    await post(`/reviews/${number}/close`, { reason: 'Done', open: 2 });
    expect(await handOver(number, 'person2', 'owner')).toMatchObject({
      ...{ status: 409, error: { message: expect.stringMatching(/next one/) } },
    });
  });

  it('give whom a named user has left to another, but for themselves', async () => {
    const { number } = await open({
      scope: { kind: 'team', id: 'group:default/payments' },
      reviewers: { kind: 'users', users: ['user:default/counts-only'] },
    });
    await decide(number, 1, 'keep', 'countsOnly');
    expect(await handOver(number, 'counts-only', 'person3')).toMatchObject({
      ...{ given: 1, ownLeftOut: true },
    });
    expect(await progressOf(number)).toEqual([
      'counts-only 1/2',
      'person3 1/1',
    ]);
    const [first, third, sixth] = await items(number);
    expect([first, third, sixth].map(item => item.reviewers)).toEqual([
      ['user:default/counts-only'],
      ['user:default/counts-only'],
      ['user:default/person3'],
    ]);
    expect((await decide(number, 6, 'keep', 'countsOnly')).status).toBe(404);
    // To who was asked about everybody, nobody is given twice.
    await post(`/reviews/${number}/close`, { reason: 'Done', open: 2 });
    const again = await open({
      scope: { kind: 'team', id: 'group:default/payments' },
      reviewers: {
        kind: 'users',
        users: ['user:default/counts-only', 'user:default/person2'],
      },
    });
    await handOver(again.number, 'counts-only', 'person2');
    expect(await progressOf(again.number)).toEqual(['person2 3/3']);
  });
});
