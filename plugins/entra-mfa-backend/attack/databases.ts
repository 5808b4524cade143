import knexFactory, { type Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../bench/databases';

/** Where histories take place: each in a database of its own. */
export interface AttackedDatabase {
  name: 'sqlite' | 'postgres';
  /** Whether two processes may write at the same time. */
  concurrent: boolean;
  create(): Promise<{ config: Knex.Config; drop(): Promise<void> }>;
  stop(): Promise<void>;
}

/** SQLite files. */
export function sqlite(): AttackedDatabase {
  return {
    name: 'sqlite',
    concurrent: false,
    async create() {
      const folder = await mkdtemp(join(tmpdir(), 'attack-'));
      return {
        config: {
          client: 'better-sqlite3',
          connection: { filename: join(folder, 'attacked.sqlite') },
          useNullAsDefault: true,
        },
        drop: () => rm(folder, { recursive: true, force: true }),
      };
    },
    stop: async () => {},
  };
}

/** The PostgreSQL that runs for the tests, or else one of its own. */
export async function postgres(): Promise<AttackedDatabase> {
  const url = process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  const own = url ? undefined : await startPostgres();
  const configOf = (database?: string): Knex.Config => {
    const connection = own
      ? (own.config.connection as Knex.PgConnectionConfig)
      : connectionOf(url!);
    return {
      client: 'pg',
      connection: { ...connection, ...(database && { database }) },
      pool: { min: 0, max: 5 },
    };
  };
  const admin = knexFactory(configOf());
  let created = 0;
  return {
    name: 'postgres',
    concurrent: true,
    async create() {
      created += 1;
      const name = `attacked_${process.pid}_${created}`;
      await admin.raw('CREATE DATABASE ??', [name]);
      return {
        config: configOf(name),
        async drop() {
          await admin.raw('DROP DATABASE ?? WITH (FORCE)', [name]);
        },
      };
    },
    async stop() {
      await admin.destroy();
      await own?.stop();
    },
  };
}

function connectionOf(url: string): Knex.PgConnectionConfig {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  };
}
