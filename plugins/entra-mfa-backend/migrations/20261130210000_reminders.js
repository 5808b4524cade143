// @ts-check

/**
 * Reminders: what people are asked to do, whom, and how often; and who was reminded on which day. Whom a campaign is for
 * is kept as a rule: a filter of people. It is asked anew each time, so that nobody is reminded of what is done.
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

  await knex.schema.createTable('reminder_campaign', table => {
    table.comment('What people are asked to do, whom, and how often');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'campaign_id', 36).notNullable();
    table.text('title').notNullable();
    table.text('text').notNullable();
    table.text('filter').notNullable().comment('JSON: of the list of people');
    table.string('first_day', 10).notNullable();
    table.integer('every_days').notNullable();
    table.string('until', 10).notNullable();
    table
      .integer('lead_after')
      .nullable()
      .comment('after so many reminders leads are told; null for never');
    table.integer('security_after').nullable().comment('the same for security');
    table.integer('quiet_from').nullable().comment('an hour; null for none');
    table.integer('quiet_to').nullable();
    table.boolean('quiet_weekends').notNullable();
    table.string('time_zone', 64).notNullable();
    table.string('state', 16).notNullable();
    table.text('created_by').notNullable();
    table.timestamp('created_at', { useTz: true }).notNullable();
    table
      .timestamp('started_at', { useTz: true })
      .nullable()
      .comment('for the first time');
    table.text('changed_by').notNullable().comment('its state');
    table.timestamp('changed_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'campaign_id']);
  });

  await knex.schema.createTable('reminder_sent', table => {
    table.comment('Who was reminded on which day');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'object_id', 64).notNullable();
    key(table, 'campaign_id', 36).notNullable();
    key(table, 'day', 10).notNullable().comment('in the zone of the campaign');
    table.timestamp('sent_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'object_id', 'campaign_id', 'day']);
    table.index(
      ['tenant_id', 'campaign_id', 'object_id'],
      'reminder_sent_by_campaign_index',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reminder_sent');
  await knex.schema.dropTable('reminder_campaign');
};
