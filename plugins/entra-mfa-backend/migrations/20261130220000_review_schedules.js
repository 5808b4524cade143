// @ts-check

/**
 * Access reviews of who has a role, or is in a group or team; who is asked to decide on whom, until when, and whom was
 * reminded; and reviews that are opened again and again. A tenant has one open review of each scope at a time.
 */

const risks = ['risks', ''];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');

  /**
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   * @param {number} length
   */
  const key = (table, name, length) =>
    onPostgres
      ? table.specificType(name, `varchar(${length}) COLLATE "C"`)
      : table.string(name, length);

  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const scope = table => {
    table
      .string('scope_kind', 16)
      .notNullable()
      .defaultTo(risks[0])
      .comment('risks | role | group | team');
    key(table, 'scope_id', 255)
      .notNullable()
      .defaultTo(risks[1])
      .comment('of the role definition or group, or the ref of the team');
    table.text('scope_name').nullable().comment('as it was called then');
    table
      .string('reviewers_kind', 16)
      .notNullable()
      .defaultTo('conductor')
      .comment('conductor | leads | users');
  };

  await knex.schema.alterTable('review', table => {
    scope(table);
    table.string('due_on', 10).nullable();
    key(table, 'schedule_id', 36)
      .nullable()
      .comment('what opened it; null where somebody did');
    table.dropIndex([], 'review_open');
    // A tenant has one open review of a scope at a time, whoever is faster.
    table.unique(['tenant_id', 'scope_kind', 'scope_id'], {
      indexName: 'review_open_scope',
      useConstraint: false,
      predicate: knex.whereNull('closed_at'),
    });
  });
  await knex.schema.alterTable('review_item', table => {
    table
      .smallint('held')
      .notNullable()
      .defaultTo(0)
      .comment('how a role was held, sum: 1 active, 2 eligible');
  });

  await knex.schema.createTable('review_assignment', table => {
    table.comment('Who was asked to decide on whom');
    key(table, 'tenant_id', 64).notNullable();
    table.integer('review').notNullable();
    key(table, 'object_id', 64)
      .notNullable()
      .comment('empty for everybody on the list');
    key(table, 'reviewer_ref', 255).notNullable();
    table.timestamp('assigned_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'review', 'object_id', 'reviewer_ref']);
    table.index(
      ['tenant_id', 'reviewer_ref', 'review'],
      'review_assignment_by_reviewer_index',
    );
  });

  await knex.schema.createTable('review_reminder', table => {
    table.comment('Which reviewer was told of a review on which day');
    key(table, 'tenant_id', 64).notNullable();
    table.integer('review').notNullable();
    key(table, 'reviewer_ref', 255).notNullable();
    key(table, 'day', 10).notNullable().comment('UTC');
    table.timestamp('sent_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'review', 'reviewer_ref', 'day']);
  });

  await knex.schema.createTable('review_schedule', table => {
    table.comment('Reviews that are opened again and again');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'schedule_id', 36).notNullable();
    table.text('title').notNullable();
    scope(table);
    table.integer('due_days').nullable().comment('null for no day');
    table
      .string('every', 16)
      .notNullable()
      .comment('monthly | quarterly | half-yearly | yearly');
    table.string('first_day', 10).notNullable();
    table.string('next_day', 10).notNullable();
    table.string('state', 16).notNullable().comment('running | stopped');
    table.integer('last_review').nullable();
    key(table, 'created_by', 255).notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    key(table, 'changed_by', 255).notNullable();
    table.timestamp('changed_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'schedule_id']);
  });

  await knex.schema.createTable('review_schedule_user', table => {
    table.comment('Who is named as reviewer of each review of a schedule');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'schedule_id', 36).notNullable();
    key(table, 'reviewer_ref', 255).notNullable();
    table.timestamp('named_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'schedule_id', 'reviewer_ref']);
  });
};

/**
 * An earlier version knows reviews of risks alone.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('review_schedule_user');
  await knex.schema.dropTable('review_schedule');
  await knex.schema.dropTable('review_reminder');
  await knex.schema.dropTable('review_assignment');
  for (const name of ['review_decision', 'review_item']) {
    await knex(name)
      .whereExists(query =>
        query
          .from({ r: 'review' })
          .select(knex.raw('1'))
          .whereRaw('r.tenant_id = ??', [`${name}.tenant_id`])
          .whereRaw('r.review = ??', [`${name}.review`])
          .whereNot('r.scope_kind', risks[0]),
      )
      .delete();
  }
  await knex('review').whereNot('scope_kind', risks[0]).delete();
  await knex.schema.alterTable('review_item', table => {
    table.dropColumn('held');
  });
  await knex.schema.alterTable('review', table => {
    table.dropIndex([], 'review_open_scope');
  });
  await knex.schema.alterTable('review', table => {
    for (const name of [
      'scope_kind',
      'scope_id',
      'scope_name',
      'reviewers_kind',
      'due_on',
      'schedule_id',
    ]) {
      table.dropColumn(name);
    }
    table.unique(['tenant_id'], {
      indexName: 'review_open',
      useConstraint: false,
      predicate: knex.whereNull('closed_at'),
    });
  });
};
