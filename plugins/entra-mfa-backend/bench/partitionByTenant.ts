import type { Knex } from 'knex';

/** The tables that grow with the people and with time. */
const large = ['record', 'person', 'person_team', 'person_change', 'coverage'];

/**
 * Splits the large tables of a PostgreSQL by tenant. Each has the tenant first in its primary key, so that nothing else
 * changes.
 */
export async function partitionByTenant(
  knex: Knex,
  partitions: number,
): Promise<void> {
  await knex.transaction(async trx => {
    for (const table of large) {
      const whole = `${table}_whole`;
      await trx.raw('alter table ?? rename to ??', [table, whole]);
      await trx.raw(
        'create table ?? (like ?? including all) partition by hash (tenant_id)',
        [table, whole],
      );
      for (let part = 0; part < partitions; part += 1) {
        await trx.raw(
          `create table ?? partition of ?? for values with (modulus ${partitions}, remainder ${part})`,
          [`${table}_${part}`, table],
        );
      }
      await trx.raw('insert into ?? select * from ??', [table, whole]);
      await trx.raw('drop table ??', [whole]);
    }
  });
  await knex.raw(`analyze ${large.join(', ')}`);
}
