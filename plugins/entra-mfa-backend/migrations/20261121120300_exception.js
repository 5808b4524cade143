// @ts-check

/**
 * Exceptions: who is left neither for nor against, by whose word and until when.
 *
 * One row each, kept for ever. A step (decision, withdrawal, early end) fills columns that were empty
 * before, with who and when, and nothing is ever written over: so the row tells what it was at any
 * past time.
 *
 * `person.exception_id` is the exception that made somebody exempt at that snapshot. It is a version
 * like the rest of the row, so a past judgement can be explained without resolving groups and rules
 * of then anew.
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

  await knex.schema.createTable('exception', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'exception_id', 36).notNullable();
    table
      .string('subject_kind', 16)
      .notNullable()
      .comment('person | group | rule');
    key(table, 'subject', 255)
      .notNullable()
      .comment('object id, group ref or pattern');
    table.text('reason').notNullable();
    key(table, 'until', 10).notNullable().comment('last day in force, UTC');
    table.integer('people_asked').notNullable();
    key(table, 'requested_by', 255).notNullable();
    table.timestamp('requested_at', { useTz: true }).notNullable();
    table.string('decision', 16).nullable().comment('approved | refused');
    key(table, 'decided_by', 255).nullable();
    table.timestamp('decided_at', { useTz: true }).nullable();
    table.text('decision_note').nullable();
    table.timestamp('withdrawn_at', { useTz: true }).nullable();
    key(table, 'ended_by', 255).nullable();
    table.timestamp('ended_at', { useTz: true }).nullable();
    table.text('end_note').nullable();
    table.primary(['tenant_id', 'exception_id']);
    table.index(['tenant_id', 'until'], 'exception_until');
    table.index(['tenant_id', 'requested_at'], 'exception_requested');
  });

  await knex.schema.alterTable('person', table => {
    key(table, 'exception_id', 36).nullable();
  });
  // Most people are not exempt: only those who are have a place in it.
  await knex.raw(
    'create index person_exception on person (tenant_id, exception_id) where exception_id is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index person_exception');
  // Knex would copy the whole table on SQLite, which drops a column by itself by now.
  await knex.raw('alter table person drop column exception_id');
  await knex.schema.dropTable('exception');
};
