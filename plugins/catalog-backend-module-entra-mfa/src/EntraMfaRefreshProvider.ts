import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import {
  ENTRA_MFA_SNAPSHOT_TOPIC,
  type EntraMfaSnapshotEvent,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { EventDebouncer } from './EventDebouncer';
import type { Exposure } from './status/readExposure';
import type { StatusDirectory } from './status/StatusDirectory';
import { statusKeys } from './status/statusKeys';

const keysPerRefresh = 500;

/**
 * A provider that provides nothing. It is one because only providers are given a connection, and only
 * a connection can have the catalog process just the entities whose status changed, and now.
 */
export class EntraMfaRefreshProvider implements EntityProvider {
  readonly #directory: StatusDirectory;
  readonly #events: EventsService;
  readonly #exposure: Exposure;
  readonly #logger: LoggerService;
  readonly #waiting: EventDebouncer;
  #connection: EntityProviderConnection | undefined;

  constructor(options: {
    directory: StatusDirectory;
    events: EventsService;
    exposure: Exposure;
    logger: LoggerService;
    calmMs?: number;
  }) {
    this.#directory = options.directory;
    this.#events = options.events;
    this.#exposure = options.exposure;
    this.#logger = options.logger;
    this.#waiting = new EventDebouncer({
      calmMs: options.calmMs ?? 1_000,
      longestMs: 10_000,
      flush: keys => this.#onCalm(keys),
    });
  }

  getProviderName(): string {
    return 'entra-mfa-refresh';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    this.#directory.setChangeListener(keys => this.#refresh(keys));
    await this.#events.subscribe({
      // Every replica has a directory of its own, so every replica has to hear every event.
      id: `catalog-entra-mfa-${randomUUID()}`,
      topics: [ENTRA_MFA_SNAPSHOT_TOPIC],
      onEvent: params => this.#onSnapshot(params),
    });
  }

  async #onSnapshot(params: EventParams): Promise<void> {
    const { objectIds, groupRefs } =
      params.eventPayload as EntraMfaSnapshotEvent;
    this.#waiting.add([
      ...(this.#exposure === 'all' ? objectIds.map(statusKeys.user) : []),
      ...groupRefs.map(statusKeys.group),
    ]);
  }

  async #onCalm(keys: string[]): Promise<void> {
    await this.#directory.reload();
    await this.#refresh(keys);
  }

  async #refresh(keys: string[]): Promise<void> {
    try {
      for (let start = 0; start < keys.length; start += keysPerRefresh) {
        await this.#connection?.refresh({
          keys: keys.slice(start, start + keysPerRefresh),
        });
      }
    } catch (error) {
      this.#logger.warn(
        `Entities whose MFA status changed will be processed later, in their turn: ${error}`,
      );
    }
  }
}
