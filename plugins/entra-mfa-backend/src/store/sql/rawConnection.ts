import type { Knex } from 'knex';
import type { Client } from 'pg';

/** As much of better-sqlite3's connection as is used here. */
export interface SqliteConnection {
  prepare(sql: string): { run(values: readonly unknown[]): unknown };
}

/** The transaction's own connection to PostgreSQL, for what knex has no words for: COPY. */
export async function postgresConnection(
  trx: Knex.Transaction,
): Promise<Client> {
  return trx.client.acquireConnection();
}

/** The transaction's own connection to SQLite, for statements that are prepared once. */
export async function sqliteConnection(
  trx: Knex.Transaction,
): Promise<SqliteConnection> {
  return trx.client.acquireConnection();
}
