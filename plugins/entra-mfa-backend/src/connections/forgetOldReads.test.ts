import type { Knex } from 'knex';
import {
  groupEntity,
  objectId,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { silentLogger } from '../__testUtils__/silentLogger';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { tenantId } from '../__testUtils__/testTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { globalAdministrator } from '../assess/roles/privilegedRoles';
import { forgetOldReads } from './forgetOldReads';

jest.setTimeout(240_000);

const databases = TestDatabases.create();
const DAY = 86_400_000;
const people = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const teams = ['a', 'b', 'c'];
const SNAPSHOTS = 8;
const DAYS_BETWEEN = 60;
/** Of eight snapshots sixty days apart, the window begins with the fifth. */
const peopleDays = 130;
const FIRST = 5;

/** The same numbers each time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** Everything that can change does: who is there, what they are, where they belong, what they hold. */
function show(sync: TestSync, roll: (sides: number) => number) {
  const there = people.filter(() => roll(6) > 0);
  const entities = there
    .filter(() => roll(5) > 0)
    .map(number =>
      userEntity(
        number,
        teams.filter(() => roll(2) === 0),
      ),
    );
  sync.source.pages = {
    organization: [[{ id: tenantId, displayName: 'Contoso' }]],
    users: [
      [
        userRow(99),
        ...there.map(number =>
          userRow(number, {
            displayName: `Person ${number} ${'ABC'[roll(3)]}`,
            accountEnabled: roll(5) > 0,
            userType: roll(7) === 0 ? 'Guest' : 'Member',
          }),
        ),
      ],
    ],
    registrations: [
      [
        reportRow(99),
        ...there
          .filter(() => roll(7) > 0)
          .map(number => reportRow(number, roll(2) === 0)),
      ],
    ],
    'role-assignments': [
      there
        .filter(() => roll(3) === 0)
        .map(number => ({
          id: `r${number}`,
          principalId: objectId(number),
          roleDefinitionId: globalAdministrator,
          directoryScopeId: '/',
        })),
    ],
    'catalog-users': [[userEntity(99), userEntity(50 + roll(3)), ...entities]],
    'catalog-groups': [
      [
        groupEntity('a'),
        groupEntity('b', roll(2) === 0 ? 'a' : undefined),
        groupEntity('c', 'b'),
      ],
    ],
    'catalog-memberships': [[userEntity(99, ['a']), ...entities]],
    'catalog-ownership': [
      teams.map(team =>
        ownedEntity(`${team}-web`, [`group:default/${teams[roll(3)]}`]),
      ),
    ],
  };
}

const counts = [
  '/overview',
  '/teams?sort=name&limit=200',
  ...teams.map(team => `/teams/group/default/${team}`),
];
const questions = [
  ...counts,
  '/people?limit=200&count=true',
  '/people.csv',
  ...[...people, 99].map(number => `/people/${tenantId}/${objectId(number)}`),
  '/changes/weeks',
  '/changes/weeks?team=group:default/a',
  '/roles',
  '/services?limit=200',
  '/unmatched?kind=catalog-user',
  '/what-if?phoneOff=true',
];
const ofNow = ['freshness', 'rulesVersionToday', 'tenants', 'left'];

/** Without what speaks of now, and without what a person was before the window. */
function withinWindow(body: Record<string, unknown>, first: string) {
  const told = Object.fromEntries(
    Object.entries(body).filter(([key]) => !ofNow.includes(key)),
  );
  if (told.pageInfo) {
    told.pageInfo = Object.values(told.pageInfo).map(Boolean);
  }
  if (Array.isArray(told.weeks)) {
    told.weeks = told.weeks.filter(({ from }) => from >= first.slice(0, 10));
  }
  if (Array.isArray(told.history)) {
    told.history = told.history
      .filter(({ to }) => to === null || to > first)
      .map(one => ({ ...one, ...(one.from <= first && { kind: null }) }));
  }
  if (Array.isArray(told.gaps)) {
    told.gaps = told.gaps
      .filter(({ closed }) => closed === null || closed.at > first)
      .map(gap => ({
        ...gap,
        ...(gap.opened.at <= first && { opened: null }),
      }));
  }
  return told;
}

async function ask(api: TestApi, question: string, first: string) {
  const { status, body, text } = await api.get(question);
  return [
    question,
    status,
    status === 200 ? withinWindow(body, first) : body.error?.message,
    question.includes('.csv') ? text : null,
  ];
}

async function answers(api: TestApi, days: readonly string[]) {
  const [first] = days;
  const told: unknown[] = [];
  for (const day of days) {
    for (const question of questions) {
      const dated = `${question}${question.includes('?') ? '&' : '?'}at=${day}`;
      told.push(await ask(api, dated, first));
    }
    for (const from of days.filter(one => one <= day)) {
      told.push(
        await ask(api, `/changes?from=${from}&to=${day}&limit=200`, first),
        await ask(
          api,
          `/changes?from=${from}&to=${day}&team=group:default/a`,
          first,
        ),
      );
    }
  }
  told.push(
    await ask(api, `/feed/account-change?names=true&since=${FIRST}`, first),
    await ask(api, '/reviews', first),
    await ask(api, '/reviews/1', first),
    await ask(api, '/reviews/1/items?limit=200', first),
    await ask(api, '/reviews/1/items?q=person', first),
    await ask(api, '/reviews/1/items.csv?names=true', first),
  );
  return told;
}

/** Counts of days before the window; which policies asked then is not kept. */
async function countsOf(api: TestApi, days: readonly string[]) {
  const told: unknown[] = [];
  for (const at of days) {
    for (const question of counts) {
      const dated = `${question}${question.includes('?') ? '&' : '?'}at=${at}`;
      const { body } = await api.get(dated).expect(200);
      delete body.asking?.list;
      told.push(withinWindow(body, days[0]));
    }
  }
  return told;
}

/** Rows that were true only before a snapshot, of those who are on no list. */
async function ended(knex: Knex): Promise<Record<string, number>> {
  const listed = knex('review_item').select('object_id');
  const of = async (table: string, column: string, value: number) => {
    const query = knex(table).where(column, '<=', value);
    if (/^person_(team|entity)$|^person$/.test(table)) {
      query.whereNotIn('object_id', listed);
    }
    return Number((await query.count({ n: '*' }))[0].n);
  };
  const { run, at } = await knex('snapshot').where('snapshot', FIRST).first();
  const found: Record<string, number> = {};
  for (const table of [
    'person',
    'person_team',
    'person_role',
    'unmatched',
    'owned_entity',
    'owner_set',
    'owner_coverage',
  ]) {
    found[table] = await of(table, 'to_snapshot', FIRST);
  }
  found.person_change = await of('person_change', 'next_snapshot', FIRST);
  found.person_change_total =
    (await of('person_change_total', 'snapshot', FIRST)) - 1;
  found.record = await of('record', 'to_run', run);
  const reminded = knex('reminder_sent').where('sent_at', '<', at);
  found.reminder_sent = Number((await reminded.count({ n: '*' }))[0].n);
  return found;
}

async function sizes(knex: Knex, tables: readonly string[]) {
  const found: Record<string, number> = {};
  for (const table of tables) {
    found[table] = Number((await knex(table).count({ n: '*' }))[0].n);
  }
  return found;
}

describe.each(databases.eachSupportedId())('retention on %s', id => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;
  const days: string[] = [];

  beforeAll(async () => {
    knex = await databases.init(id);
    sync = new TestSync(knex, {
      tenantId,
      hold: { people: 99, permille: 900 },
    });
    api = await startTestApi(sync);
    const roll = dice(7);
    // Where much is gone at once, it is believed of the second reading.
    const run = () => sync.run().catch(() => sync.run());
    for (let number = 1; number <= SNAPSHOTS; number += 1) {
      show(sync, roll);
      await sync.letPass(DAYS_BETWEEN * DAY);
      await run();
      days.push(sync.now.toISOString());
      await knex('reminder_sent').insert({
        tenant_id: tenantId,
        object_id: objectId(1),
        campaign_id: 'c1',
        day: sync.now.toISOString().slice(0, 10),
        sent_at: sync.now,
      });
      if (number === 3) {
        await api.post('/reviews').send({ title: 'Spring' }).expect(200);
        const open = Number(await sync.size('review_item'));
        await api
          .post('/reviews/1/close')
          .send({ reason: 'Enough was looked at', open })
          .expect(200);
      }
    }
    await api.get('/connections').expect(200);
    await knex('connection').update({ last_run: 100 });
  });

  afterAll(async () => {
    await api?.stop();
  });

  const clean = (signal = new AbortController().signal, kept = peopleDays) =>
    forgetOldReads(
      {
        ...{ knex, clock: sync.clock, logger: silentLogger },
        ...{ peopleDays: kept, runsDays: kept },
        atOnce: { rows: 5, runs: 2 },
      },
      signal,
    );
  /** Stops it after so many statements that remove. */
  const cleanUpTo = async (most: number) => {
    const controller = new AbortController();
    let statements = 0;
    const count = ({ sql }: { sql: string }) => {
      statements += /^delete/i.test(sql) ? 1 : 0;
      if (statements > most) controller.abort();
    };
    knex.on('query', count);
    try {
      await clean(controller.signal);
      return 'done';
    } catch {
      return 'stopped';
    } finally {
      knex.removeListener('query', count);
    }
  };

  it('tells the same of the window before, in the middle of and after a cleaning, and says since when', async () => {
    const within = days.slice(FIRST - 1);
    expect(await sync.size('snapshot')).toBe(SNAPSHOTS);
    expect(await sync.size('review_item')).toBeGreaterThan(3);
    const before = await answers(api, within);
    const olds = days.slice(0, FIRST - 1);
    const countsBefore = await countsOf(api, olds);
    expect(Object.values(await ended(knex)).filter(rows => rows < 1)).toEqual(
      [],
    );

    expect(await cleanUpTo(40)).toBe('stopped');
    expect(await answers(api, within)).toEqual(before);
    expect(await cleanUpTo(80)).toBe('stopped');
    await clean();

    expect(await answers(api, within)).toEqual(before);
    expect([...new Set(Object.values(await ended(knex)))]).toEqual([0]);
    expect(await sync.size('reminder_sent')).toBeGreaterThan(2);
    expect(await countsOf(api, olds)).toEqual(countsBefore);
    for (const team of teams) {
      const path = `/teams/group/default/${team}?at=${olds[0]}`;
      const { body } = await api.get(path, 'self').expect(200);
      expect(body.names).toBe('hidden');
    }
    for (const question of [
      '/people?a=1',
      `/people/${tenantId}/${objectId(99)}?a=1`,
      '/roles?a=1',
      '/services?a=1',
      '/what-if?a=1',
    ]) {
      const path = question.replace('a=1', `at=${olds.at(-1)}`);
      const { status, body } = await api.get(path);
      expect([path, status, body.error.firstSnapshotAt]).toEqual([
        path,
        404,
        within[0],
      ]);
      expect(body.error.message).toContain('entraMfa.retention.peopleDays');
    }
    const changes = await api.get(`/changes?from=${olds[0]}`).expect(200);
    expect(changes.body).toMatchObject({
      from: { at: within[0] },
      sinceBeginning: true,
    });
    const weeks = await api.get(`/changes/weeks?at=${within[0]}`).expect(200);
    expect(weeks.body.weeks).toHaveLength(1);
    await api.get('/feed/account-change?since=2').expect(400);
  });

  it('keeps when a run was whose rows are true, and tells of no run before the window', async () => {
    const { body } = await api.get('/runs?limit=200').expect(200);
    const started = body.items.map(
      (run: { startedAt: string }) => run.startedAt,
    );
    const begins = new Date(sync.now.getTime() - peopleDays * DAY);
    expect(started.at(-1) >= begins.toISOString()).toBe(true);
    expect(started.length).toBeGreaterThan(2);
    const without = await knex('record as r')
      .leftJoin('run as u', join =>
        join.on('u.tenant_id', 'r.tenant_id').andOn('u.run', 'r.from_run'),
      )
      .whereNull('u.run')
      .select('r.data_set');
    expect(without).toEqual([]);
  });

  it('leaves a sync to go on as if nothing had gone, and changes nothing the second time', async () => {
    const tables = [
      'person',
      'person_change',
      'record',
      'run',
      'run_collector',
    ];
    const before = await sizes(knex, tables);
    await clean();
    expect(await sizes(knex, tables)).toEqual(before);
    // A window that is made longer brings nothing back, and none is forgotten twice.
    await clean(undefined, 3000);
    expect(await sizes(knex, tables)).toEqual(before);
    await sync.run();
    await sync.runRefreshed(24);
    await api.get('/people').expect(200);
    const { body } = await api.get(`/changes?from=${days[FIRST - 1]}`);
    expect(body.people).toBeGreaterThan(0);
  });

  it('never takes people of whom a second person still has to decide', async () => {
    await api.post('/reviews').send({ title: 'Open' }).expect(200);
    const { snapshot } = await knex('review').where('review', 2).first();
    show(sync, dice(9));
    await sync.run().catch(() => sync.run());
    expect(await knex('snapshot').where('snapshot', '>', snapshot)).not.toEqual(
      [],
    );
    await sync.letPass(600 * DAY);
    await sync.run();
    await clean();
    const { people_from } = await knex('retention').first();
    expect(people_from).toBe(snapshot);
    await knex('review').where('review', 2).update({ closed_at: sync.now });
    await knex('exception').insert({
      tenant_id: tenantId,
      exception_id: 'waits',
      subject_kind: 'person',
      subject: objectId(99),
      reason: 'Waits',
      until: '2099-01-01',
      people_asked: 1,
      requested_by: 'user:default/person1',
      requested_at: new Date(sync.now.getTime() - 600 * DAY - 5 * 3_600_000),
    });
    await sync.run();
    await clean();
    const [waits] = await knex('retention').pluck('people_from');
    await knex('exception').update({ withdrawn_at: sync.now });
    await sync.letPass(600 * DAY);
    await sync.run();
    await clean();
    const [after] = await knex('retention').pluck('people_from');
    expect([waits, after > waits]).toEqual([snapshot, true]);
    await api.get('/reviews/2/items?limit=200').expect(200);
  });
});
