// @ts-check

/** Tenants that are read in the name of somebody who signed in. Those that are there read by consent. */

const tables = ['portal_connection', 'connect_request'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  for (const name of tables) {
    await knex.schema.alterTable(name, table => {
      table
        .string('kind', 16)
        .notNullable()
        .defaultTo('consent')
        .comment('consent | reader');
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of tables) {
    await knex.schema.alterTable(name, table => {
      table.dropColumn('kind');
    });
  }
};
