import type { Knex } from 'knex';
import { isPostgres } from '../store/sql/dialect';

async function tablesOf(knex: Knex): Promise<string[]> {
  const listed: { name: string }[] = isPostgres(knex)
    ? await knex('pg_tables')
        .where({ schemaname: 'public' })
        .select({ name: 'tablename' })
    : await knex('sqlite_master').where({ type: 'table' }).select('name');
  return listed
    .map(({ name }) => name)
    .filter(name => !/^(knex|sqlite)_/.test(name));
}

/** Every row of a tenant, of every table, as `masked` leaves it. */
export async function keptOf(
  knex: Knex,
  tenantId: string,
  masked: (text: string) => string,
): Promise<Record<string, string[]>> {
  const kept: Record<string, string[]> = {};
  for (const table of await tablesOf(knex)) {
    const rows: object[] = await knex(table).where({ tenant_id: tenantId });
    kept[table] = rows.map(row => masked(JSON.stringify(row))).sort();
  }
  return kept;
}

/** Who holds a run is random, and the database has a clock of its own. */
export function maskRuns(text: string): string {
  return text
    .replace(/replica-1\/\w+/g, 'replica-1')
    .replace(
      /"(heartbeat_at|begun_at|seenAt)":("[^"]+"|[\d.]+)/g,
      '"$1":"then"',
    );
}
