// @ts-check

/**
 * Drills of the emergency access (break-glass) accounts: that somebody tried, on that day, whether the
 * account still lets them in. Nothing in Microsoft Graph tells it, so people enter it by hand.
 *
 * A row says who entered it and when, and is never changed or deleted: a wrong one is followed by a
 * right one, and any past date can be shown as it was.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');

  /**
   * Keys compare by bytes, see the first migration.
   *
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   * @param {number} length
   */
  const key = (table, name, length) =>
    onPostgres
      ? table.specificType(name, `varchar(${length}) COLLATE "C"`)
      : table.string(name, length);

  await knex.schema.createTable('break_glass_drill', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'object_id', 64).notNullable();
    key(table, 'drill_id', 36).notNullable();
    key(table, 'held_on', 10).notNullable().comment('the day, an ISO date');
    table.text('note').nullable();
    key(table, 'recorded_by', 255)
      .notNullable()
      .comment('entity ref of a user');
    table.timestamp('recorded_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'object_id', 'drill_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('break_glass_drill');
};
