// @ts-check

/**
 * The further User entities of people who have several, because the catalog is fed by more than one
 * source. `person.entity_ref` is the first of them by its ref, and the one that is shown; of most people
 * it is the only one, and they have no rows here.
 *
 * Versions, as all assessed rows. The index is the way from a User to the person.
 */

const END = 2147483647;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');

  /**
   * Keys compare by bytes, as everywhere in the store.
   *
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} name
   * @param {number} length
   */
  const key = (table, name, length) =>
    onPostgres
      ? table.specificType(name, `varchar(${length}) COLLATE "C"`)
      : table.string(name, length);

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
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('person_entity');
};
