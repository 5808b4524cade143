import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Knex } from 'knex';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { from as copyFrom } from 'pg-copy-streams';
import { objectId } from '../../__testUtils__/rows';
import {
  callers,
  startTestApi,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  createTestTenant,
  register,
  tenantId,
} from '../../__testUtils__/testTenant';
import { postgresConnection } from '../../store/sql/rawConnection';
import type { TestSync } from '../../__testUtils__/TestSync';

jest.setTimeout(60_000);

const example = (file: string) =>
  readFileSync(resolve(__dirname, '../../../examples/warehouse', file), 'utf8');
const [coverageByMonth, uncoveredOn, timeToRegister] = example('queries.sql')
  .split(';')
  .slice(0, 3);
const dayAsked = '2026-11-30';

/** A warehouse that the example fills. */
interface Warehouse {
  /** Takes the files of the folder, as the example says. */
  load(): Promise<void>;
  ask(sql: string): Promise<Record<string, unknown>[]>;
}

function inDuckDb(connection: DuckDBConnection, directory: string): Warehouse {
  return {
    async load() {
      await connection.run(`SET VARIABLE feed = '${directory}'`);
      await connection.run(example('duckdb.sql'));
      await connection.run(example('views.sql'));
    },
    ask: async sql => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
  };
}

/** `psql` with the script, but for its own command, which the driver does in its place. */
function inPostgres(knex: Knex.Transaction, directory: string): Warehouse {
  return {
    async load() {
      const [before, options, after] = example('postgres.sql').split(
        /^\\copy mfa_line FROM PROGRAM '[^']*' (.*)$/m,
      );
      await knex.raw(before);
      const files = readdirSync(directory)
        .filter(file => file.endsWith('.ndjson'))
        .map(file => readFileSync(join(directory, file)));
      const connection = await postgresConnection(knex);
      await pipeline(
        Readable.from(files),
        connection.query(copyFrom(`copy mfa_line from stdin ${options}`)),
      );
      await knex.raw(after);
      await knex.raw(example('views.sql'));
    },
    // Times as text, as DuckDB has them.
    ask: async sql =>
      (
        await knex.raw(
          `select row_to_json(answer) as one from (${sql}) as answer`,
        )
      ).rows.map(({ one }: { one: Record<string, unknown> }) => one),
  };
}

const databases = TestDatabases.one();

describe.each(databases.eachSupportedId())('a warehouse from %s', id => {
  let sync: TestSync;
  let api: TestApi;
  let directory: string;
  let knex: Knex;
  let duck: DuckDBInstance;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'warehouse-'));
    knex = await databases.init(id);
    sync = await createTestTenant(knex);
    await sync.run();
    api = await startTestApi(sync);
    duck = await DuckDBInstance.create(':memory:');
  });
  afterAll(async () => {
    duck?.closeSync();
    await api?.stop();
    rmSync(directory, { recursive: true });
  });

  const pull = () =>
    promisify(execFile)(
      process.execPath,
      [
        resolve(__dirname, '../../../bin/entra-mfa-feed.cjs'),
        ...['--portal', api.address, '--directory', directory, '--names'],
        ...['user-inventory', 'account-change', 'base-event'].flatMap(name => [
          '--class',
          name,
        ]),
      ],
      { env: { ENTRA_MFA_FEED_TOKEN: callers.service.split(' ')[1] } },
    );

  /** Whom the portal has. */
  const people = async (query: string): Promise<string[]> =>
    (await api.get(`/people?${query}`)).body.items
      .map(({ id: one }: { id: string }) => one)
      .sort();

  it('has all that was told, step by step, and answers as the portal does', async () => {
    const days: Record<string, string[]> = {};
    const dayOf = () => sync.now.toISOString().slice(0, 10);
    await duck.connect().then(async connection => {
      const warehouses: Warehouse[] = [inDuckDb(connection, directory)];
      const trx = id === 'POSTGRES_18' ? await knex.transaction() : null;
      if (trx) {
        await trx.raw(
          'create schema warehouse; set local search_path = warehouse',
        );
        warehouses.push(inPostgres(trx, directory));
      }
      const next = async () => {
        await pull();
        for (const warehouse of warehouses) {
          await warehouse.load();
        }
        days[dayOf()] = await people('state=uncovered');
      };
      try {
        await next();
        // 2 registers two days later, and 8, who was uncovered, leaves.
        register(sync, 2);
        sync.source.pages.users = (
          sync.source.pages.users as { id: string }[][]
        ).map(page => page.filter(one => one.id !== objectId(8)));
        await sync.runRefreshed(48);
        await next();
        await sync.runRefreshed(24 * 20);
        register(sync, 12);
        await sync.runRefreshed(24);
        await next();
        // Once more changes nothing.
        await next();

        const { body } = await api.get('/overview');
        const everybody = await people('');
        for (const { ask } of warehouses) {
          const now = await ask(
            'select tenant, person from mfa_person where valid_to is null',
          );
          expect(now.map(({ person }) => person).sort()).toEqual(everybody);
          expect(new Set(now.map(({ tenant }) => tenant))).toEqual(
            new Set([tenantId]),
          );
          for (const [day, missing] of Object.entries(days)) {
            const answer = await ask(uncoveredOn.replaceAll(dayAsked, day));
            expect([day, answer.map(({ person }) => person).sort()]).toEqual([
              day,
              missing,
            ]);
          }
          const months = await ask(coverageByMonth);
          expect(months.map(({ month }) => String(month).slice(0, 7))).toEqual([
            '2026-11',
            '2026-12',
          ]);
          expect(Number(months[1].percent) * 10).toBe(
            body.counts.coverage.permille,
          );
          const times = await ask(timeToRegister);
          expect(
            times.map(({ people: count, median_days: median }) => [
              Number(count),
              Math.round(Number(median)),
            ]),
          ).toEqual([
            [1, 2],
            [1, 23],
          ]);
        }
      } finally {
        await trx?.rollback();
        connection.closeSync();
      }
    });
  });
});
