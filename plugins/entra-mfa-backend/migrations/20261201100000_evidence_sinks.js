// @ts-check

/**
 * What was pushed to platforms that collect evidence: of which snapshot, when, how many people, what failed and how far it
 * is; and which reports of approved assessments they have.
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

  await knex.schema.createTable('evidence_push', table => {
    table.comment('What was pushed to which sink, one row for each snapshot');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'sink', 32).notNullable();
    table.integer('snapshot').notNullable();
    table.timestamp('begun_at', { useTz: true }).notNullable();
    table
      .timestamp('tried_at', { useTz: true })
      .notNullable()
      .comment('for the last time');
    table.integer('attempts').notNullable();
    table
      .timestamp('taken_at', { useTz: true })
      .nullable()
      .comment('null where it was not taken');
    table.integer('people').nullable().comment('how many were taken');
    key(table, 'resume_after', 64)
      .nullable()
      .comment('an object id, up to which a cut push was taken');
    table.text('problem').nullable().comment('why it was not taken');
    table.primary(['tenant_id', 'sink', 'snapshot']);
  });

  await knex.schema.createTable('evidence_push_document', table => {
    table.comment('Which sink has the report of which assessment');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'sink', 32).notNullable();
    table.integer('assessment').notNullable();
    table.timestamp('tried_at', { useTz: true }).notNullable();
    table.timestamp('taken_at', { useTz: true }).nullable();
    table.text('problem').nullable();
    table.primary(['tenant_id', 'sink', 'assessment']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('evidence_push_document');
  await knex.schema.dropTable('evidence_push');
};
