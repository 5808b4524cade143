// @ts-check

/**
 * A run that failed for a reason that passes is gone on with under its number. So its start no longer
 * tells when the next sync is due: `claimed_at` does. And its pages may have been read by another
 * version, which asked for something else: `queries` is a fingerprint of what was asked for.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('run', table => {
    table.timestamp('claimed_at', { useTz: true }).nullable();
    table.string('queries', 43).nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('run', table => {
    table.dropColumns('claimed_at', 'queries');
  });
};
