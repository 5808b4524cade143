import type { Knex } from 'knex';
import { from as copyFrom } from 'pg-copy-streams';
import { finished } from 'stream/promises';
import { COPY_OPTIONS, copyValue, DELIMITER, type Value } from './copyFormat';
import { isPostgres } from './dialect';
import { postgresConnection, sqliteConnection } from './rawConnection';

/**
 * Inserts rows of any number: by COPY into PostgreSQL, by one prepared statement into SQLite, whose
 * engine is in this process. Either is several times faster than inserts of many rows each.
 *
 * @param rows - the values of each row, in the order of the columns
 */
export async function bulkInsert(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  if (isPostgres(trx)) {
    await copyRows(trx, table, columns, rows);
  } else {
    await insertRows(trx, table, columns, rows);
  }
}

async function copyRows(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
) {
  // Before COPY is opened: an error in between would leave the connection waiting for its end.
  const lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(copyValue).join(DELIMITER));
  }
  const connection = await postgresConnection(trx);
  const stream = connection.query(
    copyFrom(
      `COPY ${table} (${columns.join(', ')}) FROM STDIN ${COPY_OPTIONS}`,
    ),
  );
  const written = finished(stream);
  stream.end(lines.length > 0 ? `${lines.join('\n')}\n` : '');
  await written;
}

async function insertRows(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
) {
  const connection = await sqliteConnection(trx);
  const statement = connection.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns
      .map(() => '?')
      .join(', ')})`,
  );
  for (const row of rows) {
    statement.run(row.map(sqliteValue));
  }
}

function sqliteValue(value: Value): string | number | null {
  if (typeof value === 'boolean') {
    return value ? 1 : 0;
  }
  return value instanceof Date ? value.getTime() : value;
}
