// @ts-check

/**
 * Assessments: what a named person said of named controls over a period, what it rests on, and every step of it.
 *
 * From its approval on an assessment is frozen. Triggers refuse to change, remove or replace it, its steps, its
 * comments, what it came to, and the items of evidence that it rests on; only that a newer one took its place, and
 * further comments, are still added. Where a tenant is forgotten its steps go first, with the trigger that refuses that
 * away within the transaction (see store/retention/removeTenant): without a step that approved it nothing is frozen any
 * more. A person is erased from it in the same way (see store/erase/eraseTraces).
 */

const FROZEN = 'an approved assessment is frozen';

const frozen = [
  'assessment',
  'assessment_step',
  'assessment_comment',
  'assessment_pin',
  'assessment_result',
];

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
  const ofAssessment = table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('assessment').notNullable().comment('from 1, of the tenant');
  };

  await knex.schema.createTable('assessment', table => {
    table.comment('Assessments, but for their steps');
    ofAssessment(table);
    table
      .integer('revision')
      .notNullable()
      .comment('counted up by who changes it or takes a step');
    table.text('title').notNullable();
    table.string('kind', 16).notNullable().comment('day | period');
    table.string('from_day', 10).notNullable().comment('UTC, inclusive');
    table.string('to_day', 10).notNullable().comment('UTC, inclusive');
    table.text('controls').notNullable().comment('JSON of framework/id');
    table.integer('supersedes').nullable().comment('the one it is to replace');
    key(table, 'prepared_by', 255).notNullable();
    table.timestamp('prepared_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'assessment']);
  });

  await knex.schema.createTable('assessment_step', table => {
    table.comment('Every step of an assessment; none is written over');
    ofAssessment(table);
    table.integer('step').notNullable().comment('from 1');
    table
      .string('kind', 16)
      .notNullable()
      .comment(
        'drafted | changed | submitted | returned | approved | superseded',
      );
    key(table, 'taken_by', 255).notNullable();
    table.timestamp('taken_at', { useTz: true }).notNullable();
    table.text('note').nullable();
    table
      .integer('superseded_by')
      .nullable()
      .comment('the assessment that took its place');
    table.primary(['tenant_id', 'assessment', 'step']);
  });

  await knex.schema.createTable('assessment_comment', table => {
    table.comment('Requests of auditors, and what is answered');
    ofAssessment(table);
    table.integer('comment').notNullable().comment('from 1');
    table
      .text('control')
      .nullable()
      .comment('framework/id; null for all of it');
    table.text('text').notNullable();
    key(table, 'written_by', 255).notNullable();
    table.timestamp('written_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'assessment', 'comment']);
  });

  await knex.schema.createTable('assessment_auditor', table => {
    table.comment('Who may read an assessment with entra-mfa.assessment.audit');
    ofAssessment(table);
    key(table, 'auditor_ref', 255).notNullable();
    table.timestamp('assigned_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'assessment', 'auditor_ref']);
    table.index(['auditor_ref']);
  });

  await knex.schema.createTable('assessment_pin', table => {
    table.comment('What an assessment rests on');
    ofAssessment(table);
    key(table, 'kind', 16).notNullable().comment('item | snapshot');
    key(table, 'fingerprint', 64).notNullable();
    table.primary(['tenant_id', 'assessment', 'kind', 'fingerprint']);
    table.index(['tenant_id', 'fingerprint']);
  });

  await knex.schema.createTable('assessment_result', table => {
    table.comment('What an assessment came to when it was submitted last');
    ofAssessment(table);
    table.integer('step').notNullable().comment('that submitted it');
    table.integer('controls').notNullable();
    table
      .integer('met_throughout')
      .notNullable()
      .comment('controls that were met on every day');
    table.text('content').notNullable().comment('canonical JSON');
    key(table, 'fingerprint', 64).notNullable().comment('SHA-256 of content');
    table.primary(['tenant_id', 'assessment']);
  });

  await (onPostgres ? guardPostgres(knex) : guardSqlite(knex));
};

/**
 * Whether an assessment is approved.
 *
 * @param {string} row
 */
const isApproved = row => `exists (
  select 1 from assessment_step s
  where s.tenant_id = ${row}.tenant_id and s.assessment = ${row}.assessment
    and s.kind = 'approved'
)`;

/**
 * Whether an approved assessment rests on an item.
 *
 * @param {string} row
 */
const isPinned = row => `exists (
  select 1 from assessment_pin p
  join assessment_step s on s.tenant_id = p.tenant_id
    and s.assessment = p.assessment and s.kind = 'approved'
  where p.tenant_id = ${row}.tenant_id and p.kind = 'item'
    and p.fingerprint = ${row}.fingerprint
)`;

/** @param {import('knex').Knex} knex */
async function guardSqlite(knex) {
  /**
   * @param {string} table
   * @param {'insert' | 'update' | 'delete'} event
   * @param {string} when
   */
  const refuse = (table, event, when) =>
    knex.raw(`
      create trigger ${table}_${event}_frozen
      before ${event} on ${table} when ${when}
      begin select raise(abort, '${FROZEN}'); end`);

  for (const table of frozen) {
    await refuse(
      table,
      'update',
      `${isApproved('old')} or ${isApproved('new')}`,
    );
    await refuse(table, 'delete', isApproved('old'));
  }
  for (const table of ['assessment', 'assessment_pin', 'assessment_result']) {
    await refuse(table, 'insert', isApproved('new'));
  }
  // A replacing insert removes rows without their triggers.
  await refuse(
    'assessment_step',
    'insert',
    `${isApproved('new')} and (new.kind <> 'superseded' or exists (
      select 1 from assessment_step o
      where o.tenant_id = new.tenant_id and o.assessment = new.assessment
        and (o.step >= new.step or o.kind = 'superseded')
    ))`,
  );
  await refuse(
    'assessment_comment',
    'insert',
    `${isApproved('new')} and exists (
      select 1 from assessment_comment o
      where o.tenant_id = new.tenant_id and o.assessment = new.assessment
        and o.comment >= new.comment
    )`,
  );
  await refuse(
    'evidence_item',
    'update',
    `${isPinned('old')} or ${isPinned('new')}`,
  );
  await refuse('evidence_item', 'delete', isPinned('old'));
  await refuse('evidence_item', 'insert', isPinned('new'));
}

/** @param {import('knex').Knex} knex */
async function guardPostgres(knex) {
  // The tables are those beside the one that is written, whatever the session's search path.
  await knex.raw(`
    create function assessment_refuse() returns trigger
    language plpgsql as $$
    declare
      one jsonb;
      is_frozen boolean;
    begin
      if tg_op = 'TRUNCATE' then
        raise exception '${FROZEN}';
      end if;
      foreach one in array array[to_jsonb(old), to_jsonb(new)] loop
        continue when one is null;
        if tg_table_name = 'evidence_item' then
          execute format(
            'select exists (
              select 1 from %1$I.assessment_pin p
              join %1$I.assessment_step s on s.tenant_id = p.tenant_id
                and s.assessment = p.assessment and s.kind = ''approved''
              where p.tenant_id = $1 and p.kind = ''item'' and p.fingerprint = $2)',
            tg_table_schema
          ) into is_frozen using one->>'tenant_id', one->>'fingerprint';
        else
          execute format(
            'select exists (
              select 1 from %I.assessment_step
              where tenant_id = $1 and assessment = $2 and kind = ''approved'')',
            tg_table_schema
          ) into is_frozen using one->>'tenant_id', (one->>'assessment')::integer;
        end if;
        if is_frozen and tg_op = 'INSERT' and tg_table_name = 'assessment_step'
            and one->>'kind' = 'superseded' then
          execute format(
            'select exists (
              select 1 from %I.assessment_step
              where tenant_id = $1 and assessment = $2
                and (step >= $3 or kind = ''superseded''))',
            tg_table_schema
          ) into is_frozen
          using one->>'tenant_id', (one->>'assessment')::integer, (one->>'step')::integer;
        elsif is_frozen and tg_op = 'INSERT' and tg_table_name = 'assessment_comment' then
          execute format(
            'select exists (
              select 1 from %I.assessment_comment
              where tenant_id = $1 and assessment = $2 and comment >= $3)',
            tg_table_schema
          ) into is_frozen
          using one->>'tenant_id', (one->>'assessment')::integer, (one->>'comment')::integer;
        end if;
        if is_frozen then
          raise exception '${FROZEN}';
        end if;
      end loop;
      if tg_op = 'DELETE' then
        return old;
      end if;
      return new;
    end $$`);
  for (const table of [...frozen, 'evidence_item']) {
    for (const event of ['insert', 'update', 'delete']) {
      await knex.raw(`
        create trigger ${table}_${event}_frozen before ${event} on ${table}
        for each row execute function assessment_refuse()`);
    }
    await knex.raw(`
      create trigger ${table}_truncate_frozen before truncate on ${table}
      for each statement execute function assessment_refuse()`);
  }
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');
  const events = ['insert', 'update', 'delete'];
  for (const event of onPostgres ? [...events, 'truncate'] : events) {
    await knex.raw(
      `drop trigger evidence_item_${event}_frozen${
        onPostgres ? ' on evidence_item' : ''
      }`,
    );
  }
  for (const table of [
    'assessment_result',
    'assessment_pin',
    'assessment_auditor',
    'assessment_comment',
    'assessment',
    'assessment_step',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (onPostgres) {
    await knex.raw('drop function assessment_refuse()');
  }
};
