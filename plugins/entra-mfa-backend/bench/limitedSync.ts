import knexFactory, { type Knex } from 'knex';
import { migrateTestDatabase } from '../src/__testUtils__/migrateTestDatabase';
import { trustCertificate } from '../src/__testUtils__/trustCertificate';
import { signInActivity } from '../src/collectors/signInActivity';
import { REPORT_REQUESTS } from '../src/config/schema';
import type { RunCollectorRow } from '../src/store/sql/tables';
import { answer, inputOf } from './childProcess';
import { measure } from './measure';
import type { BenchTenant } from './simulator';
import { pacedSource } from './sources';
import { syncTenant } from './syncTenant';

const TEAMS = 1_000;

/** What a first sync of a tenant takes that limits whoever asks, as Microsoft does. */
export interface LimitedSyncResult {
  milliseconds: number;
  memory: number;
  /** From the begin to the last page. */
  readMilliseconds: number;
  /** Requests that the tenant refused because they came too fast. */
  throttled: number;
  dataSets: {
    id: string;
    outcome: string;
    rows: number;
    calls: number;
    waited: number;
  }[];
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
  const source = pacedSource(tenant, REPORT_REQUESTS);
  const readPages = source.read.bind(source);
  const begin = performance.now();
  let readMilliseconds = 0;
  source.read = async function* heard(collector, asked) {
    for await (const page of readPages(collector, asked)) {
      readMilliseconds = performance.now() - begin;
      yield page;
    }
  };
  const measured = await measure(() =>
    syncTenant(knex, tenant, source, TEAMS, {
      switchedOff: [signInActivity.id],
    }),
  );
  const rows = await knex<RunCollectorRow>('run_collector').where({
    tenant_id: tenantId,
  });
  await knex.destroy();
  const stats = await fetch(`${tenant.url}/control/stats`);
  const { throttled }: { throttled: number } = await stats.json();
  const result: LimitedSyncResult = {
    ...measured,
    readMilliseconds,
    throttled,
    dataSets: rows
      .filter(
        ({ calls, data_set: id }) => calls > 0 && !id.startsWith('catalog'),
      )
      .map(({ data_set: id, outcome, rows: read, calls, waited_ms }) => ({
        id,
        outcome,
        rows: read,
        calls,
        waited: waited_ms,
      })),
  };
  answer(result);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
