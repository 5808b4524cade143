// @ts-check

/**
 * A page keeps when Microsoft refreshed each of its rows, so that a report is as old as its median row,
 * and how often a property that decides had no value. A person keeps since when the account has been
 * enabled, because the report has a row only after that, and when the person leaves. A snapshot says whether somebody waits for
 * another report. A hold keeps how many people make the fall.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('stage', table => {
    table.dropColumn('report_refreshed_at');
  });
  await knex.schema.alterTable('stage', table => {
    table
      .binary('refreshed_seconds')
      .nullable()
      .comment('when Microsoft refreshed each row, in 32-bit seconds');
    table
      .text('missing')
      .nullable()
      .comment('JSON: how many rows had no value, by property');
  });
  await knex.schema.alterTable('person', table => {
    table
      .boolean('enabled')
      .nullable()
      .comment('null where the directory never said');
    table
      .timestamp('enablement_since', { useTz: true })
      .nullable()
      .comment('null where it was so before it was seen first');
    table
      .timestamp('leave_at', { useTz: true })
      .nullable()
      .comment('the leave date that the directory has');
  });
  await knex.schema.alterTable('snapshot', table => {
    table
      .boolean('waits_for_report')
      .notNullable()
      .defaultTo(true)
      .comment(
        'whether another report can change a judgement by being another',
      );
  });
  await knex.schema.alterTable('hold', table => {
    table.integer('people').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('hold', table => {
    table.dropColumn('people');
  });
  await knex.schema.alterTable('snapshot', table => {
    table.dropColumn('waits_for_report');
  });
  await knex.schema.alterTable('person', table => {
    table.dropColumns('enabled', 'enablement_since', 'leave_at');
  });
  await knex.schema.alterTable('stage', table => {
    table.dropColumns('refreshed_seconds', 'missing');
  });
  await knex.schema.alterTable('stage', table => {
    table.timestamp('report_refreshed_at', { useTz: true }).nullable();
  });
};
