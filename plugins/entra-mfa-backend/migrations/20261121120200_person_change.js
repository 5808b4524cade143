// @ts-check

/**
 * What changed, and who was told of it.
 *
 * `person_change` has a row for each person whom a snapshot changed, with their condition before and
 * after it as one number each: see assess/condition.ts. What changed between any two snapshots is the
 * first condition before and the last one after, so a read goes through narrow rows in the order in
 * which they were written, and never through the wide rows of `person`. A row knows the change of the
 * same person before it and after it: whoever changed once in between, as nearly everybody did, is
 * counted without being looked up. The first snapshot has none: nothing came before it.
 */

const END = 2147483647;

/** The codes of assess/condition.ts as they were when this was written. */
const code = `
  case when state = 'out-of-scope' and scope_class <> 'break-glass'
    then 5 else case state
      when 'covered' then 1 when 'uncovered' then 2 when 'unknown' then 3
      when 'exempt' then 4 else 5 end
      + 128 * case when registered then 2 when not registered then 1 else 0 end
      + case when registered then
          512 * case when capable then 2 when not capable then 1 else 0 end
          + 2048 * (tier_rank + 1)
        else 0 end
  end + 8 * case scope_class
    when 'break-glass' then 1 when 'disabled' then 2 when 'guest' then 3
    when 'sync' then 4 when 'bulk-enrolment' then 5 when 'agent' then 6
    when 'listed' then 7 when 'future-hire' then 8 else 0 end`;

const version = `select tenant_id, object_id, from_snapshot, to_snapshot,
  display_name, user_principal_name, no_row_runs, ${code} as code from person`;

/**
 * Versions that another one came before, and people who came. Nobody can judge again by rules that
 * are gone, so it was the rules where the rules changed and no row about the person did.
 */
const changed = `
  select v.tenant_id, v.from_snapshot as snapshot, v.object_id,
    coalesce(b.code, 0) as condition_before, v.code as condition_after,
    case when b.code is null then false
      else b.display_name <> v.display_name
        or b.user_principal_name <> v.user_principal_name end as renamed,
    case when b.code is null or b.code = v.code
        or s.rules_version = l.rules_version
        or b.no_row_runs <> v.no_row_runs then false
      else not exists (select 1 from record r
        where r.tenant_id = v.tenant_id and r.record_key = v.object_id
          and r.data_set in ('users', 'registrations')
          and ((r.from_run > l.run and r.from_run <= s.run)
            or (r.to_run > l.run and r.to_run <= s.run))) end as by_rules
  from (${version}) v
  join snapshot s on s.tenant_id = v.tenant_id and s.snapshot = v.from_snapshot
  join snapshot l on l.tenant_id = v.tenant_id
    and l.snapshot = v.from_snapshot - 1
  left join (${version}) b on b.tenant_id = v.tenant_id
    and b.object_id = v.object_id and b.to_snapshot = v.from_snapshot
  where b.code is null or b.code <> v.code
    or b.display_name <> v.display_name
    or b.user_principal_name <> v.user_principal_name`;

/** Versions that ended without another one: the person left. */
const gone = `
  select v.tenant_id, v.to_snapshot, v.object_id, v.code, 0, false, false
  from (${version}) v
  join snapshot s on s.tenant_id = v.tenant_id and s.snapshot = v.to_snapshot
  left join person n on n.tenant_id = v.tenant_id
    and n.object_id = v.object_id and n.from_snapshot = v.to_snapshot
  where n.object_id is null`;

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

  await knex.schema.createTable('person_change', table => {
    key(table, 'tenant_id', 64).notNullable();
    table.integer('snapshot').notNullable();
    key(table, 'object_id', 64).notNullable();
    table
      .integer('condition_before')
      .notNullable()
      .comment('0: not in the directory');
    table
      .integer('condition_after')
      .notNullable()
      .comment('0: not in the directory');
    table
      .boolean('renamed')
      .notNullable()
      .comment('another name or user principal name');
    table
      .boolean('by_rules')
      .notNullable()
      .comment('the old rules would have changed nothing');
    table
      .integer('previous_snapshot')
      .notNullable()
      .comment("of the person's change before; 0 without one");
    table.integer('next_snapshot').notNullable().defaultTo(END);
    table.primary(['tenant_id', 'snapshot', 'object_id']);
    table.index(['tenant_id', 'object_id'], 'person_change_by_person_index');
  });

  await knex.schema.createTable('notice', table => {
    table.comment('What was told once, so that it is not told again');
    key(table, 'tenant_id', 64).notNullable();
    key(table, 'notice_key', 512).notNullable();
    table.timestamp('sent_at', { useTz: true }).notNullable();
    table.primary(['tenant_id', 'notice_key']);
  });

  // Of portals that have history already, from the versions of their people.
  await knex.raw(`insert into person_change (tenant_id, snapshot, object_id,
      condition_before, condition_after, renamed, by_rules,
      previous_snapshot, next_snapshot)
    select tenant_id, snapshot, object_id,
      condition_before, condition_after, renamed, by_rules,
      coalesce(lag(snapshot) over own, 0), coalesce(lead(snapshot) over own, ${END})
    from (${changed} union all ${gone}) c
    window own as (partition by tenant_id, object_id order by snapshot)`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notice');
  await knex.schema.dropTable('person_change');
};
