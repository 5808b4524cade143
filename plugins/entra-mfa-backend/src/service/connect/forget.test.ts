import type { Knex } from 'knex';
import { objectId, userEntity } from '../../__testUtils__/rows';
import { silentLogger } from '../../__testUtils__/silentLogger';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { clientId, type TestSync } from '../../__testUtils__/TestSync';
import { createTestTenant, tenantId } from '../../__testUtils__/testTenant';
import { Forgettings } from '../../connections/Forgettings';
import { findEpisodes } from '../../notifications/findEpisodes';
import { forgetOldReads } from '../../connections/forgetOldReads';
import { tenantTables } from '../../store/sql/tenantTables';

jest.setTimeout(120_000);

const databases = TestDatabases.create();
const DAY = 86_400_000;
const other = '0a1b2c3d-0000-4000-8000-000000000002';
const others = [{ tenantId: other, clientId, clientSecret: 'not-used' }];
const reason = 'Ticket 4711';

/** Each table has a row of both tenants. */
async function fill(knex: Knex) {
  for (const { name } of tenantTables.filter(table => !table.stays)) {
    for (const tenant_id of [tenantId, other]) {
      if (await knex(name).where({ tenant_id }).first()) continue;
      const columns = Object.entries(await knex(name).columnInfo());
      const valueOf = (type: string) => {
        if (type === 'boolean') return true;
        if (/char|text/.test(type)) return tenant_id.slice(-1);
        return /time/.test(type) ? new Date('2026-11-21T00:00:00Z') : 1;
      };
      const row = Object.fromEntries(
        columns
          .filter(([, one]) => !one.nullable && one.defaultValue === null)
          .map(([column, { type }]) => [column, valueOf(type)]),
      );
      await knex(name).insert({ ...row, tenant_id });
    }
  }
}

const rowsOf = async (knex: Knex, tenant_id: string, stays: boolean) => {
  const found: Record<string, unknown[]> = {};
  for (const table of tenantTables) {
    if (Boolean(table.stays) === stays) {
      found[table.name] = await knex(table.name).where({ tenant_id });
    }
  }
  return found;
};

