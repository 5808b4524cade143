import knexFactory from 'knex';
import { trustCertificate } from '../src/__testUtils__/trustCertificate';
import { startChild } from './childProcess';
import { createSqlite, startPostgres, type BenchDatabase } from './databases';
import type { EvidenceCostResult } from './evidenceCost';
import type { FurtherReadsResult } from './furtherReads';
import type { LargeReadsResult } from './largeReads';
import type { LargeSyncResult } from './largeSync';
import type { LimitedSyncResult } from './limitedSync';
import { measure } from './measure';
import { partitionByTenant } from './partitionByTenant';
import type { ManyTenantsResult } from './manyTenants';
import {
  evidenceCostTable,
  furtherReadsTable,
  largeReadsTable,
  largeSyncTable,
  limitedSyncTable,
  manyTenantsTable,
  partitionsTable,
  readingTable,
  unchangedSyncsTable,
} from './markdown';

import type { ReadingResults } from './reading';
import type { BenchTenant } from './simulator';
import { readDirectoryOnce } from './sources';
import type { UnchangedSyncsResult } from './unchangedSyncs';

/**
 * Node lets its heap grow into whatever memory there is before it looks for garbage. A limit shows what
 * the sync needs; idle, with everything loaded, the process takes about 80 MB of it.
 */
const HEAP_MEGABYTES = 192;

/**
 * Prints docs/benchmark.md's tables. `PEOPLE`, `ROUNDS`, `LARGE_PEOPLE` and `HOURS` in the environment
 * make it shorter or longer; `PEOPLE=0`, `LIMITED_PEOPLE=0` or `LARGE_PEOPLE=0` leaves its part out. `STEP_HOURS` is how far
 * apart the snapshots of the history lie. `EVIDENCE_PEOPLE` is of how many people it is measured what controls and evidence
 * add, `FURTHER_PEOPLE` what devices, scope rules and retention take, `UNCHANGED_SYNCS` how often a tenant is read that stays
 * as it is, `TENANTS` how many tenants of `TENANT_PEOPLE` are in one database; 0 leaves any of them out.
 */
async function main() {
  const {
    PEOPLE = '100000',
    ROUNDS = '7',
    LARGE_PEOPLE = '500000',
    HOURS = '8760',
    STEP_HOURS = '1',
    LIMITED_PEOPLE = '100000',
    EVIDENCE_PEOPLE = '100000',
    UNCHANGED_SYNCS = '8760',
    FURTHER_PEOPLE = '100000',
    TENANTS = '10',
    TENANT_PEOPLE = '180000',
  } = process.env;
  const reading = (tenant: BenchTenant) =>
    onEachDatabase(async ({ config, name }) => {
      const input = { tenant, database: config, rounds: Number(ROUNDS) };
      const child = startChild<ReadingResults>('reading', input);
      print(readingTable(name, await child.answer));
      child.stop();
    });
  if (Number(PEOPLE) > 0) {
    await withTenant({ people: Number(PEOPLE) }, reading);
  }
  if (Number(LIMITED_PEOPLE) > 0) {
    await withTenant(
      { people: Number(LIMITED_PEOPLE), limited: true },
      async tenant => {
        const database = await startPostgres();
        try {
          const { config, name } = database;
          const child = startChild<LimitedSyncResult>(
            'limitedSync',
            { tenant, database: config },
            [`--max-old-space-size=${HEAP_MEGABYTES}`],
          );
          print(
            limitedSyncTable(name, Number(LIMITED_PEOPLE), await child.answer),
          );
          child.stop();
        } finally {
          await database.stop();
        }
      },
    );
  }
  if (Number(EVIDENCE_PEOPLE) > 0) {
    const people = Number(EVIDENCE_PEOPLE);
    await withTenant({ people }, tenant =>
      onEachDatabase(async ({ config, name }) => {
        const child = startChild<EvidenceCostResult>('evidenceCost', {
          ...{ tenant, database: config, rounds: Number(ROUNDS) },
        });
        print(evidenceCostTable(name, people, await child.answer));
        child.stop();
      }),
    );
  }
  if (Number(FURTHER_PEOPLE) > 0) {
    await withTenant({ people: Number(FURTHER_PEOPLE) }, async tenant => {
      const database = await startPostgres();
      try {
        const { config, name } = database;
        const child = startChild<FurtherReadsResult>('furtherReads', {
          ...{ tenant, database: config },
        });
        print(
          furtherReadsTable(name, Number(FURTHER_PEOPLE), await child.answer),
        );
        child.stop();
      } finally {
        await database.stop();
      }
    });
  }
  if (Number(UNCHANGED_SYNCS) > 0) {
    await onEachDatabase(async ({ config, name }) => {
      const child = startChild<UnchangedSyncsResult>('unchangedSyncs', {
        ...{ database: config, people: 100, syncs: Number(UNCHANGED_SYNCS) },
      });
      print(unchangedSyncsTable(name, await child.answer));
      child.stop();
    });
  }
  if (Number(TENANTS) > 0) {
    await manyTenants(Number(TENANTS), Number(TENANT_PEOPLE));
  }
  if (Number(LARGE_PEOPLE) === 0) {
    return;
  }
  await withTenant({ people: Number(LARGE_PEOPLE) }, async tenant => {
    trustCertificate(tenant.certificate);
    await readDirectoryOnce(tenant);
    const database = await startPostgres();
    try {
      const { config, name } = database;
      const input = {
        tenant,
        database: config,
        hours: Number(HOURS),
        step: Number(STEP_HOURS),
      };
      const syncs = startChild<LargeSyncResult>('largeSync', input, [
        `--max-old-space-size=${HEAP_MEGABYTES}`,
      ]);
      print(largeSyncTable(name, HEAP_MEGABYTES, await syncs.answer));
      syncs.stop();
      const reads = startChild<LargeReadsResult>('largeReads', input);
      print(
        largeReadsTable(Number(HOURS), Number(STEP_HOURS), await reads.answer),
      );
      reads.stop();
    } finally {
      await database.stop();
    }
  });
}

