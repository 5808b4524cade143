// @ts-check

/**
 * Who owns what, and how its owners are covered.
 *
 * `owned_entity` has a row for each entity that is owned, and names its owners as one set. Most
 * entities share theirs with others, because a team owns several: so counts are kept for each set and
 * not for each entity, and a person who registers changes a row for each of their teams and not for
 * each of 10,000 services. A set is named by its owners, so its rows in `owner_set` never change; they
 * end when nothing is owned by exactly these any more. `owner_coverage` counts each person once,
 * through however many of the owners.
 *
 * Rows are versions that count in snapshots, as in every assessed table.
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
    table.primary(['tenant_id', 'owner_set', 'from_snapshot']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('owner_coverage');
  await knex.schema.dropTable('owner_set');
  await knex.schema.dropTable('owned_entity');
};