describe.each(databases.eachSupportedId())('forgetting on %s', id => {
  let knex: Knex;
  let sync: TestSync;
  let api: TestApi;

  const start = async (
    tenants: object[] = others,
    unidentifiedMayDecide = true,
  ) => {
    await api?.stop();
    api = await startTestApi(sync, {
      tenants,
      fourEyes: { unidentifiedMayDecide },
    });
  };
  const own = [{ tenantId, clientId, clientSecret: 'not-used' }];
  const carryOut = (signal = new AbortController().signal, atOnce = 3) =>
    new Forgettings({
      knex,
      clock: sync.clock,
      logger: silentLogger,
      config: { tenants: [] },
      atOnce,
    }).carryOut(signal);
  const post = async (act: string, body?: object, caller?: Caller) => {
    const path = `/tenants/${tenantId}/${act}`;
    const sent = api.post(path, caller);
    const answer = await (body ? sent.send(body) : sent);
    return {
      status: answer.status,
      message: answer.body.error?.message,
      ...answer.body.forgetting,
    };
  };
  const ask = (caller?: Caller) =>
    post('forget', { name: 'Contoso', reason }, caller);
  const approve = async (caller?: Caller) => {
    const { body } = await api.get(`/tenants/${tenantId}/forgetting`);
    const askedAt = body.forgetting?.askedAt ?? sync.now.toISOString();
    return post('forget/approve', { askedAt }, caller);
  };
  const state = async () => {
    const { body } = await api
      .get(`/tenants/${tenantId}/forgetting`)
      .expect(200);
    return body.forgetting?.state ?? null;
  };
  const trail = async () => {
    const { body } = await api.get(`/tenants/${tenantId}/trail?limit=200`);
    return body.items
      .filter(({ kind }: { kind: string }) => /forgetting/.test(kind))
      .map(({ kind, actor }: { kind: string; actor: { ref: string } }) => [
        kind.replace('forgetting-', ''),
        actor.ref,
      ])
      .reverse();
  };

  beforeEach(async () => {
    knex = await databases.init(id);
    sync = await createTestTenant(knex);
    await sync.run();
    await start(own);
    await start();
  });

  afterEach(async () => {
    await api.stop();
    api = undefined as unknown as TestApi;
  });

  it('takes a name, a reason, a second person and a day, and can be stopped until then', async () => {
    expect(await post('forget', { name: 'contoso', reason })).toMatchObject({
      status: 400,
      message: expect.stringContaining('type in the name'),
    });
    expect(
      await post('forget', { name: 'Contoso', reason: ' ' }),
    ).toMatchObject({ status: 400 });
    expect(await approve('decider')).toMatchObject({ status: 409 });
    expect(await ask()).toMatchObject({
      status: 200,
      state: 'asked',
      reason,
      askedBy: 'user:default/security',
      dueAt: null,
    });
    expect(await ask('decider')).toMatchObject({
      status: 409,
      message: expect.stringContaining('waits for a second person'),
    });
    await sync.letPass(3 * DAY);
    await carryOut();
    expect(await state()).toBe('asked');
    expect(await approve()).toMatchObject({
      status: 403,
      message: expect.stringContaining('You asked for it yourself'),
    });
    expect(
      await post(
        'forget/approve',
        { askedAt: '2026-11-01T00:00:00Z' },
        'decider',
      ),
    ).toMatchObject({ status: 409 });
    expect(await approve('decider')).toMatchObject({
      status: 200,
      state: 'approved',
      approvedBy: 'user:default/person1',
      dueAt: new Date(sync.now.getTime() + DAY).toISOString(),
    });
    expect(await approve('decider')).toMatchObject({ status: 409 });
    await sync.letPass(DAY - 1);
    await carryOut();
    expect(await state()).toBe('approved');
    expect(await post('forget/stop')).toMatchObject({
      status: 200,
      state: 'stopped',
      stoppedBy: 'user:default/security',
    });
    await sync.letPass(DAY);
    await carryOut();
    expect(await state()).toBe('stopped');
    expect(await sync.size('person')).toBeGreaterThan(0);
    expect(await post('forget/stop')).toMatchObject({ status: 409 });
    expect(await ask('decider')).toMatchObject({ status: 200, state: 'asked' });
    expect(await trail()).toEqual([
      ['asked', 'user:default/security'],
      ['approved', 'user:default/person1'],
      ['stopped', 'user:default/security'],
      ['asked', 'user:default/person1'],
    ]);
  });

  it.each([
    ['a second person', 3, true, 200, 'undefined'],
    ['the same person', 1, true, 403, 'You asked for it yourself'],
    ['nobody whom a directory knows', 0, true, 403, 'Nobody can tell who'],
    ['the second of one who is nobody', 0, false, 403, 'who asked for it'],
  ] as const)(
    'is approved, or not, by %s',
    async (_, is, second, status, words) => {
      if (is > 0) {
        const users = sync.source.pages['catalog-users']!.flat();
        const entity = {
          ...userEntity(is),
          metadata: {
            name: 'security',
            namespace: 'default',
            annotations: { 'graph.microsoft.com/user-id': objectId(is) },
          },
        };
        sync.source.pages['catalog-users'] = [[...users, entity]];
        await sync.run();
      }
      await start(others, false);
      await ask(second ? 'decider' : 'security');
      const answer = await approve(second ? 'security' : 'decider');
      expect(answer.status).toBe(status);
      expect(String(answer.message)).toContain(words);
    },
  );

  it('removes every row but those that tell of it, goes on where it was cut, and leaves other tenants alone', async () => {
    await fill(knex);
    await knex('portal_connection').update({ deleted_at: sync.now });
    expect((await ask()).status).toBe(200);
    await approve('decider');
    await sync.letPass(DAY);
    const theirs = await rowsOf(knex, other, false);
    const before = await rowsOf(knex, tenantId, false);
    expect(
      Object.entries(before).filter(([, rows]) => rows.length === 0),
    ).toEqual([]);

    const controller = new AbortController();
    let statements = 0;
    const count = ({ sql }: { sql: string }) => {
      statements += /^delete/i.test(sql) ? 1 : 0;
      if (statements > 6) controller.abort();
    };
    knex.on('query', count);
    await expect(carryOut(controller.signal)).rejects.toThrow();
    knex.removeListener('query', count);
    expect(await state()).toBe('under-way');
    await api.get(`/overview?tenant=${tenantId}`).expect(404);
    expect(await post('forget/stop')).toMatchObject({
      status: 409,
      message: expect.stringContaining('cannot be stopped any more'),
    });
    await expect(start(own)).rejects.toThrow(
      'entraMfa.tenants[0], and everything of it is being forgotten',
    );
    api = undefined as unknown as TestApi;
    await start();
    await carryOut();
    expect(await state()).toBe('done');

    const left = await rowsOf(knex, tenantId, false);
    expect(Object.entries(left).filter(([, rows]) => rows.length > 0)).toEqual(
      [],
    );
    expect(await rowsOf(knex, other, false)).toEqual(theirs);
    const sum = Object.values(before).reduce(
      (all, { length }) => all + length,
      0,
    );
    const { rows } = await knex('forgetting').first();
    expect(rows).toBeGreaterThanOrEqual(sum);
    expect(await trail()).toEqual([
      ['asked', 'user:default/security'],
      ['approved', 'user:default/person1'],
      ['done', null],
    ]);

    // What runs by the clock brings nothing back, and tells nothing twice.
    await forgetOldReads(
      {
        ...{ knex, clock: sync.clock, logger: silentLogger },
        ...{ peopleDays: 400, runsDays: 400 },
      },
      new AbortController().signal,
    );
    const notices = findEpisodes({
      knex,
      clock: sync.clock,
      tenants: [],
      notify: {
        leads: false,
        security: ['group:default/security'],
        approvers: [],
        pagePath: '/entra-mfa',
      },
    });
    for await (const found of notices.find(tenantId, async () => new Set())) {
      expect(found).toBe('told once more');
    }
    expect((await rowsOf(knex, tenantId, false)).retention).toEqual([]);
    const { body } = await api.get('/connections').expect(200);
    expect(
      body.items.find(({ tenant }: { tenant: string }) => tenant === tenantId),
    ).toMatchObject({
      state: 'disconnected',
      name: tenantId,
      origin: 'portal',
    });
    await api.get(`/runs?tenant=${tenantId}`).expect(200);
    await api.get(`/tenants/${tenantId}/budget`).expect(200);
    await api.get(`/overview?tenant=${tenantId}`).expect(404);
    await api.get(`/people?tenant=${tenantId}`).expect(404);

    // It can be connected anew, and begins at the beginning.
    await start(own);
    await sync.run();
    const { body: overview } = await api.get('/overview').expect(200);
    expect(overview.snapshot.number).toBe(1);
  });

  it('is stopped by the configuration that names the tenant again, and refused while it is connected', async () => {
    await ask();
    await approve('decider');
    await start(own);
    expect(await state()).toBe('stopped');
    expect(await ask()).toMatchObject({
      status: 409,
      message: expect.stringContaining('is connected: disconnect it first'),
    });
    await sync.letPass(2 * DAY);
    await carryOut();
    expect(await sync.size('person')).toBeGreaterThan(0);
    expect((await trail()).at(-1)).toEqual(['stopped', null]);
  });
});
