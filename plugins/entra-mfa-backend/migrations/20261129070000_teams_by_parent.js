// @ts-check

/** The teams below a team: without it, each step down goes through all teams. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('team', table => {
    table.index(['tenant_id', 'parent_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('team', table => {
    table.dropIndex(['tenant_id', 'parent_ref']);
  });
};
