import { ConfigReader } from '@backstage/config';
import { generateKeyPairSync, sign } from 'crypto';
import knexFactory, { type Knex } from 'knex';
import { migrateTestDatabase } from '../src/__testUtils__/migrateTestDatabase';
import { objectId, reportRow, userRow } from '../src/__testUtils__/rows';
import { silentLogger } from '../src/__testUtils__/silentLogger';
import { TestSync } from '../src/__testUtils__/TestSync';
import { collectors } from '../src/collectors';
import { readEntraMfaConfig } from '../src/config/readEntraMfaConfig';
import { library } from '../src/controls/library';
import { publishControls } from '../src/controls/publishControls';
import { EvidenceLogs } from '../src/evidence/EvidenceLogs';
import { isPostgres } from '../src/store/sql/dialect';
import { tenantTables } from '../src/store/sql/tenantTables';
import { answer, inputOf } from './childProcess';

/** What hourly syncs of a tenant leave behind in which nothing changes. */
export interface UnchangedSyncsResult {
  people: number;
  syncs: number;
  /** Rows that there are more, by table; tables without any are left out. */
  rows: { table: string; more: number }[];
  /** Bytes that the database is larger. */
  bytes: number;
}

/** Moves the clock alone: nobody else reads the tenant, whose runs would have to look older. */
class AloneSync extends TestSync {
  override async letPass(milliseconds: number): Promise<void> {
    this.now = new Date(this.now.getTime() + milliseconds);
  }
}

async function main() {
  const { database, people, syncs } = inputOf<{
    database: Knex.Config;
    people: number;
    syncs: number;
  }>();
  const knex = knexFactory(database);
  await migrateTestDatabase(knex);
  const tenantId = objectId(900_000);
  const sync = new AloneSync(knex, { tenantId });
  const numbers = Array.from({ length: people }, (_, index) => index + 1);
  sync.source.pages = {
    users: [numbers.map(number => userRow(number))],
    registrations: [numbers.map(number => reportRow(number, number % 10 > 0))],
  };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const logs = new EvidenceLogs({
    name: 'bench',
    signer: {
      name: 'bench',
      publicKey,
      sign: async bytes => sign(null, bytes, privateKey),
    },
    knex,
    logger: silentLogger,
  });
  const config = readEntraMfaConfig(new ConfigReader({}));
  const publishAlso = publishControls({
    ...{ config, collectors, frameworks: library },
  });
  const run = async () => {
    await sync.runRefreshed(1, { publishAlso });
    await logs.sign(tenantId);
  };
  // After these, nobody waits for a second read without a row any more.
  await run();
  await run();
  const before = await sizesOf(knex);
  for (let hour = 0; hour < syncs; hour += 1) {
    await run();
  }
  const after = await sizesOf(knex);
  await knex.destroy();
  const result: UnchangedSyncsResult = {
    ...{ people, syncs },
    rows: tenantTables
      .map(({ name }) => ({
        table: name,
        more: after.rows.get(name)! - before.rows.get(name)!,
      }))
      .filter(({ more }) => more !== 0)
      .sort((a, b) => b.more - a.more),
    bytes: after.bytes - before.bytes,
  };
  answer(result);
}

async function sizesOf(knex: Knex) {
  const rows = new Map<string, number>();
  for (const { name } of tenantTables) {
    const [{ count }] = await knex(name).count({ count: '*' });
    rows.set(name, Number(count));
  }
  if (isPostgres(knex)) {
    await knex.raw('vacuum full');
    const { rows: found } = await knex.raw(
      'select pg_database_size(current_database()) as bytes',
    );
    return { rows, bytes: Number(found[0].bytes) };
  }
  await knex.raw('vacuum');
  const [{ pages }] = await knex.raw(
    'select page_count as pages from pragma_page_count()',
  );
  const [{ size }] = await knex.raw(
    'select page_size as size from pragma_page_size()',
  );
  return { rows, bytes: pages * size };
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
