import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { groupEntity, userEntity } from '../src/__testUtils__/entities';
import { TestStatusPlugin } from '../src/__testUtils__/TestStatusPlugin';

const objectId = '00000000-0000-4000-8000-000000000001';

/** What the catalog has: a team, and somebody who has not registered. */
const entities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'dev-entities',
  register: env =>
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      init: async ({ catalog }) =>
        catalog.addEntityProvider({
          getProviderName: () => 'dev-entities',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [
                { entity: groupEntity('payments') },
                { entity: userEntity('maya', { objectId }) },
              ],
            }),
        }),
    }),
});

// In the place of the Entra MFA backend.
const status = new TestStatusPlugin();
status.set({
  users: [{ objectId, entityRef: 'user:default/maya', state: 'uncovered' }],
  groups: [
    {
      entityRef: 'group:default/payments',
      permille: 800,
      met: false,
      covered: 8,
      uncovered: 2,
    },
  ],
});
process.env.APP_CONFIG_entraMfa_exposure = '"all"';

// Nobody has to sign in, and all is allowed.

const backend = createBackend();
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('../src'));
backend.add(entities);
backend.add(status.feature());
backend.start();
