import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import {
  notificationService,
  type NotificationService,
} from '@backstage/plugin-notifications-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';

/** A portal with the real notifications, and the service as the plugin is given it. */
export async function startNotifications() {
  let service: NotificationService;
  const backend = await startTestBackend({
    features: [
      notificationsPlugin,
      createBackendPlugin({
        pluginId: 'entra-mfa',
        register(env) {
          env.registerInit({
            deps: {
              notifications: notificationService,
              logger: coreServices.logger,
            },
            async init({ notifications }) {
              service = notifications;
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost:3000' } },
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'security', namespace: 'default' },
            spec: { type: 'team', children: [] },
            relations: [{ type: 'hasMember', targetRef: 'user:default/guard' }],
          },
        ],
      }),
    ],
  });
  const inbox = async (user: string) => {
    const { body } = await request(backend.server)
      .get('/api/notifications/notifications')
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
    return body.notifications.map(
      ({ payload }: { payload: Record<string, string> }) => payload,
    );
  };
  return { service: service!, inbox, stop: () => backend.stop() };
}
