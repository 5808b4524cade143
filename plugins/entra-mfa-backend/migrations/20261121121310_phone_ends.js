// @ts-check

/**
 * When Microsoft's SMS and voice end for who has only a phone: later for some people than for others,
 * and not at all in some tenants.
 *
 * `person.phone_ends` is the day, null for everybody who has another method or whose phone goes on.
 * `coverage.phone_ends` and `owner_coverage.phone_ends` count such people by day, as JSON, because a
 * line of counts cannot be read from the people when a list shows hundreds of them. Rows of snapshots
 * before this migration have null in all three.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('person', table => {
    table.string('phone_ends', 10).nullable().comment('an ISO date');
  });
  for (const name of ['coverage', 'owner_coverage']) {
    await knex.schema.alterTable(name, table => {
      table
        .text('phone_ends')
        .nullable()
        .comment('JSON: [{ date, count }], earliest first');
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Knex would copy the whole table on SQLite, which drops a column by itself by now.
  for (const name of ['person', 'coverage', 'owner_coverage']) {
    await knex.raw('alter table ?? drop column phone_ends', [name]);
  }
};
