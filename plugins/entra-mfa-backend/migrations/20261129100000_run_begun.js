// @ts-check

/**
 * When a run began, by the clock of the database: replicas whose clocks differ must agree on how old its
 * pages are. Of the runs that are there nobody knows it, so none of them is gone on with.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('run', table => {
    table.timestamp('begun_at', { useTz: true }).nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('run', table => {
    table.dropColumn('begun_at');
  });
};
