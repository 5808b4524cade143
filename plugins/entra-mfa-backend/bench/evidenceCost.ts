import knexFactory, { type Knex } from 'knex';
import { migrateTestDatabase } from '../src/__testUtils__/migrateTestDatabase';
import { trustCertificate } from '../src/__testUtils__/trustCertificate';
import { answer, inputOf } from './childProcess';
import { measure, median } from './measure';
import {
  changeTenant,
  ofOwnPace,
  pluginSource,
  readDirectoryOnce,
} from './sources';
import type { BenchTenant } from './simulator';
import { syncTenant } from './syncTenant';

const TEAMS = 1_000;

/** What controls and evidence add to a sync of which 1 % changed: medians, in milliseconds. */
export interface EvidenceCostResult {
  rounds: number;
  without: number;
  with: number;
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
  const sync = (withEvidence: boolean) =>
    syncTenant(knex, tenant, pluginSource(tenant), TEAMS, {
      switchedOff: ofOwnPace,
      explain: error => {
        throw error;
      },
      ...(!withEvidence && { publishAlso: undefined }),
    });
  await sync(true);
  await sync(true);
  const times = { with: [] as number[], without: [] as number[] };
  const one = async (which: 'with' | 'without') => {
    await changeTenant(tenant, 0.01);
    await readDirectoryOnce(tenant);
    const { milliseconds } = await measure(() => sync(which === 'with'));
    times[which].push(milliseconds);
  };
  for (let round = 0; round < rounds; round += 1) {
    // Which comes first changes, so that what grows is on both sides.
    const order = ['with', 'without'] as const;
    for (const which of round % 2 === 0 ? order : [...order].reverse()) {
      await one(which);
    }
  }
  await knex.destroy();
  const result: EvidenceCostResult = {
    rounds,
    with: median(times.with),
    without: median(times.without),
  };
  answer(result);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
