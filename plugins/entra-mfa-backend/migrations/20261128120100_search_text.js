// @ts-check

/**
 * People and teams are found without regard to case and diacritics in any language. What is searched was
 * folded by lower case alone, which leaves İstanbul, Straße and a name in another form of Unicode where
 * nobody finds them; and teams had no text of their own to be searched by. Databases fold by their own
 * rules, so the rows are folded here, in batches, and only those with letters beyond ASCII: the others
 * stay as they are.
 */

const BATCH = 2_000;
const AT_ONCE = 500;

const marks =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]|\p{Default_Ignorable_Code_Point}/gu;

/** @type {Record<string, string>} */
const plainLetters = {
  ς: 'σ',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * src/store/foldText.ts as it was when this was written.
 *
 * @param {string} text
 */
const fold = text =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replace(/[ςøđðħłŋŧæœþ]/g, letter => plainLetters[letter])
    .normalize('NFKC');

/** @param {import('knex').Knex} knex */
const isPostgres = knex => String(knex.client.config.client).includes('pg');

/**
 * Writes the text of each row that has letters beyond ASCII.
 *
 * @param {import('knex').Knex} knex
 * @param {{ table: string, id: string, columns: [string, string] }} of
 * @param {(text: string) => string} textOf
 */
async function rewrite(knex, { table, id, columns }, textOf) {
  const key = ['tenant_id', id, 'from_snapshot'];
  const bytes = isPostgres(knex)
    ? 'octet_length(??)'
    : 'length(cast(?? as blob))';
  /** @type {(string | number)[] | null} */
  let after = null;
  for (;;) {
    const query = knex(table)
      .select([...key, ...columns, 'search_text'])
      .where(either => {
        for (const column of columns) {
          either.orWhereRaw(`${bytes} <> length(??)`, [column, column]);
        }
      })
      .orderBy(key)
      .limit(BATCH);
    if (after) {
      query.whereRaw('(??, ??, ??) > (?, ?, ?)', [...key, ...after]);
    }
    /** @type {Record<string, any>[]} */
    const rows = await query;
    const changed = rows.flatMap(row => {
      const text = textOf(columns.map(column => row[column]).join('\n'));
      return text === row.search_text
        ? []
        : [[...key.map(column => row[column]), text]];
    });
    for (let start = 0; start < changed.length; start += AT_ONCE) {
      const some = changed.slice(start, start + AT_ONCE);
      await knex.raw(
        `update ?? set search_text = v.column4
         from (values ${some
           .map(() => '(?, ?, cast(? as integer), ?)')
           .join(', ')}) as v
         where ?? = v.column1 and ?? = v.column2 and ?? = v.column3`,
        [table, ...some.flat(), ...key.map(column => `${table}.${column}`)],
      );
    }
    const last = rows[rows.length - 1];
    if (rows.length < BATCH) {
      return;
    }
    after = key.map(column => last[column]);
  }
}

/** @type {{ table: string, id: string, columns: [string, string] }} */
const people = {
  table: 'person',
  id: 'object_id',
  columns: ['display_name', 'user_principal_name'],
};

/** @type {{ table: string, id: string, columns: [string, string] }} */
const teams = { table: 'team', id: 'team_ref', columns: ['title', 'team_ref'] };

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('team', table => {
    table.text('search_text').notNullable().defaultTo('');
  });
  await knex('team').update({
    search_text: knex.raw(`lower(title || ? || team_ref)`, ['\n']),
  });
  await rewrite(knex, teams, fold);
  await rewrite(knex, people, fold);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('team', table => {
    table.dropColumn('search_text');
  });
  await rewrite(knex, people, text => text.toLowerCase());
};
