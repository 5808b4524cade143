// @ts-check

/**
 * Access reviews: who was on the list, what was decided on them, by whom and when.
 *
 * `review_item` is the list as it was made; its decision columns hold the decision in force.
 * `review_decision` has every decision that was ever made, so a changed mind stays on record: rows
 * are added and never written over. How a person was is not copied: the review names its snapshot.
 *
 * A tenant has one open review at a time. The partial index says so, whoever is faster.
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

  await knex.schema.createTable('review', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('review').notNullable().comment('from 1, for each tenant');
    table.text('title').notNullable();
    table.integer('snapshot').notNullable();
    table
      .integer('baseline_snapshot')
      .notNullable()
      .comment('what the list was compared with');
    table
      .timestamp('since', { useTz: true })
      .notNullable()
      .comment('accounts made from then on are new');
    table
      .integer('previous_review')
      .nullable()
      .comment('whose snapshot the baseline is; null where none was closed');
    table.integer('no_method_after_days').notNullable();
    table
      .integer('roles_not_known')
      .notNullable()
      .comment('people of whom it was not known whether they hold a role');
    key(table, 'opened_by', 255).notNullable();
    table.timestamp('opened_at', { useTz: true }).notNullable();
    table
      .timestamp('last_step_at', { useTz: true })
      .notNullable()
      .comment('a step writes it first, so that steps wait for each other');
    key(table, 'closed_by', 255).nullable();
    table.timestamp('closed_at', { useTz: true }).nullable();
    table
      .text('close_reason')
      .nullable()
      .comment('why it was closed with people on whom nothing was decided');
    table.text('counts').nullable().comment('as JSON, when it was closed');
    table.primary(['tenant_id', 'review']);
  });
  await knex.raw(
    'create unique index review_open on review (tenant_id) where closed_at is null',
  );

  await knex.schema.createTable('review_item', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('review').notNullable();
    key(table, 'object_id', 64).notNullable();
    table
      .smallint('reasons')
      .notNullable()
      .comment('sum: 1 privileged, 2 new, 4 left but enabled, 8 no method');
    table
      .boolean('keep_needs_note')
      .notNullable()
      .comment('privileged, and not known to have a method');
    table.smallint('privileged_rank').notNullable();
    table.string('sort_name', 255).notNullable();
    table
      .integer('decisions')
      .notNullable()
      .defaultTo(0)
      .comment('how many were made; the last one follows');
    table
      .string('decision', 16)
      .nullable()
      .comment('keep | remove-access | register | no-account');
    table.text('note').nullable();
    key(table, 'decided_by', 255).nullable();
    table.timestamp('decided_at', { useTz: true }).nullable();
    table.primary(['tenant_id', 'review', 'object_id']);
    table.index(
      ['tenant_id', 'review', 'privileged_rank', 'sort_name', 'object_id'],
      'review_item_by_name_index',
    );
  });

  await knex.schema.createTable('review_decision', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('review').notNullable();
    key(table, 'object_id', 64).notNullable();
    table.integer('step').notNullable().comment('from 1, for each person');
    table.string('decision', 16).notNullable();
    table.text('note').nullable();
    key(table, 'decided_by', 255).notNullable();
    table.timestamp('decided_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'review', 'object_id', 'step']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['review_decision', 'review_item', 'review']) {
    await knex.schema.dropTable(table);
  }
};
