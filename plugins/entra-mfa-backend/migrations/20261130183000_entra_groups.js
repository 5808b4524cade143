// @ts-check

/**
 * Groups of the tenant. Of their data set only what changed is read: where a reading ended is kept, so that the next one
 * goes on there; without it, all is read from the beginning.
 *
 * Who is in a group is only in `record`; the people in each are counted when a snapshot is made, as those of teams are.
 */

const END = 2147483647;

const tables = ['data_set', 'stage'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');

  /**
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   * @param {number} length
   */
  const key = (table, name, length) =>
    onPostgres
      ? table.specificType(name, `varchar(${length}) COLLATE "C"`)
      : table.string(name, length);

  for (const name of tables) {
    await knex.schema.alterTable(name, table => {
      table
        .text('delta_link')
        .comment('what was asked for, and the link to what changed since');
    });
  }
  await knex.schema.createTable('entra_group', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'group_id', 64).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.text('name').notNullable();
    key(table, 'sort_name', 255).notNullable();
    table.text('search_text').notNullable();
    table.string('kind', 32).notNullable();
    table.integer('people').notNullable();
    table.integer('covered').notNullable();
    table.integer('uncovered').notNullable();
    table.integer('unknown').notNullable();
    table.integer('exempt').notNullable();
    table
      .integer('not_read')
      .notNullable()
      .comment('groups inside it of which nobody knows who is in them');
    table.primary(['tenant_id', 'group_id', 'from_snapshot']);
    table.index(
      ['tenant_id', 'to_snapshot', 'group_id'],
      'entra_group_now_index',
    );
  });
};

/**
 * An earlier version knows neither the data set nor what it has of it.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entra_group');
  for (const name of ['record', ...tables]) {
    await knex(name).where({ data_set: 'groups' }).delete();
  }
  for (const name of tables) {
    await knex.schema.alterTable(name, table => {
      table.dropColumn('delta_link');
    });
  }
};
