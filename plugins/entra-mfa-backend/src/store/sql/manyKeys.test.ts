import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { bulkInsert } from './bulkInsert';
import { claimRun } from '../run/claimRun';
import { publishDataSets } from '../run/publishDataSets';
import { readKeys } from '../run/readKeys';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const tenantId = 't';
const dataSet = 'users';
const now = new Date('2026-11-21T08:00:00Z');
/** More than one statement takes. */
const keys = Array.from({ length: 20_003 }, (_, i) => `k${100_000 + i}`);

async function keysOf(knex: Knex) {
  const batches: string[][] = [];
  for await (const batch of readKeys(knex, { tenantId, dataSet })) {
    batches.push(batch);
  }
  return batches;
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  it('publishes and reads more records than go into one statement', async () => {
    const knex = await databases.init(databaseId);
    expect((await keysOf(knex)).flat()).toEqual([]);
    await knex.transaction(trx =>
      bulkInsert(
        trx,
        'record',
        ['tenant_id', 'data_set', 'record_key', 'from_run', 'hash', 'body'],
        [...keys].reverse().map(key => [tenantId, dataSet, key, 0, 'h', '{}']),
      ),
    );
    const batches = await keysOf(knex);
    expect(batches.flat()).toEqual(keys);
    expect(batches.length).toBeGreaterThan(1);

    const claim = await claimRun(knex, { tenantId, replica: 'r', now });
    const replaced = keys.slice(1, -1);
    const complete = {
      dataSet,
      differs: true,
      replaced,
      rows: 2,
      readAt: now,
      reportRefreshedAt: null,
    };
    await publishDataSets(knex, claim, [complete]);
    expect((await keysOf(knex)).flat()).toEqual([
      keys[0],
      keys[keys.length - 1],
    ]);
  });
});
