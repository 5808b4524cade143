/** Where Backstage keeps who runs a scheduled task, in the database of each plugin. */
const tasks = 'backstage_backend_tasks__tasks';

const free = `UPDATE ${tasks} SET current_run_ticket = NULL, current_run_started_at = NULL, current_run_expires_at = NULL`;

/**
 * Frees what an earlier start ran when it was ended. Else nobody reads the people of the catalog until that run's
 * time is over, and the start waits for minutes.
 *
 * @param database one of a plugin, of better-sqlite3
 */
export function freeTasksInSqlite(database) {
  if (
    database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(tasks)
  ) {
    database.exec(free);
  }
}

/** The same in every database of a PostgreSQL, whose address is given. */
export async function freeTasksInPostgres(url) {
  const { default: pg } = await import('pg');
  const within = async (name, work) => {
    const address = new URL(url);
    address.pathname = name;
    const client = new pg.Client({ connectionString: address.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const { rows } = await within('postgres', client =>
    client.query(
      `SELECT datname AS name FROM pg_database WHERE datname LIKE 'backstage\\_plugin\\_%'`,
    ),
  );
  for (const { name } of rows) {
    await within(name, async client => {
      const { rows: found } = await client.query(
        'SELECT to_regclass($1) AS tasks',
        [tasks],
      );
      if (found[0].tasks) {
        await client.query(free);
      }
    });
  }
}
