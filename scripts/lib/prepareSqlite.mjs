import { join } from 'node:path';

const plugins = [
  'app',
  'auth',
  'catalog',
  'demo-pages',
  'entra-mfa',
  'events',
  'notifications',
  'permission',
  'scaffolder',
  'search',
  'signals',
  'user-settings',
];

/** Where Backstage keeps who runs a scheduled task. */
const tasks = 'backstage_backend_tasks__tasks';

/**
 * Lets the demo's SQLite files keep a write-ahead log. A file remembers it; without it every one of
 * the thousands of small writes that fill the catalog waits for the disk.
 * What an earlier start ran when it was ended is free again: else nobody reads the people of the catalog until that
 * run's time is over, and the start waits for minutes.
 */
export async function prepareSqlite(directory) {
  const { default: Database } = await import('better-sqlite3');
  for (const plugin of plugins) {
    const database = new Database(join(directory, `${plugin}.sqlite`));
    database.pragma('journal_mode = WAL');
    if (
      database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(tasks)
    ) {
      database.exec(
        `UPDATE ${tasks} SET current_run_ticket = NULL, current_run_started_at = NULL, current_run_expires_at = NULL`,
      );
    }
    database.close();
  }
}
