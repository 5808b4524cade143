// @ts-check

/**
 * Values that a row had before and has no more are believed when a second reading says the same of the
 * same rows. `lost` keeps until then which property it was, and a sample of the rows.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('run_collector', table => {
    table.text('lost').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('run_collector', table => {
    table.dropColumn('lost');
  });
};
