import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  createErasedTenant,
  liveThrough,
  setZelda,
  traces,
  zelda,
} from '../../__testUtils__/erasedTenant';
import { startTestApi, type TestApi } from '../../__testUtils__/startTestApi';
import { tenantId } from '../../__testUtils__/testTenant';
import { TestSync } from '../../__testUtils__/TestSync';
import { textsOf } from '../../__testUtils__/textsOf';
import { eventDataSets } from '../../store/run/eventRecords';
import { STILL_TRUE } from '../../store/sql/tables';
import { databaseTime } from '../../store/sql/databaseTime';

jest.setTimeout(60_000);

// What it decides knows no database; the SQL behind it is tested on both elsewhere.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const elsewhere = '0a1b2c3d-0000-4000-8000-000000000002';
const reason = 'Request 4711';

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let sync: TestSync;
  let others: TestSync['source']['pages'];
  let past: string;
  let api: TestApi;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    const made = await createErasedTenant(knex);
    ({ sync, others } = made);
    past = made.past.toISOString();
    const other = new TestSync(knex, { tenantId: elsewhere });
    await liveThrough(other, others);
    api = await startTestApi(sync);
  });

  afterAll(() => api.stop());

  const erase = (
    body: object = { reason },
    caller?: Parameters<TestApi['post']>[1],
  ) => api.post(`/people/${tenantId}/${zelda}/erase`, caller).send(body);

  const found = async () =>
    (await textsOf(sync.knex, tenantId)).filter(text => traces.test(text));

  /** How many events of the person a tenant has kept, and whether they are at risk. */
  const tried = async (of = tenantId) => {
    const keys: string[] = await sync
      .knex('record')
      .where({ tenant_id: of })
      .whereIn('data_set', [...eventDataSets, 'risky-users'])
      .pluck('record_key');
    return keys.filter(key => key.startsWith(zelda)).length;
  };

  /** What a device is called, and how many own it, in every version that is kept. */
  const called = async (of = tenantId) => {
    const rows: { record_key: string; body: string }[] = await sync
      .knex('record')
      .where({ tenant_id: of, data_set: 'devices' })
      .orderBy(['record_key', 'from_run']);
    return rows.map(({ record_key: key, body }) => {
      const { name, owners } = JSON.parse(body);
      return [key.slice(34, 36), key.slice(-2), name, owners.length];
    });
  };

  /** All that was counted, ever, and what is answered of it. */
  const counted = async () => {
    const answers: unknown[] = [];
    for (const table of [
      'coverage',
      'owner_coverage',
      'person_change',
      'person_change_total',
      'person_team',
      'person_role',
    ]) {
      const rows: Record<string, unknown>[] = await sync
        .knex(table)
        .where({ tenant_id: tenantId })
        .orderBy(1);
      answers.push(
        rows.map(({ owner_set: _, ...row }) => JSON.stringify(row)).sort(),
      );
    }
    const teams = 'group/default/checkout';
    for (const path of [
      `/overview?at=${past}`,
      `/teams?at=${past}`,
      `/teams/${teams}?at=${past}`,
      `/roles?at=${past}`,
      `/what-if?at=${past}&phoneOff=true`,
      `/what-if?at=${past}&team=group:default/checkout&phoneOff=true`,
    ]) {
      const { status, body } = await api.get(path);
      // The version of what is assumed is that of the settings, which named somebody.
      delete body.assumed?.rulesVersion;
      // What is computed now has no methods that are gone; what was stored has.
      delete body.assumed?.counts.methods;
      answers.push([path, status, body]);
    }
    const { body } = await api.get(`/changes?from=${past}`);
    answers.push(body.counts);
    for (const filter of ['inCatalog=true', 'tier=phishing-resistant']) {
      const people = await api.get(`/people?at=${past}&count=true&${filter}`);
      answers.push(people.body.totalItems);
    }
    // What a scope rule is called is no figure, though it stands beside one.
    const texts = JSON.stringify(answers);
    return JSON.parse(texts.replace(/Zelda Quill/g, 'Erased person'));
  };

  it.each<[string, object, number]>([
    ['no reason', {}, 400],
    ['an empty reason', { reason: ' ' }, 400],
    ['something unknown', { reason, force: true }, 400],
    ['a reason with the name', { reason: 'ZELDA QUILL asked' }, 400],
    ['a reason with the mail', { reason: 'see z.quill@contoso.com' }, 400],
    ['a reason with the entity', { reason: 'user:default/zquill' }, 400],
  ])('refuses %s, and names nobody', async (_, body, expected) => {
    const { status, body: answer } = await erase(body);
    expect(status).toBe(expected);
    expect(answer.error.message).not.toMatch(traces);
  });

  it('lets only a user with the permission erase', async () => {
    expect((await erase({ reason }, 'countsOnly')).status).toBe(403);
    const { status, body } = await erase({ reason }, 'service');
    expect(status).toBe(403);
    expect(body.error.message).toContain('Only a user');
  });

  it.each(['unheard-of', '%', '_'.repeat(36)])(
    'knows nobody of the object id %s',
    async id => {
      const path = `/people/${tenantId}/${encodeURIComponent(id)}/erase`;
      expect((await api.post(path).send({ reason })).status).toBe(404);
    },
  );

  it('says of a past day that the person has left', async () => {
    const path = `/people/${tenantId}/${zelda}?at=${past}`;
    expect((await api.get(path)).body).toMatchObject({ left: true });
    const { body } = await api.get(
      `/people/${tenantId}/${zelda.replace('20', '02')}?at=${past}`,
    );
    expect(body.left).toBeUndefined();
  });

  it('does not erase while a sync is under way', async () => {
    const { run } = await sync.lastRun();
    const last = { tenant_id: tenantId, run };
    await sync
      .knex('run')
      .where(last)
      .update({ state: 'running', heartbeat_at: databaseTime(sync.knex) });
    const { status, body } = await erase();
    await sync.knex('run').where(last).update({ state: 'published' });
    expect(status).toBe(409);
    expect(body.error.message).toContain('wait until it ends');
  });

  it('takes every trace out of every table and version, and moves no count', async () => {
    const before = await found();
    expect(await tried()).toBe(3);
    expect(await tried(elsewhere)).toBe(3);
    for (const place of [
      'person.display_name',
      'person.user_principal_name',
      'person.sort_name',
      'person.search_text',
      'person.entity_ref',
      'person_entity.entity_ref',
      'record.record_key',
      'record.body',
      'unmatched.label',
      'unmatched.unmatched_key',
      'team_lead.lead_ref',
      'owner_set.owner_ref',
      'owner_set.owner_set',
      'owner_coverage.owner_set',
      'owned_entity.owner_set',
      'exception.subject',
      'exception.reason',
      'exception.requested_by',
      'exception.decided_by',
      'exception.decision_note',
      'break_glass_drill.note',
      'break_glass_drill.recorded_by',
      'hold.reason',
      'hold.released_by',
      'review.title',
      'review.close_reason',
      'review_item.note',
      'review_decision.note',
      'review_assignment.reviewer_ref',
      'review_reminder.reviewer_ref',
      'review_handover.from_ref',
      'review_handover.to_ref',
      'review_handover.given_by',
      'review_schedule.title',
      'review_schedule.created_by',
      'review_schedule_user.reviewer_ref',
      'snapshot.settings',
    ]) {
      expect(before.some(text => text.startsWith(`${place}:`))).toBe(true);
    }
    const signIns = sync.knex('record').where({
      data_set: 'sign-in-activity',
      record_key: zelda,
    });
    await sync.knex('record').insert(
      [tenantId, elsewhere].map(tenant_id => ({
        ...{ tenant_id, data_set: 'sign-in-activity', record_key: zelda },
        ...{ from_run: 1, to_run: STILL_TRUE, hash: 'h'.repeat(43) },
        body: JSON.stringify({ day: '2026-11-18', kind: 'successful' }),
      })),
    );
    const there = await textsOf(sync.knex, elsewhere);
    const figures = await counted();

    const { status, body } = await erase();
    expect([status, body]).toEqual([
      200,
      { tenant: tenantId, id: zelda, erasedAt: sync.now.toISOString() },
    ]);

    expect(await signIns.clone().pluck('tenant_id')).toEqual([elsewhere]);
    // Two other accounts, whose names only look alike.
    expect(await found()).toEqual(
      before
        .filter(text => text.startsWith('snapshot.settings'))
        .map(text =>
          text
            .replace(/Zelda Quill/g, 'Erased person')
            .replace(/\^zelda\\\\.quill@contoso\\\\.com/g, 'Erased person'),
        ),
    );
    const methods = await sync
      .knex('person')
      .where({ tenant_id: tenantId, object_id: zelda })
      .distinct('methods')
      .pluck('methods');
    expect(methods).toEqual(['[]']);
    // Another process has none of the answers of before.
    await api.stop();
    api = await startTestApi(sync);
    expect(await counted()).toEqual(figures);
    expect(await textsOf(sync.knex, elsewhere)).toEqual(there);
  });

  it('says who erased, when and why to who may erase, and when to others', async () => {
    const path = `/people/${tenantId}/${zelda}?at=${past}`;
    const { body } = await api.get(path);
    const at = sync.now.toISOString();
    expect(body).toMatchObject({
      person: {
        displayName: 'Erased person',
        userPrincipalName: '',
        methods: [],
        state: 'covered',
        tier: 'phishing-resistant',
      },
      left: true,
      erased: { at, by: 'user:default/security', reason },
      explanation: [],
    });
    expect(JSON.stringify(body)).not.toMatch(traces);
    const { body: lead } = await api.get(path, 'lead');
    expect(lead.erased).toEqual({ at });
  });

  it('has nothing left to erase', async () => {
    const { status, body } = await erase();
    expect(status).toBe(409);
    expect(body.error.message).toContain('erased already');
  });

  it('stays erased with the next syncs, whose report has the row still, and changes it', async () => {
    const theirs = [
      // Where another one owns a device too, it is that one's.
      ['00', '20', null, 0],
      ['00', '20', null, 0],
      ['00', '22', null, 0],
      ['01', '21', null, 1],
      ['01', '21', null, 1],
      ['01', '23', 'Somebody’s', 1],
    ];
    expect(await called()).toEqual(theirs);
    expect((await called(elsewhere)).map(([, , name]) => name)).toContain(
      'Zelda’s laptop',
    );
    expect(await tried()).toBe(0);
    // That of the other tenant.
    expect(await sync.knex('reminder_sent').pluck('tenant_id')).toEqual([
      elsewhere,
    ]);
    await sync.run();
    await sync.runRefreshed(30);
    const [report] = sync.source.pages.registrations!.at(-1) as [object];
    sync.source.pages.registrations!.splice(-1, 1, [
      { ...report, isSsprEnabled: true, userDisplayName: 'Zelda Quill II' },
    ]);
    await sync.run();
    const left = (await found()).filter(
      text => !text.startsWith('snapshot.settings'),
    );
    expect(left).toEqual([]);
    // Microsoft has what they tried for weeks.
    expect(await tried()).toBe(0);
    expect(await tried(elsewhere)).toBe(3);
    // Nor is a device called again what it was, and none is another one by that.
    expect(await called()).toEqual(theirs);
  });

  it('takes who comes back for somebody who joins, and erases them again', async () => {
    setZelda(sync, others, true);
    await sync.run();
    const { body } = await api.get(`/people/${tenantId}/${zelda}`);
    expect(body.person).toMatchObject({
      displayName: 'Zelda Quill',
      // Of a row that has not changed since it was emptied here.
      methods: ['windowsHelloForBusiness'],
      tier: 'phishing-resistant',
    });
    expect(body.erased).toBeUndefined();
    expect(body.history[0].kind).toBe('joined');
    expect(body.devices.map(({ name }: { name: null }) => name)).toEqual([
      null,
      null,
    ]);
    const then = await api.get(`/people/${tenantId}/${zelda}?at=${past}`);
    expect(then.body.person.displayName).toBe('Erased person');
    expect(then.body.left).toBeUndefined();

    const { status, body: refusal } = await erase();
    expect(status).toBe(409);
    expect(refusal.error.message).toMatch(
      /delete it in Entra.* User entity .*owner or lead: .* component:default\/pair, component:default\/solo, group:default\/quality\. Then sync/,
    );
    expect(refusal.error.message).not.toMatch(traces);

    setZelda(sync, others, false);
    await sync.run();
    expect((await erase()).status).toBe(200);
    expect(
      (await found()).filter(text => !text.startsWith('snapshot.settings')),
    ).toEqual([]);
  });

  it('reads anew who is back with the very next sync', async () => {
    setZelda(sync, others, true);
    await sync.run();
    const { body } = await api.get(`/people/${tenantId}/${zelda}`);
    expect(body.person.methods).toEqual(['windowsHelloForBusiness']);
  });
});
