// @ts-check

/**
 * The members of a team lie scattered over the table, as people were written. With what decides whether
 * a row is true at a snapshot, the key alone tells who they are. SQLite has no such keys.
 */

/**
 * @param {import('knex').Knex} knex
 * @param {string} include
 */
async function replaceKey(knex, include) {
  if (!String(knex.client.config.client).includes('pg')) {
    return;
  }
  await knex.raw('ALTER TABLE person_team DROP CONSTRAINT person_team_pkey');
  await knex.raw(
    `ALTER TABLE person_team ADD CONSTRAINT person_team_pkey
      PRIMARY KEY (tenant_id, team_ref, object_id, from_snapshot) ${include}`,
  );
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await replaceKey(knex, 'INCLUDE (to_snapshot, direct)');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await replaceKey(knex, '');
};
