// @ts-check

/**
 * Controls: what every test of a snapshot came to, and the status of each control, as versions. That a status is stale
 * is no row: it follows from until when a snapshot is fresh, so that it comes also while the portal is away.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const versions = (
    /** @type {import('knex').Knex.CreateTableBuilder} */ table,
    /** @type {string} */ key,
  ) => {
    table.string('tenant_id', 64).notNullable();
    table.string(key, 100).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(2147483647);
    table.primary(['tenant_id', key, 'from_snapshot']);
  };
  await knex.schema.createTable('control_test', table => {
    table.comment('What each test of a snapshot came to, as versions');
    versions(table, 'test');
    table.string('outcome', 16).notNullable();
    table.string('reason', 32).nullable().comment('why it could not run');
    table.integer('count').nullable();
    table.integer('of_count').nullable();
    table.integer('target_permille').nullable();
    table.integer('short').nullable();
    table.integer('days').nullable();
  });
  await knex.schema.createTable('control_status', table => {
    table.comment('The status of each control, as versions');
    versions(table, 'control');
    table.string('status', 16).notNullable();
    table
      .text('tests')
      .notNullable()
      .comment('JSON of the ids it follows from');
    table
      .text('disabled_reason')
      .nullable()
      .comment('why it does not apply; null where it does');
  });
  await knex.schema.alterTable('snapshot', table => {
    table
      .timestamp('fresh_until', { useTz: true })
      .nullable()
      .comment('from when on it is stale; null for snapshots of before');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('control_status');
  await knex.schema.dropTable('control_test');
  // As the database does it: knex would copy the table on SQLite.
  await knex.raw('alter table snapshot drop column fresh_until');
};
