// @ts-check

/**
 * What a first read needs to say how long it will take: how many people Graph says there are, and since
 * when each data set is being read. A data set that was gone on with has no start: how fast it is read
 * does not follow from it.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('run', table => {
    table.integer('expected_people').nullable();
  });
  await knex.schema.alterTable('run_collector', table => {
    table.timestamp('started_at', { useTz: true }).nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('run_collector', table => {
    table.dropColumn('started_at');
  });
  await knex.schema.alterTable('run', table => {
    table.dropColumn('expected_people');
  });
};
