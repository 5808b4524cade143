// @ts-check

/**
 * Who was forgotten, by whom and why. The object id tells nobody without the directory; the reason must
 * not name the person.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');

  /**
   * Keys compare by bytes, as everywhere in the store.
   *
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   * @param {number} length
   */
  const key = (table, name, length) =>
    onPostgres
      ? table.specificType(name, `varchar(${length}) COLLATE "C"`)
      : table.string(name, length);

  await knex.schema.createTable('erasure', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'object_id', 64).notNullable();
    table.timestamp('erased_at', { useTz: true }).notNullable();
    key(table, 'erased_by', 255)
      .notNullable()
      .comment('entity ref of the user who erased');
    table.text('reason').notNullable();
    table.primary(['tenant_id', 'object_id', 'erased_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('erasure');
};
