import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type {
  EntraMfaClock,
  EntraMfaControlTest,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { randomBytes } from 'crypto';
import type { Knex } from 'knex';
import type { Framework } from '../assess/controls/framework';
import { CatalogPageSource } from '../catalog/CatalogPageSource';
import type { Collector } from '../collectors/types';
import { publishControls } from '../controls/publishControls';
import { rulesOf } from '../config/rulesOf';
import type { EntraMfaConfig } from '../config/types';
import { explain } from '../graph/explain';
import { isConnectedInPortal } from '../store/connections/portalConnections';
import type { GraphPageSource } from '../graph/GraphPageSource';
import { announce } from './announce';
import { hearThrottling } from './hearThrottling';
import { runSync } from './runSync';
import type { SyncTasksOptions } from './SyncTasks';
import { syncUntilSettled } from './syncUntilSettled';
import type { UnstoredEnds } from './UnstoredEnds';
import { whileConnected } from './whileConnected';

/** What a sync is made of. */
export interface CreateSyncOptions {
  config: EntraMfaConfig;
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  signals: SignalsService;
  clock: EntraMfaClock;
  knex: Knex;
  logger: LoggerService;
  ends: UnstoredEnds;
  /** The frameworks whose controls are tested. */
  frameworks: readonly Framework[];
  /** Tests of controls that modules have added. */
  addedTests: readonly EntraMfaControlTest[];
  /** Every data set that is read. */
  collectors: readonly Collector[];
  /** What reads each tenant, by its id. */
  graph: ReadonlyMap<string, GraphPageSource>;
  /** Hears each time that Graph asks to wait. */
  throttled(tenantId: string): void;
}

/** Makes the whole sync of a configured tenant: read, publish, tell. */
export function createSync(
  options: CreateSyncOptions,
): SyncTasksOptions['sync'] {
  const {
    config,
    auth,
    catalog,
    clock,
    collectors,
    graph,
    knex,
    logger,
    ends,
  } = options;
  const replica = randomBytes(8).toString('hex');
  const fromCatalog = new CatalogPageSource(catalog, auth, clock);
  const syncOnce = async (tenantId: string, signal: AbortSignal) => {
    const tenant = config.tenants.find(one => one.tenantId === tenantId);
    const source = graph.get(tenantId);
    if (!tenant || !source) {
      throw new NotFoundError(`Tenant ${tenantId} is not connected any more`);
    }
    const { clientId, switchedOff } = tenant;
    const ended = new AbortController();
    const heard = hearThrottling(source, () => options.throttled(tenantId));
    const fromGraph =
      tenant.origin === 'portal'
        ? whileConnected(heard, async () => {
            if (!(await isConnectedInPortal(knex, tenantId))) {
              ended.abort(
                new Error(`Tenant ${tenantId} was disconnected meanwhile`),
              );
            }
            ended.signal.throwIfAborted();
          })
        : heard;
    const snapshot = await runSync({
      tenantId,
      rules: rulesOf(config, tenantId),
      hold: config.hold,
      publishAlso: publishControls({ ...options, switchedOff }),
      collectors,
      switchedOff,
      sources: { graph: fromGraph, catalog: fromCatalog },
      explain: (error, collector, premium) =>
        explain(error, { tenantId, clientId, collector, premium }),
      knex,
      clock,
      signal: AbortSignal.any([signal, ended.signal]),
      logger,
      replica,
      ends,
    });
    await announce(tenantId, snapshot, options);
    return snapshot;
  };
  return (tenantId, signal) =>
    syncUntilSettled(knex, tenantId, () => syncOnce(tenantId, signal));
}
