import type { Knex } from 'knex';

/** Every text of every table of a tenant, packed bytes too, each with where it stands. */
export async function textsOf(knex: Knex, tenantId: string): Promise<string[]> {
  const onPostgres = String(knex.client.config.client).includes('pg');
  const tables: string[] = onPostgres
    ? await knex('information_schema.tables')
        .where('table_schema', knex.raw('current_schema()'))
        .pluck('table_name')
    : await knex('sqlite_master').where({ type: 'table' }).pluck('name');
  const texts: string[] = [];
  for (const table of tables.sort()) {
    const rows: Record<string, unknown>[] = (await knex.schema.hasColumn(
      table,
      'tenant_id',
    ))
      ? await knex(table).where({ tenant_id: tenantId })
      : await knex(table);
    const ofRows = rows.map(row =>
      Object.entries(row).flatMap(([column, value]) =>
        typeof value === 'string' || Buffer.isBuffer(value)
          ? [`${table}.${column}: ${value}`]
          : [],
      ),
    );
    // PostgreSQL answers in any order.
    texts.push(...ofRows.sort().flat());
  }
  return texts;
}
