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
    table
      .integer('last_step')
      .notNullable()
      .defaultTo(0)
      .comment(
        'of steps that people take between syncs and a figure depends on',
      );
  });

  // A run that failed for a reason that passes is gone on with under its number.
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
    table
      .string('queries', 43)
      .nullable()
      .comment('a fingerprint of what its pages were asked for');
    table.timestamp('started_at', { useTz: true }).notNullable();
    table
      .timestamp('claimed_at', { useTz: true })
      .nullable()
      .comment(
        'when it was begun or gone on with; a start no longer tells when the next is due',
      );
    table
      .timestamp('begun_at', { useTz: true })
      .nullable()
      .comment('by the clock of the database, on which all replicas agree');
    table.timestamp('heartbeat_at', { useTz: true }).notNullable();
    table.timestamp('ended_at', { useTz: true }).nullable();
    table.integer('snapshot').nullable();
    table
      .integer('expected_people')
      .nullable()
      .comment('how many people Graph says there are');
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
    table
      .timestamp('started_at', { useTz: true })
      .nullable()
      .comment('null where pages of an earlier attempt were gone on with');
    table.text('problem').nullable();
    table.integer('pages').notNullable().defaultTo(0);
    table.integer('rows').notNullable().defaultTo(0);
    table.integer('added').notNullable().defaultTo(0);
    table.integer('changed').notNullable().defaultTo(0);
    table.integer('removed').notNullable().defaultTo(0);
    table.integer('calls').notNullable().defaultTo(0);
    table.integer('waited_ms').notNullable().defaultTo(0);
    table.text('request_ids').notNullable().defaultTo('[]');
    table
      .text('lost')
      .nullable()
      .comment(
        'JSON: values that rows had before, and a sample of the rows, until a second reading agrees',
      );
    table
      .text('doubt')
      .nullable()
      .comment(
        'JSON: how many rows there were, and a sample of those that are gone, until a second reading agrees',
      );
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
    table
      .binary('refreshed_seconds')
      .nullable()
      .comment('when Microsoft refreshed each row, in 32-bit seconds');
    table
      .text('missing')
      .nullable()
      .comment('JSON: how many rows had no value, by property');
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
    table
      .boolean('waits_for_report')
      .notNullable()
      .defaultTo(true)
      .comment(
        'whether another report can change a judgement by being another',
      );
    table
      .integer('judged_step')
      .nullable()
      .comment('up to which step of tenant.last_step it was judged');
    table.primary(['tenant_id', 'snapshot']);
    table.index(['tenant_id', 'at', 'snapshot']);
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
    key(table, 'exception_id', 36)
      .nullable()
      .comment('the exception that made the person exempt');
    table.string('scope_class', 24).nullable();
    table
      .string('phone_ends', 10)
      .nullable()
      .comment(
        'the day on which SMS and voice end for who has only a phone; null for others',
      );
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
    table.primary(['tenant_id', 'object_id', 'from_snapshot']);
    table.index(
      ['tenant_id', 'entity_ref', 'to_snapshot'],
      'person_by_entity_index',
    );
    table.index(
      ['tenant_id', 'to_snapshot', 'privileged_rank', 'sort_name', 'object_id'],
      'person_by_name_index',
    );
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
    // Most people are not exempt: only those who are have a place in it.
    table.index(['tenant_id', 'exception_id'], 'person_exception', {
      predicate: knex.whereNotNull('exception_id'),
    });
    // Lists of people as they were, without going through what a year has left.
    table.index(
      ['tenant_id', 'privileged_rank', 'sort_name', 'object_id'],
      'person_replaced_by_name_index',
      { predicate: knex.whereRaw(`to_snapshot < ${END}`) },
    );
  });

  // The further User entities of people who have several, because the catalog is fed by more than one
  // source. `person.entity_ref` is the first of them by its ref, and the one that is shown; of most people
  // it is the only one, and they have no rows here.
  await knex.schema.createTable('person_entity', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'object_id', 64).notNullable();
    key(table, 'entity_ref', 255).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.primary(['tenant_id', 'object_id', 'entity_ref', 'from_snapshot']);
    table.index(
      ['tenant_id', 'entity_ref', 'to_snapshot'],
      'person_entity_by_entity_index',
    );
  });

  // Which roles each person holds or can activate, their own and through groups. Only people of the
  // directory have rows, so apps and groups have none; a role that is both held and eligible has two. The key
  // is the way from a role to its people, the index the one from a person to their roles.
  await knex.schema.createTable('person_role', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'role_id', 64).notNullable().comment('a role definition');
    key(table, 'object_id', 64).notNullable();
    key(table, 'kind', 8).notNullable().comment('active | eligible');
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.primary([
      'tenant_id',
      'role_id',
      'object_id',
      'kind',
      'from_snapshot',
    ]);
    table.index(['tenant_id', 'object_id'], 'person_role_by_person_index');
  });

  const personTeamKey = ['tenant_id', 'team_ref', 'object_id', 'from_snapshot'];
  await knex.schema.createTable('person_team', table => {
    table.comment('Every team of a person, with the parents of their teams');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'team_ref', 255).notNullable();
    key(table, 'object_id', 64).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.boolean('direct').notNullable();
    if (!onPostgres) {
      table.primary(personTeamKey);
    }
    table.index(['tenant_id', 'object_id'], 'person_team_by_person_index');
  });
  if (onPostgres) {
    // The members of a team lie scattered over the table, as people were written. With what decides whether
    // a row is true at a snapshot, the key alone tells who they are. SQLite has no such keys.
    await knex.raw(
      'alter table person_team add primary key (??, ??, ??, ??) include (to_snapshot, direct)',
      personTeamKey,
    );
  }

  await knex.schema.createTable('team', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'team_ref', 255).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.text('title').notNullable();
    table.string('sort_name', 255).notNullable();
    table.text('search_text').notNullable().defaultTo('');
    table.string('parent_ref', 255).nullable();
    table.integer('depth').notNullable();
    table.integer('sub_teams').notNullable();
    table.integer('target_permille').notNullable();
    table.primary(['tenant_id', 'team_ref', 'from_snapshot']);
    table.index(['tenant_id', 'parent_ref']);
  });

  // Who leads each team, as the catalog says it of the Group itself: what the permission rule IS_LED_BY asks
  // for, and whom a team's notices go to. A date in the past is seen by the lead of then and of now.
  await knex.schema.createTable('team_lead', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'team_ref', 255).notNullable();
    key(table, 'lead_ref', 255)
      .notNullable()
      .comment('a user, or a group whose members lead it');
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.primary(['tenant_id', 'team_ref', 'lead_ref', 'from_snapshot']);
    table.index(['tenant_id', 'lead_ref', 'to_snapshot']);
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
    table
      .text('phone_ends')
      .nullable()
      .comment('JSON: [{ date, count }], earliest first');
    table.primary(['tenant_id', 'team_ref', 'from_snapshot']);
    table.index(['tenant_id', 'to_snapshot', 'team_ref'], 'coverage_now_index');
  });

  // Each entity that is owned names its owners as one set. Most share theirs with others, because a team
  // owns several: so counts are kept for each set, and a person who registers changes a row for each of their
  // teams and not for each of 10,000 services. A set is named by its owners, so its rows in `owner_set` never
  // change; they end when nothing is owned by exactly these any more.
  await knex.schema.createTable('owned_entity', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'entity_ref', 255).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    key(table, 'owner_set', 255).notNullable();
    table.text('title').notNullable();
    table.string('sort_name', 255).notNullable();
    key(table, 'kind', 63).notNullable();
    table.text('type').nullable();
    key(table, 'lifecycle', 255).nullable();
    key(table, 'tier', 255).nullable();
    key(table, 'system_ref', 255).nullable();
    table.primary(['tenant_id', 'entity_ref', 'from_snapshot']);
    table.index(['tenant_id', 'owner_set'], 'owned_entity_by_owners_index');
  });

  await knex.schema.createTable('owner_set', table => {
    table.comment('The owners of which a set is made');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'owner_set', 255).notNullable();
    key(table, 'owner_ref', 255).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.primary(['tenant_id', 'owner_set', 'owner_ref', 'from_snapshot']);
    table.index(['tenant_id', 'owner_ref'], 'owner_set_by_owner_index');
  });

  await knex.schema.createTable('owner_coverage', table => {
    table.comment('The people of all owners of a set, each once');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'owner_set', 255).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable().defaultTo(END);
    table.integer('people').notNullable();
    table.integer('covered').notNullable();
    table.integer('uncovered').notNullable();
    table.integer('unknown').notNullable();
    table.integer('exempt').notNullable();
    table.integer('phone_only').notNullable();
    table
      .integer('privileged_uncovered')
      .nullable()
      .comment('null while it is not known who is privileged');
    table
      .integer('owners_not_found')
      .notNullable()
      .comment('a Group that the catalog lacks, a User of another tenant');
    table
      .text('phone_ends')
      .nullable()
      .comment('JSON: [{ date, count }], earliest first');
    table.primary(['tenant_id', 'owner_set', 'from_snapshot']);
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

  // A row for each person whom a snapshot changed, with their condition before and after it as one number
  // each: see assess/condition.ts. What changed between any two snapshots is the first condition before and
  // the last one after, so a read goes through narrow rows in the order in which they were written, and never
  // through the wide rows of `person`. A row knows the change of the same person before and after it: whoever
  // changed once in between, as nearly everybody did, is counted without being looked up.
  await knex.schema.createTable('person_change', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('snapshot').notNullable();
    key(table, 'object_id', 64).notNullable();
    table
      .integer('condition_before')
      .notNullable()
      .comment('0: not in the directory');
    table
      .integer('condition_after')
      .notNullable()
      .comment('0: not in the directory');
    table
      .boolean('renamed')
      .notNullable()
      .comment('another name or user principal name');
    table
      .boolean('by_rules')
      .notNullable()
      .comment('the old rules would have changed nothing');
    table
      .integer('previous_snapshot')
      .notNullable()
      .comment("of the person's change before; 0 without one");
    table.integer('next_snapshot').notNullable().defaultTo(END);
    table.primary(['tenant_id', 'snapshot', 'object_id']);
    table.index(['tenant_id', 'object_id'], 'person_change_by_person_index');
    table.index(
      ['tenant_id', 'previous_snapshot', 'snapshot'],
      'person_change_previous_index',
    );
  });

  // How many changes of each way there were up to a snapshot: pairs of the number of a way and how many, as
  // JSON. The changes between two dates are the difference of two rows, but for people who changed more than
  // once in between.
  await knex.schema.createTable('person_change_total', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('snapshot').notNullable();
    table.text('totals').notNullable();
    table.primary(['tenant_id', 'snapshot']);
  });

  await knex.schema.createTable('notice', table => {
    table.comment('What was told once, so that it is not told again');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'notice_key', 512).notNullable();
    table.timestamp('sent_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'notice_key']);
  });

  // A reading or a fall of the figure that is doubted, as one run found it. While it is open (`closed_at` is
  // null) the figure before stays published. A later run that finds another figure closes it and opens the
  // next with the same `since`; so a release is always of figures that somebody saw. Nothing is deleted.
  await knex.schema.createTable('hold', table => {
    key(table, 'tenant_id', 64).notNullable();
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
    table.integer('people').nullable().comment('how many people make the fall');
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
    table
      .text('data_sets')
      .nullable()
      .comment('which readings are doubted; null where the figure itself fell');
    table.primary(['tenant_id', 'run']);
  });

  // Who is left neither for nor against, by whose word and until when. One row each, kept for ever. A step
  // (decision, withdrawal, early end) fills columns that were empty before, with who and when, and nothing is
  // written over: so the row tells what it was at any past time.
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
    table.integer('decided_step').nullable().comment('of tenant.last_step');
    table.text('decision_note').nullable();
    table.timestamp('withdrawn_at', { useTz: true }).nullable();
    key(table, 'ended_by', 255).nullable();
    table.timestamp('ended_at', { useTz: true }).nullable();
    table.integer('ended_step').nullable().comment('of tenant.last_step');
    table.text('end_note').nullable();
    table.primary(['tenant_id', 'exception_id']);
    table.index(['tenant_id', 'requested_at'], 'exception_requested');
    table.index(['tenant_id', 'until'], 'exception_until');
  });

  // That somebody tried, on that day, whether an emergency access (break-glass) account still lets them in.
  // Nothing in Microsoft Graph tells it, so people enter it. A row is never changed or deleted: a wrong one is
  // followed by a right one.
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
    // A tenant has one open review at a time, whoever is faster.
    table.unique(['tenant_id'], {
      indexName: 'review_open',
      useConstraint: false,
      predicate: knex.whereNull('closed_at'),
    });
  });

  // The list of a review as it was made; its decision columns hold the decision in force. How a person was
  // is not copied: the review names its snapshot.
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

  // Every decision that was ever made, so that a changed mind stays on record.
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

  // Who was forgotten, by whom and why. The object id tells nobody without the directory; the reason must
  // not name the person.
  await knex.schema.createTable('erasure', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'object_id', 64).notNullable();
    table.timestamp('erased_at', { useTz: true }).notNullable();
    key(table, 'erased_by', 255)
      .notNullable()
      .comment('entity ref of the user who erased');
    table.text('reason').notNullable();
    table.primary(['tenant_id', 'object_id', 'erased_at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'erasure',
    'review_decision',
    'review_item',
    'review',
    'break_glass_drill',
    'exception',
    'hold',
    'notice',
    'person_change_total',
    'person_change',
    'unmatched',
    'owner_coverage',
    'owner_set',
    'owned_entity',
    'coverage',
    'team_lead',
    'team',
    'person_team',
    'person_role',
    'person_entity',
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
