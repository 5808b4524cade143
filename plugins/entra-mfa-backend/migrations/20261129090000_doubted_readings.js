// @ts-check

/**
 * A reading that lost many of its rows at once is believed when a second one agrees with it. `doubt` is what
 * is kept of it until then: how many rows there were, and a sample of those that are gone. `data_sets`
 * of a hold says which readings are doubted; it is null where the figure itself fell.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('run_collector', table => {
    table.text('doubt').nullable();
  });
  await knex.schema.alterTable('hold', table => {
    table.text('data_sets').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('run_collector', table => {
    table.dropColumn('doubt');
  });
  // Without the column it would read as a fall of the figure, which it is not.
  await knex('hold').whereNotNull('data_sets').delete();
  await knex.schema.alterTable('hold', table => {
    table.dropColumn('data_sets');
  });
};
