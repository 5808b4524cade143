import knexFactory, { type Knex } from 'knex';
import { migrateTestDatabase } from '../src/__testUtils__/migrateTestDatabase';
import { trustCertificate } from '../src/__testUtils__/trustCertificate';
import { answer, inputOf } from './childProcess';
import { measure, type Measured } from './measure';
import type { BenchTenant } from './simulator';
import {
  changeTenant,
  ofOwnPace,
  pluginSource,
  readDirectoryOnce,
} from './sources';
import { syncTenant } from './syncTenant';

const TEAMS = 2_000;

/** What syncs of one of many tenants cost, in the database that holds the others. */
export interface ManyTenantsResult {
  people: number;
  syncs: ({ what: string } & Measured)[];
}

/** Reads a tenant for the first time, or `again`, as it was and as 1 % of it has changed. */
async function main() {
  const { tenant, database, again } = inputOf<{
    tenant: BenchTenant;
    database: Knex.Config;
    again: boolean;
  }>();
  trustCertificate(tenant.certificate);
  const knex = knexFactory(database);
  await migrateTestDatabase(knex);
  await readDirectoryOnce(tenant);
  const syncs: ManyTenantsResult['syncs'] = [];
  const run = () =>
    syncTenant(knex, tenant, pluginSource(tenant), TEAMS, {
      switchedOff: ofOwnPace,
      explain: error => {
        throw error;
      },
    });
  const sync = async (what: string) => {
    syncs.push({ what, ...(await measure(run)) });
  };
  if (again) {
    // Unmeasured: after it, nobody waits for a second read without a row any more.
    await run();
    await sync('Nothing changed');
    await changeTenant(tenant, 0.01);
    await readDirectoryOnce(tenant);
    await sync('1 % changed');
  } else {
    await sync('First sync');
  }
  const counted = await knex('person')
    .where({ tenant_id: tenant.tenantId })
    .countDistinct({ people: 'object_id' })
    .first();
  await knex.destroy();
  const result: ManyTenantsResult = { people: Number(counted!.people), syncs };
  answer(result);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
