// @ts-check

/**
 * From when on something of a tenant is kept. A cleaner moves these numbers first and removes rows after, so whoever
 * reads is told that something is gone before any of it is.
 */

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

  await knex.schema.createTable('retention', table => {
    key(table, 'tenant_id', 64).primary();
    table
      .integer('people_from')
      .notNullable()
      .defaultTo(0)
      .comment('the first snapshot whose people are kept');
    table
      .integer('runs_from')
      .notNullable()
      .defaultTo(0)
      .comment('the first run that is told of');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('retention');
};
