// @ts-check

/**
 * The whole store. Two rules hold everywhere:
 *
 * Rows are versions. A row is true from `from_*` up to, and without, `to_*`; the row that is true
 * now ends at 2147483647. So a year of hourly runs costs what changed in it, and any past date can
 * be read as it was.
 *
 * Rows become visible by a number. `record` counts in runs, the assessed tables in snapshots. A run
 * writes rows under a number that nobody reads yet (above `tenant.last_run_published` or
 * `tenant.last_snapshot`); one short transaction closes what they replace and moves the number. A
 * run that dies leaves rows that nobody sees and that the next run removes.
 *
 * The primary key of `record` starts with what every read gives and ends with the version, so the
 * one index serves the merge by key, the history of a key and the next run's comparison. A second
 * index would cost more on a first sync of 500,000 people than all reads of it save.
 *
 * Keys compare by bytes on PostgreSQL too (collation "C"), as they do on SQLite and in JavaScript:
 * their order is part of the design (a staged page names records by their place in it), and
 * comparing by language rules would make each index slower to build.
 */

const END = 2147483647;

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

  await knex.schema.createTable('tenant', table => {
    key(table, 'tenant_id', 64).primary();
    table.text('display_name').nullable();
    table.integer('last_run').notNullable().defaultTo(0);
    table.integer('last_run_published').notNullable().defaultTo(0);
    table.integer('last_snapshot').notNullable().defaultTo(0);
  });

  await knex.schema.createTable('run', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('run').notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('running | published | failed | overtaken');
    table
      .string('holder', 64)
      .notNullable()
      .comment('the replica that runs it');
    table.timestamp('started_at', { useTz: true }).notNullable();
    table.timestamp('heartbeat_at', { useTz: true }).notNullable();
    table.timestamp('ended_at', { useTz: true }).nullable();
    table.integer('snapshot').nullable();
    table.text('problem').nullable();
    table.primary(['tenant_id', 'run']);
  });

  await knex.schema.createTable('run_collector', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('run').notNullable();
    key(table, 'data_set', 64).notNullable();
    table
      .string('outcome', 16)
      .notNullable()
      .comment('running | complete | partial | skipped | failed');
    table.text('problem').nullable();
    table.integer('pages').notNullable().defaultTo(0);
    table.integer('rows').notNullable().defaultTo(0);
    table.integer('added').notNullable().defaultTo(0);
    table.integer('changed').notNullable().defaultTo(0);
    table.integer('removed').notNullable().defaultTo(0);
    table.integer('calls').notNullable().defaultTo(0);
    table.integer('waited_ms').notNullable().defaultTo(0);
    table.text('request_ids').notNullable().defaultTo('[]');
    table.primary(['tenant_id', 'run', 'data_set']);
  });

  await knex.schema.createTable('stage', table => {
    table.comment('One row for each page that a run has read: where to go on');
    key(table, 'tenant_id', 64).notNullable();
    table.integer('run').notNullable();
    key(table, 'data_set', 64).notNullable();
    table.integer('page').notNullable();
    table.text('next_link').nullable();
    table.integer('rows').notNullable();
    table
      .binary('unchanged_keys')
      .nullable()
      .comment(
        'the places, in key order, of records found unchanged; the others are in record',
      );
    table.timestamp('report_refreshed_at', { useTz: true }).nullable();
    table.primary(['tenant_id', 'run', 'data_set', 'page']);
  });

  await knex.schema.createTable('data_set', table => {
    table.comment('Where each data set of a tenant stands');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'data_set', 64).notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('the run that last changed it');
    table
      .integer('read_run')
      .notNullable()
      .comment('the run that last read it whole');
    table.timestamp('read_at', { useTz: true }).notNullable();
    table.integer('rows').notNullable();
    table.timestamp('report_refreshed_at', { useTz: true }).nullable();
    table.primary(['tenant_id', 'data_set']);
  });

  await knex.schema.createTable('record', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'data_set', 64).notNullable();
    key(table, 'record_key', 255).notNullable();
    table.integer('from_run').notNullable();
    table.integer('to_run').notNullable().defaultTo(END);
    table.string('hash', 44).notNullable();
    table.text('body').notNullable();
    table.primary(['tenant_id', 'data_set', 'record_key', 'from_run']);
  });

  await knex.schema.createTable('snapshot', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('snapshot').notNullable();
    table.integer('run').notNullable();
    table.timestamp('at', { useTz: true }).notNullable();
    table
      .timestamp('read_at', { useTz: true })
      .nullable()
      .comment('the oldest read among the data sets that the figure needs');
    table.timestamp('report_refreshed_at', { useTz: true }).nullable();
    table.string('rules_version', 64).notNullable();
    table.text('settings').notNullable().comment('what the rules were given');
    table
      .text('data_sets')
      .notNullable()
      .comment('the version of each data set');
    table
      .timestamp('reassess_at', { useTz: true })
      .nullable()
      .comment('when time alone changes a judgement; null when it does not');
    table.primary(['tenant_id', 'snapshot']);
    table.index(['tenant_id', 'at']);
  });

  await knex.schema.createTable('person', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'object_id', 64).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.text('display_name').notNullable();
    table.text('user_principal_name').notNullable();
    table.string('sort_name', 255).notNullable();
    table.text('search_text').notNullable();
    key(table, 'entity_ref', 255).nullable();
    table.string('state', 16).notNullable();
    table.string('reason', 24).notNullable();
    table.string('scope_class', 24).nullable();
    table.boolean('registered').nullable();
    table.boolean('capable').nullable();
    table.string('tier', 24).nullable();
    table
      .smallint('tier_rank')
      .notNullable()
      .comment('-1 where no tier is known');
    table.text('methods').notNullable();
    table.text('marks').notNullable();
    table.boolean('privileged').nullable();
    table
      .smallint('privileged_rank')
      .notNullable()
      .comment('0 privileged, 1 not, or not known');
    table
      .smallint('no_row_runs')
      .notNullable()
      .comment('complete reads without a row, up to 2');
    table.timestamp('since', { useTz: true }).notNullable();
    table.timestamp('created_at', { useTz: true }).nullable();
    table.primary(['tenant_id', 'object_id', 'from_snapshot']);
    table.index(
      [
        'tenant_id',
        'to_snapshot',
        'state',
        'privileged_rank',
        'sort_name',
        'object_id',
      ],
      'person_by_state_index',
    );
    table.index(
      ['tenant_id', 'to_snapshot', 'privileged_rank', 'sort_name', 'object_id'],
      'person_by_name_index',
    );
    table.index(
      ['tenant_id', 'entity_ref', 'to_snapshot'],
      'person_by_entity_index',
    );
  });

  await knex.schema.createTable('team', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'team_ref', 255).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.text('title').notNullable();
    table.string('sort_name', 255).notNullable();
    table.string('parent_ref', 255).nullable();
    table.integer('depth').notNullable();
    table.integer('sub_teams').notNullable();
    table.integer('target_permille').notNullable();
    table.primary(['tenant_id', 'team_ref', 'from_snapshot']);
  });

  await knex.schema.createTable('person_team', table => {
    table.comment('Every team of a person, with the parents of their teams');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'team_ref', 255).notNullable();
    key(table, 'object_id', 64).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.boolean('direct').notNullable();
    table.primary(['tenant_id', 'team_ref', 'object_id', 'from_snapshot']);
    table.index(['tenant_id', 'object_id'], 'person_team_by_person_index');
  });

  await knex.schema.createTable('coverage', table => {
    table.comment('One line of counts for each team, and one for the tenant');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'team_ref', 255).notNullable().comment('empty for the tenant');
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.integer('people').notNullable();
    table.integer('covered').notNullable();
    table.integer('uncovered').notNullable();
    table.integer('in_scope').notNullable();
    table.integer('direct_covered').notNullable();
    table.integer('direct_uncovered').notNullable();
    table.integer('phone_only').notNullable();
    table.integer('unknown').notNullable();
    table.text('counts').notNullable();
    table.primary(['tenant_id', 'team_ref', 'from_snapshot']);
  });

  await knex.schema.createTable('unmatched', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.string('kind', 16).notNullable().comment('catalog-user | report-row');
    key(table, 'unmatched_key', 255).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.text('label').notNullable();
    table.primary(['tenant_id', 'kind', 'unmatched_key', 'from_snapshot']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'unmatched',
    'coverage',
    'person_team',
    'team',
    'person',
    'snapshot',
    'record',
    'data_set',
    'stage',
    'run_collector',
    'run',
    'tenant',
  ]) {
    await knex.schema.dropTable(table);
  }
};
