import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** How much a table holds. */
export interface TableSize {
  rows: number;
  /** With its indexes; null where telling it means reading the whole file. */
  bytes: number | null;
}

/** SQLite tells sizes by reading every page; of a larger file it is not asked, since everybody waits meanwhile. */
const MOST_READ = 64 * 1024 * 1024;

/** How much some tables hold. PostgreSQL estimates the rows of a table that it has looked at. */
export async function readSizes(
  knex: Knex,
  tables: readonly string[],
): Promise<{ estimated: boolean; sizes: Map<string, TableSize> }> {
  return isPostgres(knex)
    ? { estimated: true, sizes: await sizesOfPostgres(knex, tables) }
    : { estimated: false, sizes: await sizesOfSqlite(knex, tables) };
}

async function sizesOfPostgres(knex: Knex, tables: readonly string[]) {
  const { rows } = await knex.raw(
    `select c.relname as name, c.reltuples as rows, pg_total_relation_size(c.oid) as bytes
     from pg_class c
     where c.relkind = 'r' and c.relname = any(?) and pg_table_is_visible(c.oid)`,
    [[...tables]],
  );
  const sizes = new Map<string, TableSize>();
  for (const row of rows) {
    sizes.set(row.name, {
      // One that was never looked at is small.
      rows: row.rows < 0 ? await count(knex, row.name) : Math.round(row.rows),
      bytes: Number(row.bytes),
    });
  }
  return sizes;
}

async function sizesOfSqlite(knex: Knex, tables: readonly string[]) {
  const bytes = await bytesOfSqlite(knex);
  const sizes = new Map<string, TableSize>();
  for (const table of tables) {
    sizes.set(table, {
      rows: await count(knex, table),
      bytes: bytes?.get(table) ?? null,
    });
  }
  return sizes;
}

async function bytesOfSqlite(knex: Knex): Promise<Map<string, number> | null> {
  const [{ total }] = await knex.raw(
    'select page_count * page_size as total from pragma_page_count(), pragma_page_size()',
  );
  if (total > MOST_READ) {
    return null;
  }
  try {
    const rows: { name: string; bytes: number }[] = await knex.raw(
      `select m.tbl_name as name, sum(d.pgsize) as bytes
       from dbstat d join sqlite_master m on m.name = d.name
       where d.aggregate = true group by m.tbl_name`,
    );
    return new Map(rows.map(row => [row.name, row.bytes]));
  } catch {
    // SQLite can be built without it.
    return null;
  }
}

async function count(knex: Knex, table: string): Promise<number> {
  const [row] = await knex(table).count({ rows: '*' });
  return Number(row.rows);
}
