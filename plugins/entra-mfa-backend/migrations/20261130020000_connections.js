// @ts-check

/**
 * Connections: what is known of each, its states as episodes, and its audit trail.
 *
 * The trail only grows. Triggers refuse to change, remove or replace what is in it; retention takes the trigger
 * that refuses removal away and puts it back within one transaction (see store/connections/forgetEvents), so that
 * no statement that reads or writes rows can do what it does. A person's ref stands beside the trail and not in it:
 * whoever is forgotten is forgotten there too.
 */

const APPEND_ONLY = 'connection_event is append-only';

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

  await knex.schema.createTable('connection', table => {
    key(table, 'tenant_id', 64).primary();
    table
      .integer('last_event')
      .notNullable()
      .defaultTo(0)
      .comment('the number of the newest event; who counts it up holds it');
    table.integer('last_episode').notNullable().defaultTo(0);
    table.string('client_id', 64).nullable();
    table.string('credential', 32).nullable().comment('its kind');
    table.text('data_sets').nullable().comment('ids that are read, as JSON');
    table
      .text('refused')
      .nullable()
      .comment('data sets that miss a permission or consent, as JSON');
    table
      .integer('last_run')
      .notNullable()
      .defaultTo(0)
      .comment('the last run whose end is in the trail');
    table.timestamp('last_run_ended_at', { useTz: true }).nullable();
  });

  await knex.schema.createTable('connection_event', table => {
    key(table, 'tenant_id', 64).notNullable();
    table
      .integer('sequence')
      .notNullable()
      .comment('from 1, without gaps, for each tenant');
    table.timestamp('at', { useTz: true }).notNullable();
    table
      .string('actor_kind', 16)
      .notNullable()
      .comment('user | service | system; a user is in connection_event_user');
    key(table, 'service', 255).nullable();
    table.string('kind', 32).notNullable();
    table
      .string('outcome', 16)
      .notNullable()
      .comment('done | partial | failed');
    table.text('details').notNullable().comment('JSON, without secrets');
    table.primary(['tenant_id', 'sequence']);
    table.index(['tenant_id', 'kind', 'sequence']);
    table.index(['tenant_id', 'at']);
  });

  await knex.schema.createTable('connection_event_user', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('sequence').notNullable();
    key(table, 'user_ref', 255).notNullable();
    table.timestamp('at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'sequence']);
  });

  await knex.schema.createTable('connection_episode', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('episode').notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('connecting | healthy | needs-attention | disconnected | stale');
    table.timestamp('began_at', { useTz: true }).notNullable();
    table.timestamp('ended_at', { useTz: true }).nullable();
    table.text('problems').notNullable().comment('why, as JSON');
    table.primary(['tenant_id', 'episode']);
    table.index(['tenant_id', 'ended_at']);
    table.index(['began_at']);
  });

  await (onPostgres ? guardPostgres(knex) : guardSqlite(knex));
};

/** @param {import('knex').Knex} knex */
async function guardSqlite(knex) {
  // A replacing insert removes rows without their triggers.
  await knex.raw(`
    create trigger connection_event_insert before insert on connection_event
    when exists (
      select 1 from connection_event
      where tenant_id = new.tenant_id and sequence >= new.sequence
    )
    begin select raise(abort, '${APPEND_ONLY}'); end`);
  await knex.raw(`
    create trigger connection_event_update before update on connection_event
    begin select raise(abort, '${APPEND_ONLY}'); end`);
  await knex.raw(`
    create trigger connection_event_delete before delete on connection_event
    begin select raise(abort, '${APPEND_ONLY}'); end`);
}

/** @param {import('knex').Knex} knex */
async function guardPostgres(knex) {
  await knex.raw(`
    create function connection_event_refuse() returns trigger
    language plpgsql as $$
    declare
      is_later boolean;
    begin
      if tg_op = 'INSERT' then
        execute format(
          'select exists (select 1 from %I.%I where tenant_id = $1 and sequence >= $2)',
          tg_table_schema, tg_table_name
        ) into is_later using new.tenant_id, new.sequence;
        if not is_later then
          return new;
        end if;
      end if;
      raise exception '${APPEND_ONLY}';
    end $$`);
  await knex.raw(`
    create trigger connection_event_insert before insert on connection_event
    for each row execute function connection_event_refuse()`);
  await knex.raw(`
    create trigger connection_event_update before update on connection_event
    for each row execute function connection_event_refuse()`);
  await knex.raw(`
    create trigger connection_event_delete before delete on connection_event
    for each row execute function connection_event_refuse()`);
  await knex.raw(`
    create trigger connection_event_truncate before truncate on connection_event
    for each statement execute function connection_event_refuse()`);
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');
  for (const table of [
    'connection_episode',
    'connection_event_user',
    'connection_event',
    'connection',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (onPostgres) {
    await knex.raw('drop function connection_event_refuse()');
  }
};
