import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { bulkInsert } from './bulkInsert';
import { toDate } from './instant';
import { keyIn } from './keyIn';

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function init() {
    const knex = await databases.init(databaseId);
    return knex;
  }

  it.each([
    ['plain', 'Ada Berg'],
    ['empty', ''],
    ['lines', 'one\r\ntwo\nthree'],
    ['quotes', `"'\`, back\\slash \\N \\.`],
    ['the end mark alone', '\\.'],
    ['control characters', 'a\x01b\x02c\x01\x01'],
    ['tabs and commas', 'a\tb,c'],
    ['other scripts', 'Zoë Ωμέγα 李 🦊'],
  ])('stores %s as it is', async (_, text) => {
    const knex = await init();
    await knex.transaction(trx =>
      bulkInsert(
        trx,
        'unmatched',
        ['tenant_id', 'kind', 'unmatched_key', 'from_snapshot', 'label'],
        [
          ['t', 'report-row', 'before', 1, 'x'],
          ['t', 'report-row', text || 'key', 1, text],
          ['t', 'report-row', 'z-after', 1, 'y'],
        ],
      ),
    );
    const row = await knex('unmatched')
      .where(keyIn(knex, 'unmatched_key', [text || 'key', 'other']))
      .first();
    expect(row?.label).toBe(text);
    expect(await knex('unmatched')).toHaveLength(3);
  });

  it('leaves out the character that PostgreSQL cannot hold', async () => {
    const knex = await init();
    await knex.transaction(trx =>
      bulkInsert(trx, 'tenant', ['tenant_id', 'display_name'], [['t', 'a\0b']]),
    );
    const { display_name: name } = await knex('tenant').first();
    expect(name.replaceAll('\0', '')).toBe('ab');
  });

  it('stores nothing, flags and dates', async () => {
    const knex = await init();
    const at = new Date('2026-11-21T08:00:00.123Z');
    const columns = {
      tenant_id: 't',
      object_id: 'o',
      from_snapshot: 1,
      display_name: 'n',
      user_principal_name: 'u',
      sort_name: 'n',
      search_text: 'n',
      entity_ref: null,
      state: 'covered',
      reason: 'registered',
      registered: true,
      capable: false,
      privileged: null,
      tier_rank: -1,
      methods: '[]',
      marks: '[]',
      privileged_rank: 1,
      no_row_runs: 0,
      since: at,
    };
    await knex.transaction(trx =>
      bulkInsert(trx, 'person', Object.keys(columns), [Object.values(columns)]),
    );
    const row = await knex('person').first();
    expect([row.entity_ref, row.privileged]).toEqual([null, null]);
    expect([Boolean(row.registered), Boolean(row.capable)]).toEqual([
      true,
      false,
    ]);
    expect(toDate(row.since)).toEqual(at);
  });

  it('lets the transaction end when a value cannot be written', async () => {
    const knex = await init();
    await expect(
      knex.transaction(trx =>
        bulkInsert(
          trx,
          'unmatched',
          ['tenant_id', 'kind', 'unmatched_key', 'from_snapshot', 'label'],
          (function* rows() {
            yield ['t', 'report-row', 'key', 1, 'x'];
            throw new RangeError('Invalid time value');
          })(),
        ),
      ),
    ).rejects.toThrow('Invalid time value');
    expect(await knex('unmatched')).toEqual([]);
  });

  it('leaves nothing behind when one row is wrong', async () => {
    const knex = await init();
    const row = ['t', 'users', 'key', 1, 'hash', '{}'];
    await expect(
      knex.transaction(trx =>
        bulkInsert(
          trx,
          'record',
          ['tenant_id', 'data_set', 'record_key', 'from_run', 'hash', 'body'],
          [row, row],
        ),
      ),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i),
    });
    expect(await knex('record')).toEqual([]);
  });
});
