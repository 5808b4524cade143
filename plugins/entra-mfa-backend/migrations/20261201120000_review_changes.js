// @ts-check

/** Schedules of reviews can be changed, and whom a reviewer of an open review has left can be given to another one. */

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

  await knex.schema.alterTable('review_schedule', table => {
    table
      .integer('version')
      .notNullable()
      .defaultTo(1)
      .comment('one more with each change of its words');
  });

  await knex.schema.createTable('review_handover', table => {
    table.comment('Who gave whom a reviewer had left to another one');
    key(table, 'tenant_id', 64).notNullable();
    table.integer('review').notNullable();
    table.integer('step').notNullable();
    key(table, 'from_ref', 255).notNullable();
    key(table, 'to_ref', 255).notNullable();
    table.integer('items').notNullable().comment('how many people were given');
    key(table, 'given_by', 255).notNullable();
    table.timestamp('given_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'review', 'step']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('review_handover');
  await knex.schema.alterTable('review_schedule', table => {
    table.dropColumn('version');
  });
};
