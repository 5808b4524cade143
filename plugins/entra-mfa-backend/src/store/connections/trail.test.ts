import type { Knex } from 'knex';
import { silentLogger } from '../../__testUtils__/silentLogger';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { forgetOldEvents } from '../../connections/forgetOldEvents';
import { eraseActor } from '../erase/eraseActor';
import { appendEvent, type Actor } from './appendEvent';
import { forgetEvents } from './forgetEvents';
import { ensureConnection } from './holdConnection';
import { readTrail } from './readTrail';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const tenant = 'tenant-1';
const other = 'tenant-2';
const now = new Date('2026-11-21T08:00:00Z');
const system: Actor = { kind: 'system' };
const ada = { kind: 'user', ref: 'user:default/ada' } as const;

async function append(
  knex: Knex,
  tenantId: string,
  { at = now, actor = system }: { at?: Date; actor?: Actor } = {},
) {
  return knex.transaction(trx =>
    appendEvent(trx, tenantId, {
      at,
      actor,
      kind: 'read',
      outcome: 'done',
      details: { run: 1 },
    }),
  );
}

const sequences = async (knex: Knex, tenantId: string) =>
  (await readTrail(knex, tenantId, { before: null, limit: 200 })).rows
    .map(({ sequence }) => sequence)
    .reverse();

