import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import {
  DirectoryCatalog,
  type CatalogShape,
} from '../src/__testUtils__/DirectoryCatalog';
import { silentLogger } from '../src/__testUtils__/silentLogger';
import { testRules } from '../src/__testUtils__/TestSync';
import { collectors as all } from '../src/collectors';
import { chosenOf } from '../src/collectors/alternatives';
import { readEntraMfaConfig } from '../src/config/readEntraMfaConfig';
import { library } from '../src/controls/library';
import { publishControls } from '../src/controls/publishControls';
import { explain } from '../src/graph/explain';
import type { GraphPageSource } from '../src/graph/GraphPageSource';
import { runSync, type RunSyncOptions } from '../src/sync/runSync';
import { UnstoredEnds } from '../src/sync/UnstoredEnds';
import type { BenchTenant } from './simulator';
import { clock } from './sources';

/** What is read, and controls are tested with, where nothing is configured. */
const collectors = chosenOf(all);
const config = readEntraMfaConfig(new ConfigReader({}));

/** One whole sync of a tenant, with a catalog in which everybody is in one team of a tree. */
export function syncTenant(
  knex: Knex,
  { tenantId, clientId }: BenchTenant,
  graph: GraphPageSource,
  teams: number,
  options: Partial<RunSyncOptions> = {},
) {
  const shape: CatalogShape = {
    teams,
    teamsInAParent: 8,
    teamsOf: place => [place % teams],
  };
  return runSync({
    tenantId,
    rules: testRules,
    collectors,
    publishAlso: publishControls({ config, collectors, frameworks: library }),
    sources: { graph, catalog: new DirectoryCatalog(graph, shape) },
    explain: (error, collector, premium) =>
      explain(error, { tenantId, clientId, collector, premium }),
    knex,
    clock,
    signal: new AbortController().signal,
    logger: silentLogger,
    replica: 'bench',
    ends: new UnstoredEnds(),
    ...options,
  });
}
