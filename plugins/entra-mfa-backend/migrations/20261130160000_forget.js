// @ts-check

/**
 * That everything of a tenant is to be forgotten: who asked, who approved, when it happens, and how far it is. One row
 * a tenant, of the newest request; the audit trail tells of all.
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

  await knex.schema.createTable('forgetting', table => {
    key(table, 'tenant_id', 64).primary();
    table
      .string('origin', 16)
      .notNullable()
      .comment('config | portal: where the connection came from');
    key(table, 'asked_by', 255).notNullable();
    table.timestamp('asked_at', { useTz: true }).notNullable();
    table.text('reason').notNullable();
    key(table, 'approved_by', 255).nullable();
    table.timestamp('approved_at', { useTz: true }).nullable();
    table
      .timestamp('due_at', { useTz: true })
      .nullable()
      .comment('until then it can be stopped; null before it is approved');
    key(table, 'stopped_by', 255)
      .nullable()
      .comment('null also where a new connection stopped it');
    table.timestamp('stopped_at', { useTz: true }).nullable();
    table
      .timestamp('begun_at', { useTz: true })
      .nullable()
      .comment('when the first rows went');
    table.timestamp('done_at', { useTz: true }).nullable();
    table
      .integer('rows')
      .notNullable()
      .defaultTo(0)
      .comment('how many rows have gone');
    table.index(['due_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('forgetting');
};
