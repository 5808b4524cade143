// @ts-check

/**
 * Which rule of the configuration leaves a person out of the figure.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('person', table => {
    table
      .string('scope_rule', 100)
      .nullable()
      .comment(
        'the scope rule that leaves the person out; null unless one does',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Those whom it left out would have a reason that the code before does not know.
  await knex('person')
    .where('reason', 'scope-rule')
    .update({ reason: 'listed', scope_class: 'listed' });
  // As the database does it: knex would copy the table on SQLite.
  await knex.raw('alter table person drop column scope_rule');
};
