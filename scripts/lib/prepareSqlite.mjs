import { join } from 'node:path';
import { freeTasksInSqlite } from './freeTasks.mjs';

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

/**
 * Lets the demo's SQLite files keep a write-ahead log. A file remembers it; without it every one of
 * the thousands of small writes that fill the catalog waits for the disk.
 */
export async function prepareSqlite(directory) {
  const { default: Database } = await import('better-sqlite3');
  for (const plugin of plugins) {
    const database = new Database(join(directory, `${plugin}.sqlite`));
    database.pragma('journal_mode = WAL');
    freeTasksInSqlite(database);
    database.close();
  }
}
