import knexFactory, { type Knex } from 'knex';
import { DirectoryCatalog } from '../src/__testUtils__/DirectoryCatalog';
import { migrateTestDatabase } from '../src/__testUtils__/migrateTestDatabase';
import { silentLogger } from '../src/__testUtils__/silentLogger';
import { testRules } from '../src/__testUtils__/TestSync';
import { trustCertificate } from '../src/__testUtils__/trustCertificate';
import { collectors } from '../src/collectors';
import { signInActivity } from '../src/collectors/signInActivity';
import { REPORT_REQUESTS } from './pace';
import { explain } from '../src/graph/explain';
import type { RunCollectorRow } from '../src/store/sql/tables';
import { runSync } from '../src/sync/runSync';
import { UnstoredEnds } from '../src/sync/UnstoredEnds';
import { answer, inputOf } from './childProcess';
import { measure } from './measure';
import type { BenchTenant } from './simulator';
import { clock, pacedSource } from './sources';

/** What a first sync of a tenant takes that limits whoever asks, as Microsoft does. */
export interface LimitedSyncResult {
  milliseconds: number;
  memory: number;
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
  const { tenantId, clientId } = tenant;
  const graph = pacedSource(tenant, REPORT_REQUESTS);
  const measured = await measure(() =>
    runSync({
      tenantId,
      rules: testRules,
      collectors,
      switchedOff: [signInActivity.id],
      sources: {
        graph,
        catalog: new DirectoryCatalog(graph, {
          teams: 1_000,
          teamsInAParent: 8,
          teamsOf: place => [place % 1_000],
        }),
      },
      explain: (error, collector, premium) =>
        explain(error, { tenantId, clientId, collector, premium }),
      knex,
      clock,
      signal: new AbortController().signal,
      logger: silentLogger,
      replica: 'bench',
      ends: new UnstoredEnds(),
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
