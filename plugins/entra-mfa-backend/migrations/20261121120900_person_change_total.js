// @ts-check

/**
 * How many changes of each way there were up to a snapshot: `totals` holds pairs of the number of a
 * way and how many, as JSON. The changes between two dates are the difference of two rows, but for
 * people who changed more than once in between, to whom the new index leads.
 */

const CONDITIONS = 32768;

/** The number of a way as store/read/changes/ways.ts makes it when this was written. */
const way = `((cast(condition_before as bigint) * ${CONDITIONS} + condition_after) * 4
  + 2 * case when renamed then 1 else 0 end
  + case when by_rules or condition_before = condition_after then 1 else 0 end)`;

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const onPostgres = String(knex.client.config.client).includes('pg');

  await knex.schema.createTable('person_change_total', table => {
    if (onPostgres) {
      table.specificType('tenant_id', 'varchar(64) COLLATE "C"').notNullable();
    } else {
      table.string('tenant_id', 64).notNullable();
    }
    table.integer('snapshot').notNullable();
    table.text('totals').notNullable();
    table.primary(['tenant_id', 'snapshot']);
  });
  await knex.schema.alterTable('person_change', table => {
    table.index(
      ['tenant_id', 'previous_snapshot', 'snapshot'],
      'person_change_previous_index',
    );
  });

  /** @type {{ tenant_id: string; snapshot: number; way: string; people: string }[]} */
  const changes = await knex
    .from(
      knex('person_change')
        .groupBy('tenant_id', 'snapshot', 'way')
        .select('tenant_id', 'snapshot', { way: knex.raw(way) })
        .count({ people: '*' })
        .as('ways'),
    )
    .orderBy(['tenant_id', 'snapshot'])
    .select('*');
  /** @type {{ tenant_id: string; snapshot: number; totals: string }[]} */
  let rows = [];
  let totals = new Map();
  for (let at = 0; at < changes.length; at += 1) {
    const { tenant_id, snapshot, way: code, people } = changes[at];
    totals.set(Number(code), (totals.get(Number(code)) ?? 0) + Number(people));
    const next = changes[at + 1];
    if (next?.tenant_id !== tenant_id || next.snapshot !== snapshot) {
      rows.push({ tenant_id, snapshot, totals: JSON.stringify([...totals]) });
    }
    if (next?.tenant_id !== tenant_id) {
      totals = new Map();
    }
    if (!next || rows.length === 100) {
      await knex('person_change_total').insert(rows);
      rows = [];
    }
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('person_change', table => {
    table.dropIndex(
      ['tenant_id', 'previous_snapshot', 'snapshot'],
      'person_change_previous_index',
    );
  });
  await knex.schema.dropTable('person_change_total');
};
