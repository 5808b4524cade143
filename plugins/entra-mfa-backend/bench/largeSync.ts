import knexFactory, { type Knex } from 'knex';
import { migrateTestDatabase } from '../src/__testUtils__/migrateTestDatabase';
import { trustCertificate } from '../src/__testUtils__/trustCertificate';
import { answer, inputOf } from './childProcess';
import { measure } from './measure';
import {
  changeTenant,
  ofOwnPace,
  pluginSource,
  readDirectoryOnce,
} from './sources';
import type { BenchTenant } from './simulator';
import { syncTenant } from './syncTenant';

const TEAMS = 5_000;

/** What whole syncs of a large tenant cost. */
export interface LargeSyncResult {
  people: number;
  syncs: { what: string; milliseconds: number; memory: number }[];
}

async function main() {
  const { tenant, database } = inputOf<{
    tenant: BenchTenant;
    database: Knex.Config;
  }>();
  trustCertificate(tenant.certificate);
  const knex = knexFactory(database);
  await migrateTestDatabase(knex);
  const { tenantId } = tenant;
  const sync = () =>
    syncTenant(knex, tenant, pluginSource(tenant), TEAMS, {
      switchedOff: ofOwnPace,
      explain: error => {
        throw error;
      },
    });

  const syncs: LargeSyncResult['syncs'] = [];
  syncs.push({ what: 'first', ...(await measure(sync)) });
  // Unmeasured: after it, nobody waits for a second read without a row any more.
  await sync();
  syncs.push({ what: 'nothing changed', ...(await measure(sync)) });
  await changeTenant(tenant, 0.01);
  await readDirectoryOnce(tenant);
  syncs.push({ what: '1 % changed', ...(await measure(sync)) });

  const counted = await knex('person')
    .where({ tenant_id: tenantId })
    .countDistinct({ people: 'object_id' })
    .first();
  await knex.destroy();
  const result: LargeSyncResult = { people: Number(counted!.people), syncs };
  answer(result);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