describe.each(databases.eachSupportedId())('the trail on %s', id => {
  async function start(): Promise<Knex> {
    const knex = await databases.init(id);
    await ensureConnection(knex, tenant);
    await ensureConnection(knex, other);
    return knex;
  }

  it('numbers without gaps for each tenant, whoever writes at once and whoever gives up', async () => {
    const knex = await start();
    const writers = Array.from({ length: 24 }, async (_, i) => {
      if (i % 5 === 3) {
        // A replica that dies before its commit.
        await knex
          .transaction(async trx => {
            await appendEvent(trx, tenant, {
              at: now,
              actor: system,
              kind: 'read',
              outcome: 'done',
              details: {},
            });
            throw new Error('gone');
          })
          .catch(() => {});
        return;
      }
      await append(knex, i % 2 === 0 ? tenant : other);
    });
    await Promise.all(writers);
    const own = await sequences(knex, tenant);
    const others = await sequences(knex, other);
    expect(own.length + others.length).toBe(19);
    expect(own).toEqual(own.map((_, i) => i + 1));
    expect(others).toEqual(others.map((_, i) => i + 1));
    expect(await append(knex, 'never-connected')).toBeNull();
  });

  it('only grows, whatever statement is tried', async () => {
    const knex = await start();
    for (let i = 0; i < 3; i += 1) {
      await append(knex, tenant);
    }
    const before = await knex('connection_event').orderBy('sequence');
    const where = { tenant_id: tenant, sequence: 2 };
    const [, second] = before;
    const isPostgres = id.startsWith('POSTGRES');
    const attempts: (() => Promise<unknown>)[] = [
      async () => knex('connection_event').where(where).update({ at: now }),
      async () => knex('connection_event').where(where).delete(),
      async () => knex('connection_event').delete(),
      async () => knex('connection_event').insert(second),
      // Between others, and before them.
      async () => knex('connection_event').insert({ ...second, sequence: 0 }),
      ...(isPostgres
        ? [
            async () => knex.raw('truncate connection_event'),
            async () =>
              knex.raw(
                'insert into connection_event select * from connection_event on conflict (tenant_id, sequence) do update set details = excluded.details',
              ),
          ]
        : [
            async () =>
              knex.raw(
                "insert or replace into connection_event select tenant_id, sequence, at, actor_kind, service, kind, 'failed', details from connection_event",
              ),
            async () =>
              knex.raw(
                'update or replace connection_event set sequence = 3 where sequence = 2',
              ),
          ]),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({
        message: expect.stringMatching(/append-only/),
      });
    }
    expect(await knex('connection_event').orderBy('sequence')).toEqual(before);
  });

  it('forgets what is old through its one function, in batches, and refuses all the same after it', async () => {
    const knex = await start();
    const days = (ago: number) => new Date(now.getTime() - ago * 86_400_000);
    for (const ago of [900, 800, 700, 600, 10]) {
      await append(knex, tenant, { at: days(ago), actor: ada });
    }
    await append(knex, other, { at: days(900) });
    const forget = (before: Date, batch = 2) =>
      forgetEvents(knex, tenant, { before, batch, now });
    await expect(forget(days(364))).rejects.toThrow('365 days');
    expect(await forget(days(650))).toBe(2);
    expect(await sequences(knex, tenant)).toEqual([3, 4, 5]);
    expect(await forget(days(650))).toBe(1);
    expect(await forget(days(650))).toBe(0);
    expect(await knex('connection_event_user').pluck('sequence')).toEqual([
      4, 5,
    ]);
    // The only one of its tenant stays, and the numbers go on.
    expect(
      await forgetEvents(knex, other, { before: days(650), batch: 9, now }),
    ).toBe(0);
    expect(await append(knex, tenant)).toBe(6);
    await expect(knex('connection_event').delete()).rejects.toMatchObject({
      message: expect.stringMatching(/append-only/),
    });
  });

  it('is kept for as long as configured, and what is stopped is gone on with', async () => {
    const knex = await start();
    const days = (ago: number) => new Date(now.getTime() - ago * 86_400_000);
    for (const ago of [800, 700, 600, 500, 1]) {
      await append(knex, tenant, { at: days(ago) });
      await append(knex, other, { at: days(ago) });
    }
    const stop = new AbortController();
    const options = {
      ...{
        knex,
        logger: silentLogger,
        auditDays: 550,
        eventDays: 90,
        signInActivity: false,
        entraGroups: { read: true },
        batch: 2,
      },
      clock: { now: () => now, sleep: async () => {} },
    };
    const told: string[] = [];
    const logger = { ...silentLogger, info: (text: string) => told.push(text) };
    // It is stopped after the first batch of the first tenant.
    let looks = 0;
    const signal = {
      throwIfAborted() {
        looks += 1;
        if (looks > 1) throw new Error('stopped');
      },
    } as AbortSignal;
    await expect(forgetOldEvents(options, signal)).rejects.toThrow('stopped');
    expect(await sequences(knex, tenant)).toEqual([3, 4, 5]);
    await forgetOldEvents({ ...options, logger }, stop.signal);
    expect(await sequences(knex, tenant)).toEqual([4, 5]);
    expect(await sequences(knex, other)).toEqual([4, 5]);
    expect(told).toEqual([
      expect.stringMatching(/^1 events .* tenant-1$/),
      expect.stringMatching(/^3 events .* tenant-2$/),
    ]);
  });

  it('calls who was forgotten by another ref, and stays as it is', async () => {
    const knex = await start();
    await append(knex, tenant, { actor: ada });
    await append(knex, other, { actor: ada });
    const before = await knex('connection_event').orderBy('tenant_id');
    const erased = 'user:erased/1';
    await knex.transaction(trx =>
      eraseActor(
        trx,
        { tenantId: tenant, objectId: '1' },
        { ref: ada.ref, erased, span: null },
      ),
    );
    expect(await knex('connection_event').orderBy('tenant_id')).toEqual(before);
    const refOf = async (of: string) => {
      const page = { before: null, limit: 1 };
      return (await readTrail(knex, of, page)).rows[0].user_ref;
    };
    expect([await refOf(tenant), await refOf(other)]).toEqual([
      erased,
      ada.ref,
    ]);
  });

  it('is read by kind and time, page by page, of one tenant', async () => {
    const knex = await start();
    const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000);
    for (const [hour, kind] of [
      [0, 'connected'],
      [1, 'read'],
      [2, 'read-failed'],
      [3, 'read'],
    ] as const) {
      await knex.transaction(trx =>
        appendEvent(trx, tenant, {
          at: at(hour),
          actor: hour === 3 ? ada : { kind: 'service', subject: 'plugin:x' },
          kind,
          outcome: 'done',
          details: {},
        }),
      );
    }
    await append(knex, other);
    const read = async (page: Partial<Parameters<typeof readTrail>[2]>) => {
      const { rows, next } = await readTrail(knex, tenant, {
        before: null,
        limit: 10,
        ...page,
      });
      return [rows.map(({ sequence }) => sequence), next];
    };
    expect(await read({})).toEqual([[4, 3, 2, 1], null]);
    expect(await read({ limit: 3 })).toEqual([[4, 3, 2], 2]);
    expect(await read({ limit: 3, before: 2 })).toEqual([[1], null]);
    expect(await read({ kinds: ['read'] })).toEqual([[4, 2], null]);
    expect(await read({ from: at(1), to: at(3) })).toEqual([[3, 2], null]);
    const { rows } = await readTrail(knex, tenant, { before: null, limit: 2 });
    expect(rows.map(row => [row.user_ref, row.service])).toEqual([
      ['user:default/ada', null],
      [null, 'plugin:x'],
    ]);
  });
});
