// @ts-check

/**
 * Who leads each team, as the catalog says it of the Group itself: what the permission rule
 * `IS_LED_BY` asks for, and whom a team's notices go to.
 *
 * Versions, as all assessed rows: a date in the past is seen by the people of its lead of then. The
 * second index is the way of the rule, from a lead to their teams.
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
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('team_lead');
};
