import { createBackend } from '@backstage/backend-defaults';

/**
 * The stock portal with the Microsoft Graph catalog provider and the Entra MFA plugins, without its
 * pages: who starts it says how they are served.
 */
export function createPortal() {
  const backend = createBackend();

  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
  backend.add(import('@backstage/plugin-catalog-backend-module-msgraph'));

  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('./policy'));

  backend.add(import('@backstage/plugin-search-backend'));
  backend.add(import('@backstage/plugin-search-backend-module-catalog'));

  backend.add(import('@backstage/plugin-user-settings-backend'));
  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-notifications-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));

  backend.add(import('@backstage/plugin-mcp-actions-backend'));

  backend.add(import('@entra-mfa/backstage-plugin-entra-mfa-backend'));
  backend.add(
    import('@entra-mfa/backstage-plugin-catalog-backend-module-entra-mfa'),
  );

  return backend;
}
