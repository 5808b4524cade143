// @ts-check

/**
 * Tenants that are read by an application of their own, whose secret lies sealed. An earlier version cannot read them:
 * for it they are disconnected.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('portal_connection', table => {
    table.string('client_id', 36).comment('of its own application');
    table
      .timestamp('secret_ends_at', { useTz: true })
      .comment('null where nobody said');
    table
      .timestamp('credential_at', { useTz: true })
      .comment('since when its secret is used');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  const own = { kind: 'application' };
  await knex('connect_request').where(own).delete();
  await knex('sealed_secret').where({ purpose: 'application' }).delete();
  await knex('portal_connection')
    .where(own)
    .whereNull('deleted_at')
    .update({ deleted_at: new Date() });
  await knex('portal_connection').where(own).update({ kind: 'consent' });
  await knex.schema.alterTable('portal_connection', table => {
    table.dropColumns('client_id', 'secret_ends_at', 'credential_at');
  });
};
