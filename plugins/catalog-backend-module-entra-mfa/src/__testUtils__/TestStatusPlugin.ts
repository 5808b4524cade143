import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import type { EntityStatus } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  ENTRA_MFA_SNAPSHOT_TOPIC,
  type EntraMfaSnapshotEvent,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import Router from 'express-promise-router';

/** Answers `/v1/entity-status` as the plugin's backend does, with what a test sets. */
export class TestStatusPlugin {
  away = false;
  /** One entry for each call: what was answered. */
  readonly answers: number[] = [];
  #status: EntityStatus = { version: '0', users: [], groups: [] };
  #events: EventsService | undefined;

  set(status: Partial<Omit<EntityStatus, 'version'>>): void {
    const version = String(Number(this.#status.version) + 1);
    this.#status = { ...this.#status, ...status, version };
  }

  async publish(changed: Partial<EntraMfaSnapshotEvent>): Promise<void> {
    await this.#events?.publish({
      topic: ENTRA_MFA_SNAPSHOT_TOPIC,
      eventPayload: {
        tenant: 'tenant',
        snapshot: 1,
        objectIds: [],
        groupRefs: [],
        ...changed,
      } satisfies EntraMfaSnapshotEvent,
    });
  }

  /** Waits until so many calls were answered. */
  async answered(calls: number): Promise<void> {
    while (this.answers.length < calls) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  feature() {
    return createBackendPlugin({
      pluginId: 'entra-mfa',
      register: env =>
        env.registerInit({
          deps: {
            events: eventsServiceRef,
            httpAuth: coreServices.httpAuth,
            httpRouter: coreServices.httpRouter,
          },
          init: async ({ events, httpAuth, httpRouter }) => {
            this.#events = events;
            const router = Router();
            router.get('/v1/entity-status', async (req, res) => {
              await httpAuth.credentials(req, { allow: ['service'] });
              const etag = `"${this.#status.version}"`;
              if (this.away) {
                res.status(503);
              } else if (req.header('If-None-Match') === etag) {
                res.status(304);
              }
              this.answers.push(res.statusCode);
              if (res.statusCode === 200) {
                res.set('ETag', etag).json(this.#status);
              } else {
                res.end();
              }
            });
            httpRouter.use(router);
          },
        }),
    });
  }
}
