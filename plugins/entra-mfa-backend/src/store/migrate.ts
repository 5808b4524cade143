import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';

/** Brings the plugin's database up to date, unless the portal is told to leave that to others. */
export async function migrate(database: DatabaseService): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  const knex = await database.getClient();
  await knex.migrate.latest({
    directory: resolvePackagePath(
      'backstage-plugin-entra-mfa-backend',
      'migrations',
    ),
  });
}
