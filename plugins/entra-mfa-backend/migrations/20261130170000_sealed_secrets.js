// @ts-check

/**
 * Secrets that the portal has to keep, sealed. Whoever has the table and not the portal's key, or a row in another
 * place than its own, has nothing.
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

  await knex.schema.createTable('sealed_secret', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'purpose', 128).notNullable().comment('what it is');
    key(table, 'key_id', 255)
      .notNullable()
      .comment('by which key of the portal its own key is wrapped');
    table.text('wrapped_key').notNullable();
    table.text('sealed').notNullable().comment('JWE (RFC 7516), flattened');
    table.timestamp('sealed_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'purpose']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sealed_secret');
};
