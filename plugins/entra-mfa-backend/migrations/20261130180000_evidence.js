// @ts-check

/**
 * Evidence: the items that were found, at which snapshots each held, and the log over them with its checkpoints.
 *
 * The log stays where a tenant is forgotten: its hashes tell nothing of what they were of, and who keeps an earlier
 * checkpoint can still prove what was there.
 */

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

  await knex.schema.createTable('evidence_item', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'fingerprint', 64)
      .notNullable()
      .comment('SHA-256 of the canonical JSON');
    key(table, 'type', 64).notNullable();
    table.integer('leaf').notNullable().comment('its place in the log, from 0');
    table.timestamp('stored_at', { useTz: true }).notNullable();
    table.text('content').notNullable().comment('the canonical JSON');
    table.primary(['tenant_id', 'fingerprint']);
    table.unique(['tenant_id', 'leaf']);
  });

  await knex.schema.createTable('evidence_held', table => {
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'type', 64).notNullable();
    table.integer('from_snapshot').notNullable();
    table.integer('to_snapshot').notNullable();
    key(table, 'fingerprint', 64).notNullable();
    table.primary(['tenant_id', 'type', 'from_snapshot']);
    table.index(['tenant_id', 'to_snapshot']);
    table.index(['tenant_id', 'fingerprint']);
  });

  await knex.schema.createTable('evidence_tile', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('level').notNullable();
    table.integer('tile').notNullable();
    table
      .binary('hashes')
      .notNullable()
      .comment('up to 256 hashes of 32 bytes, as C2SP tlog-tiles has them');
    table.primary(['tenant_id', 'level', 'tile']);
  });

  await knex.schema.createTable('evidence_checkpoint', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('size').notNullable().comment('leaves of the log');
    key(table, 'root', 64).notNullable().comment('in hexadecimal');
    table.integer('snapshot').notNullable().comment('after which it was');
    key(table, 'fingerprint', 64)
      .notNullable()
      .comment('of the statement of the snapshot, whose leaf is the last');
    table.timestamp('at', { useTz: true }).notNullable();
    table
      .text('note')
      .nullable()
      .comment('signed, as C2SP tlog-checkpoint has it; null while it is not');
    table.primary(['tenant_id', 'size']);
    table.index(['tenant_id', 'snapshot']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'evidence_checkpoint',
    'evidence_tile',
    'evidence_held',
    'evidence_item',
  ]) {
    await knex.schema.dropTable(table);
  }
};
