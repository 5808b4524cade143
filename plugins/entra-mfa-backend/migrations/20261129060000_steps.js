// @ts-check

/**
 * Steps that a figure depends on, and that people take between syncs, have numbers of the tenant that
 * only grow. A snapshot keeps up to which one it has judged, so that no step is missed or taken early
 * because the clocks of two replicas differ. What is from before has no number: its time tells.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tenant', table => {
    table.integer('last_step').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('snapshot', table => {
    table.integer('judged_step').nullable();
  });
  await knex.schema.alterTable('exception', table => {
    table.integer('decided_step').nullable();
    table.integer('ended_step').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('exception', table => {
    table.dropColumns('decided_step', 'ended_step');
  });
  await knex.schema.alterTable('snapshot', table => {
    table.dropColumn('judged_step');
  });
  await knex.schema.alterTable('tenant', table => {
    table.dropColumn('last_step');
  });
};
