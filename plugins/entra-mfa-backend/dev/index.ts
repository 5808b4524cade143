import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { startTestTenant } from '../src/__testUtils__/startTestTenant';

/** The plugin and a catalog on a simulated tenant, for whom nobody has to sign in and all is allowed. */
async function main() {
  const { config, simulator } = await startTestTenant({ size: 200 });
  // As on Azure, where the provider signs in by a managed identity.
  process.env.IDENTITY_ENDPOINT = simulator.msiUrl;
  process.env.IDENTITY_HEADER = simulator.identityHeader;
  process.env.APP_CONFIG_entraMfa = JSON.stringify({ tenants: [config] });
  process.env.APP_CONFIG_catalog_providers = JSON.stringify({
    microsoftGraphOrg: {
      simulated: {
        target: `${simulator.url}/v1.0`,
        tenantId: simulator.tenantId,
        user: { loadPhotos: false },
        schedule: {
          frequency: { hours: 1 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 0 },
        },
      },
    },
  });

  const backend = createBackend();
  backend.add(mockServices.auth.factory());
  backend.add(mockServices.httpAuth.factory());
  backend.add(
    mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
  );
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-catalog-backend-module-msgraph'));
  backend.add(import('../src'));
  await backend.start();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