/** Tenants of one size in one database, the large tables as they are and split by tenant. */
async function manyTenants(count: number, people: number) {
  const database = await startPostgres();
  const { config, name } = database;
  const sync = async (tenant: BenchTenant, again: boolean) => {
    const child = startChild<ManyTenantsResult>(
      'manyTenants',
      { tenant, database: config, again },
      [`--max-old-space-size=${HEAP_MEGABYTES}`],
    );
    const result = await child.answer;
    child.stop();
    return result;
  };
  const history = { hours: 90 * 24, step: 24 };
  const others: BenchTenant[] = [];
  const firsts: ManyTenantsResult[] = [];
  try {
    for (let place = 1; place <= count; place += 1) {
      await withTenant({ people, place }, async tenant => {
        firsts.push(await sync(tenant, false));
        if (place < count) {
          others.push(tenant);
          return;
        }
        print(manyTenantsTable(name, firsts, await sync(tenant, true)));
        const read = async (written: boolean) => {
          const child = startChild<LargeReadsResult>('largeReads', {
            ...{ tenant, others, written, database: config, ...history },
          });
          const { reads } = await child.answer;
          child.stop();
          return reads;
        };
        const before = await read(false);
        const knex = knexFactory(config);
        const split = await measure(() => partitionByTenant(knex, count));
        await knex.destroy();
        const after = await read(true);
        print(
          partitionsTable(
            count,
            split,
            before,
            after,
            await sync(tenant, true),
          ),
        );
      });
    }
  } finally {
    await database.stop();
  }
}

async function onEachDatabase(use: (database: BenchDatabase) => Promise<void>) {
  for (const start of [startPostgres, createSqlite]) {
    const database = await start();
    try {
      await use(database);
    } finally {
      await database.stop();
    }
  }
}

async function withTenant(
  input: { people: number; limited?: boolean; place?: number },
  use: (tenant: BenchTenant) => Promise<void>,
) {
  const simulator = startChild<BenchTenant>('simulator', input);
  try {
    await use(await simulator.answer);
  } finally {
    simulator.stop();
  }
}

function print(text: string) {
  process.stdout.write(`${text}\n\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
