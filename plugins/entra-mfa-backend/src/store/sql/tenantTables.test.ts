import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { isPostgres } from './dialect';
import { readSizes } from './readSizes';
import { tenantTables } from './tenantTables';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

async function tablesOf(knex: Knex): Promise<string[]> {
  const names: string[] = isPostgres(knex)
    ? await knex('pg_tables')
        .where('schemaname', knex.raw('current_schema()'))
        .pluck('tablename')
    : await knex('sqlite_master').where('type', 'table').pluck('name');
  return names.filter(name => !/^(knex_|sqlite_)/.test(name)).sort();
}

/** The columns of the primary key, in their order. */
async function keyOf(knex: Knex, table: string): Promise<string[]> {
  if (isPostgres(knex)) {
    const { rows } = await knex.raw(
      `select a.attname from pg_index i
       cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
       where i.indrelid = ?::regclass and i.indisprimary and k.place <= i.indnkeyatts
       order by k.place`,
      [table],
    );
    return rows.map((row: { attname: string }) => row.attname);
  }
  const columns: { name: string; pk: number }[] = await knex.raw(
    `select name, pk from pragma_table_info(?) where pk > 0 order by pk`,
    [table],
  );
  return columns.map(({ name }) => name);
}

describe.each(databases.eachSupportedId())('tables on %s', id => {
  it('are all in the list, with their keys, and have a tenant', async () => {
    const knex = await databases.init(id);
    const names = await tablesOf(knex);
    expect(tenantTables.map(({ name }) => name).sort()).toEqual(names);
    for (const { name, key } of tenantTables) {
      expect([name, await knex.schema.hasColumn(name, 'tenant_id')]).toEqual([
        name,
        true,
      ]);
      const primary = await keyOf(knex, name);
      expect([name, primary.filter(one => one !== 'tenant_id')]).toEqual([
        name,
        [...key],
      ]);
    }
  });

  it('tell how much they hold', async () => {
    const knex = await databases.init(id);
    await knex('tenant').insert([{ tenant_id: 'a' }, { tenant_id: 'b' }]);
    // What PostgreSQL estimates follows some time after what was written.
    await knex.raw('analyze');
    const { estimated, sizes } = await readSizes(knex, ['tenant', 'run']);
    expect(estimated).toBe(isPostgres(knex));
    expect(sizes.get('tenant')).toMatchObject({ rows: 2 });
    expect(sizes.get('tenant')!.bytes).toBeGreaterThan(0);
    expect(sizes.get('run')).toMatchObject({ rows: 0 });
  });
});
