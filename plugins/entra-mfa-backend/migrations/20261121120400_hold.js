// @ts-check

/**
 * Sudden falls of a tenant's figure that were held back, and who released them.
 *
 * A row is what one run found. While it is open (`closed_at` is null) the figure before stays
 * published. A later run that finds another figure closes it and opens the next with the same
 * `since`; so a release is always of figures that somebody saw, and any past date can be shown as it
 * was. Nothing is deleted.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');
  await knex.schema.createTable('hold', table => {
    if (onPostgres) {
      table.specificType('tenant_id', 'varchar(64) COLLATE "C"').notNullable();
    } else {
      table.string('tenant_id', 64).notNullable();
    }
    table.integer('run').notNullable().comment('the run that found it');
    table.timestamp('since', { useTz: true }).notNullable();
    table.timestamp('found_at', { useTz: true }).notNullable();
    table
      .integer('snapshot')
      .notNullable()
      .comment('the published one whose figure stays');
    table.integer('from_covered').notNullable();
    table.integer('from_uncovered').notNullable();
    table.integer('to_covered').notNullable();
    table.integer('to_uncovered').notNullable();
    table
      .string('released_by', 255)
      .nullable()
      .comment('entity ref of the user who released it');
    table.timestamp('released_at', { useTz: true }).nullable();
    table.text('reason').nullable().comment('why it was released');
    table.timestamp('closed_at', { useTz: true }).nullable();
    table
      .integer('closed_snapshot')
      .nullable()
      .comment('what was published; null where another finding follows');
    table.primary(['tenant_id', 'run']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('hold');
};
