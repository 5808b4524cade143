import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { collectors } from '../collectors';
import { readFirstPublish } from '../store/run/readFirstPublish';
import { readRowCount } from '../store/run/readRowCount';
import { kindOf } from '../problems/SyncFailedError';

/** How long after its first snapshot a tenant is new. */
const NEW_FOR_MS = 15 * 60_000;

/** How long the catalog is given to take in more. */
const AGAIN_AFTER_MS = 30_000;

const followed = collectors.filter(collector => collector.followed);

/** What following the catalog needs. */
export interface CatalogFollowerOptions {
  catalog: Pick<CatalogService, 'queryEntities'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
}

/**
 * Syncs a new tenant again while the catalog is being filled. A portal that starts for the first time,
 * or with a database in memory, takes its people and teams in while the tenant is read; nobody would
 * be in a team until the next sync of the schedule.
 */
export class CatalogFollower {
  readonly #options: CatalogFollowerOptions;
  readonly #stop = new AbortController();
  /** Tenants that are about to be synced again: of two syncs in that time, one is enough. */
  readonly #waiting = new Set<string>();

  constructor(options: CatalogFollowerOptions) {
    this.#options = options;
  }

  /**
   * To be told after each sync that published. Never rejects; what follows is not waited for.
   *
   * @param sync - starts a sync; it may refuse while one runs, which then reads the catalog as well
   */
  async published(tenantId: string, sync: () => Promise<void>): Promise<void> {
    try {
      if ((await this.#isNew(tenantId)) && (await this.#hasMore(tenantId))) {
        this.#syncLater(tenantId, sync);
      }
    } catch (error) {
      this.#options.logger.warn(
        `Whether the catalog has more people and teams than were read is not known (${kindOf(
          error,
        )}); the next sync reads them`,
      );
    }
  }

  stop(): void {
    this.#stop.abort(new Error('The portal shuts down'));
  }

  async #isNew(tenantId: string): Promise<boolean> {
    const { knex, clock } = this.#options;
    const first = await readFirstPublish(knex, tenantId);
    return (
      first !== null && clock.now().getTime() - first.getTime() < NEW_FOR_MS
    );
  }

  /** An empty catalog, too, is one that has yet to be filled. */
  async #hasMore(tenantId: string): Promise<boolean> {
    const { knex, catalog, auth } = this.#options;
    const read = await readRowCount(
      knex,
      tenantId,
      followed.map(({ id }) => id),
    );
    const { totalItems } = await catalog.queryEntities(
      {
        filter: { kind: followed.map(({ endpoint }) => endpoint) },
        fields: ['kind'],
        limit: 1,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return totalItems === 0 || totalItems > read;
  }

  #syncLater(tenantId: string, sync: () => Promise<void>): void {
    const { clock, logger } = this.#options;
    const { signal } = this.#stop;
    if (this.#waiting.has(tenantId)) {
      return;
    }
    this.#waiting.add(tenantId);
    logger.info(
      `The catalog is being filled: tenant ${tenantId} is synced again in half a minute`,
    );
    clock
      .sleep(AGAIN_AFTER_MS, signal)
      .finally(() => this.#waiting.delete(tenantId))
      .then(sync)
      .catch(error => {
        if (!signal.aborted) {
          logger.info(
            `Tenant ${tenantId} was not synced again (${kindOf(error)})`,
          );
        }
      });
  }
}
