import type { Knex } from 'knex';
import { resolve } from 'path';

/** Creates the plugin's tables; also for a process without jest. */
export async function migrateTestDatabase(knex: Knex): Promise<void> {
  const directory = resolve(__dirname, '../../migrations');
  await knex.migrate.latest({ directory });
}
