import type { DatabaseService } from '@backstage/backend-plugin-api';

/** When an earlier start of the demo published last; null at the first start. */
export async function lastSnapshotAt(
  database: DatabaseService,
): Promise<Date | null> {
  const knex = await database.getClient();
  const row = await knex('snapshot').orderBy('at', 'desc').first('at');
  return row ? new Date(row.at) : null;
}
