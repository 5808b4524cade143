// @ts-check

/**
 * Tenants that are connected in the portal, and requests to connect one.
 *
 * Nothing here is a secret: an address on which somebody consents is kept as a hash, and a tenant that consented has
 * no credential of its own.
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

  await knex.schema.createTable('portal_connection', table => {
    key(table, 'tenant_id', 64).primary();
    table.timestamp('connected_at', { useTz: true }).notNullable();
    table
      .timestamp('deleted_at', { useTz: true })
      .nullable()
      .comment('when it was disconnected; null while it is read');
    key(table, 'contact', 255).nullable();
    table
      .text('switched_off')
      .notNullable()
      .comment('ids of data sets that are not read, as JSON');
  });

  await knex.schema.createTable('connect_request', table => {
    key(table, 'id', 64).primary();
    key(table, 'tenant_id', 64).notNullable();
    table.boolean('handed_on').notNullable();
    key(table, 'asked_by', 255).notNullable();
    table.timestamp('asked_at', { useTz: true }).notNullable();
    table.timestamp('expires_at', { useTz: true }).notNullable();
    key(table, 'link_hash', 64)
      .nullable()
      .unique()
      .comment('SHA-256 of the link that was handed on');
    key(table, 'state_hash', 64)
      .nullable()
      .unique()
      .comment('SHA-256 of the state that the answer has to bring, once');
    table
      .timestamp('state_expires_at', { useTz: true })
      .nullable()
      .comment('until when it may bring it');
    table
      .string('outcome', 16)
      .nullable()
      .comment('granted | refused | withdrawn | failed; null before');
    table.timestamp('ended_at', { useTz: true }).nullable();
    table.text('problem').nullable().comment('as JSON');
    key(table, 'contact', 255).nullable();
    table.text('switched_off').notNullable();
    table.index(['asked_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('connect_request');
  await knex.schema.dropTable('portal_connection');
};
