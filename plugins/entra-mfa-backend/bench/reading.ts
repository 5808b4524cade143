import knexFactory, { type Knex } from 'knex';
import { migrateTestDatabase } from '../src/__testUtils__/migrateTestDatabase';
import { testRules } from '../src/__testUtils__/TestSync';
import { trustCertificate } from '../src/__testUtils__/trustCertificate';
import { registrations } from '../src/collectors/registrations';
import { claimRun } from '../src/store/run/claimRun';
import { publishDataSets } from '../src/store/run/publishDataSets';
import { readAll } from '../src/collect/readAll';
import { answer, inputOf } from './childProcess';
import { measure, median, type Measured } from './measure';
import { silentLogger } from '../src/__testUtils__/silentLogger';
import {
  changeTenant,
  clock,
  fetchAndParse,
  pluginSource,
  readByMsgraphModule,
} from './sources';
import type { BenchTenant } from './simulator';

/** One line of the table. */
interface ReadingResult {
  what: string;
  milliseconds: number;
  /** As a multiple of fetching and parsing the same pages in the same run. */
  times: number;
  memory: number;
  rowsWritten: number;
}

/** What one database came to. */
export interface ReadingResults {
  /** Rows of the report. */
  rows: number;
  /** Milliseconds for fetching and parsing alone. */
  alone: number;
  results: ReadingResult[];
}

interface Line extends Measured {
  alone: number;
  written: number;
}

const filled = [
  'record',
  'data_set',
  'run_collector',
  'run',
  'tenant',
  'plain',
];

/** Reads and publishes the report once, as a run does. Returns how many records it wrote. */
async function sync(knex: Knex, tenant: BenchTenant): Promise<number> {
  const claim = await claimRun(knex, {
    tenantId: tenant.tenantId,
    replica: 'bench',
    now: clock.now(),
  });
  const source = pluginSource(tenant);
  const { signal } = new AbortController();
  const read = await readAll(
    {
      knex,
      rules: testRules,
      claim,
      clock,
      signal,
      logger: silentLogger,
      sources: { graph: source, catalog: source },
    },
    [registrations],
    error => {
      throw error;
    },
  );
  await publishDataSets(knex, claim, read.complete);
  await knex('run').where({ run: claim.run }).update({ state: 'published' });
  const { size } = await knex('record')
    .where({ from_run: claim.run })
    .count({ size: '*' })
    .first<{ size: string }>();
  return Number(size);
}

/** What most would write first: the msgraph module's client, and an upsert for each batch of rows. */
async function plainUpserts(knex: Knex, tenant: BenchTenant): Promise<number> {
  let batch: { id: string; body: string }[] = [];
  let written = 0;
  const flush = async () => {
    // SQLite takes few values at once.
    for (let start = 0; start < batch.length; start += 400) {
      await knex('plain')
        .insert(batch.slice(start, start + 400))
        .onConflict('id')
        .merge();
    }
    written += batch.length;
    batch = [];
  };
  for await (const row of readByMsgraphModule(tenant)) {
    batch.push({ id: row.id, body: JSON.stringify(row) });
    if (batch.length === 1_000) {
      await flush();
    }
  }
  await flush();
  return written;
}

async function main() {
  const { tenant, database, rounds } = inputOf<{
    tenant: BenchTenant;
    database: Knex.Config;
    rounds: number;
  }>();
  trustCertificate(tenant.certificate);
  const knex = knexFactory(database);
  await migrateTestDatabase(knex);
  await knex.schema.createTable('plain', table => {
    table.string('id').primary();
    table.text('body').notNullable();
  });

  const lines = new Map<string, Line[]>();
  const note = async (what: string, run: () => Promise<number>) => {
    const alone = await measure(() => fetchAndParse(tenant));
    let written = 0;
    const measured = await measure(async () => {
      written = await run();
    });
    const line = { ...measured, alone: alone.milliseconds, written };
    lines.set(what, [...(lines.get(what) ?? []), line]);
  };
  const rows = await fetchAndParse(tenant);
  for (let round = 0; round < rounds; round += 1) {
    for (const table of filled) {
      await knex(table).delete();
    }
    await note('first', () => sync(knex, tenant));
    await note('nothing changed', () => sync(knex, tenant));
    await changeTenant(tenant, 0.01);
    await note('1 % changed', () => sync(knex, tenant));
    await note('beside: first', () => plainUpserts(knex, tenant));
    await note('beside: nothing changed', () => plainUpserts(knex, tenant));
  }
  const alone = median([...lines.values()].flat().map(line => line.alone));
  const results = [...lines].map(
    ([what, all]): ReadingResult => ({
      what,
      milliseconds: median(all.map(one => one.milliseconds)),
      times: median(all.map(one => one.milliseconds)) / alone,
      memory: Math.max(...all.map(one => one.memory)),
      rowsWritten: median(all.map(one => one.written)),
    }),
  );
  await knex.destroy();
  const result: ReadingResults = { rows, alone, results };
  answer(result);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
