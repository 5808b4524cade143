// @ts-check

/**
 * The lines of counts that are true now, found without going through those of a year: what ends at
 * the end of time is read most.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('coverage', table => {
    table.index(['tenant_id', 'to_snapshot', 'team_ref'], 'coverage_now_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('coverage', table => {
    table.dropIndex(
      ['tenant_id', 'to_snapshot', 'team_ref'],
      'coverage_now_index',
    );
  });
};
