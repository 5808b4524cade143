// @ts-check

/**
 * Lists of people as they were, in the order in which they are read most, and the days of a trend:
 * neither needs to go through what a year has left.
 */

const END = 2147483647;
const peopleInOrder = [
  'tenant_id',
  'privileged_rank',
  'sort_name',
  'object_id',
];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('person', table => {
    table.index(peopleInOrder, 'person_replaced_by_name_index', {
      predicate: knex.whereRaw(`to_snapshot < ${END}`),
    });
  });
  await knex.schema.alterTable('snapshot', table => {
    table.dropIndex(['tenant_id', 'at']);
    table.index(['tenant_id', 'at', 'snapshot']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('snapshot', table => {
    table.dropIndex(['tenant_id', 'at', 'snapshot']);
    table.index(['tenant_id', 'at']);
  });
  await knex.schema.alterTable('person', table => {
    table.dropIndex(peopleInOrder, 'person_replaced_by_name_index');
  });
};
