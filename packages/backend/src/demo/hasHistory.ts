import type { DatabaseService } from '@backstage/backend-plugin-api';

/** Whether syncs of an earlier start have made the history already. */
export async function hasHistory(database: DatabaseService): Promise<boolean> {
  const knex = await database.getClient();
  const row = await knex('tenant').where('last_snapshot', '>', 0).first();
  return row !== undefined;
}
