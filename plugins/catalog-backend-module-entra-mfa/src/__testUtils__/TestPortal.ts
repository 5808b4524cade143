import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import request from 'supertest';
import { catalogModuleEntraMfa } from '../module';
import type { Exposure } from '../status/readExposure';
import { TestStatusPlugin } from './TestStatusPlugin';

/** A portal of the real catalog backend and this module, whose database outlives a restart. */
export class TestPortal {
  readonly status = new TestStatusPlugin();
  /** The entity refs that the catalog has processed, in order. */
  readonly processed: string[] = [];
  readonly #directory = mkdtempSync(join(tmpdir(), 'entra-mfa-catalog-'));
  #backend: TestBackend | undefined;

  constructor(readonly entities: Entity[]) {}

  async start(
    exposure: Exposure,
    catalog: { processingInterval?: { seconds: number } } = {},
  ): Promise<void> {
    this.processed.length = 0;
    this.#backend = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleEntraMfa,
        // The mock gives each plugin a bus of its own.
        eventsServiceFactory,
        this.status.feature(),
        this.#entitiesModule(),
        mockServices.rootConfig.factory({
          data: {
            entraMfa: { exposure },
            catalog,
            backend: {
              database: {
                client: 'better-sqlite3',
                connection: { directory: this.#directory },
              },
            },
          },
        }),
      ],
    });
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    this.#backend = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** The entity as a reader of the catalog sees it; undefined until it has been stitched. */
  async read(entityRef: string): Promise<Entity | undefined> {
    const response = await request(this.#backend!.server)
      .post('/api/catalog/entities/by-refs')
      .set('Authorization', mockCredentials.service.header())
      .send({ entityRefs: [entityRef] });
    return response.body.items?.[0] ?? undefined;
  }

  /** Reads until the entity is as wanted; a test that waits in vain fails with what it last saw. */
  async readUntil(
    entityRef: string,
    wanted: (entity: Entity) => boolean,
  ): Promise<Entity> {
    const deadline = Date.now() + 20_000;
    let entity: Entity | undefined;
    while (Date.now() < deadline) {
      entity = await this.read(entityRef);
      if (entity && wanted(entity)) {
        return entity;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error(
      `${entityRef} never was as wanted; it is ${JSON.stringify(entity)}`,
    );
  }

  /** Waits until the catalog has processed the entity so many times since the start. */
  async processedTimes(entityRef: string, times: number): Promise<void> {
    const deadline = Date.now() + 20_000;
    const count = () => this.processed.filter(ref => ref === entityRef).length;
    while (count() < times) {
      if (Date.now() > deadline) {
        throw new Error(`${entityRef} was processed ${count()} times`);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  #entitiesModule() {
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'test-entities',
      register: env =>
        env.registerInit({
          deps: { catalog: catalogProcessingExtensionPoint },
          init: async ({ catalog }) => {
            catalog.addProcessor({
              getProcessorName: () => 'test-count',
              postProcessEntity: async entity => {
                this.processed.push(stringifyEntityRef(entity));
                return entity;
              },
            });
            catalog.addEntityProvider({
              getProviderName: () => 'test-entities',
              connect: connection =>
                connection.applyMutation({
                  type: 'full',
                  entities: this.entities.map(entity => ({ entity })),
                }),
            });
          },
        }),
    });
  }
}
