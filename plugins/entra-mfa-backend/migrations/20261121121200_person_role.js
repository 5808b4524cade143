// @ts-check

/**
 * Which roles each person holds or can activate, their own and through groups: what a list of people
 * by role asks for, and the counts of each role. Only people of the directory have rows, so apps and
 * groups have none; a role that is both held and eligible has two.
 *
 * Versions, as all assessed rows: a date in the past lists who held a role then. The primary key is the
 * way from a role to its people, the index the way from a person to their roles, by which a run compares
 * and closes rows.
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
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('person_role');
};
