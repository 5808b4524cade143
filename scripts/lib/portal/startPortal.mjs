import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answers } from '../answers.mjs';
import { startService } from '../service.mjs';

/** How long a portal may take until it serves its pages: a slow machine compiles them for minutes. */
const patience = 10 * 60 * 1000;

/** Starts a portal as `yarn start` does, at free ports, and resolves with its addresses when it serves its pages. */
export async function startPortal({ portal, folder, addresses, tenant }) {
  const { appUrl, backendUrl } = addresses;
  const log = join(folder, 'portal.log');
  await startService({
    name: 'portal',
    log,
    cwd: portal,
    args: [
      join(portal, 'node_modules/@backstage/cli/bin/backstage-cli'),
      ...['repo', 'start'],
    ],
    env: {
      ...tenant.env,
      ENTRA_TENANT_ID: tenant.access.tenantId,
      ENTRA_CLIENT_ID: tenant.access.clientId,
      ENTRA_CLIENT_SECRET: tenant.access.clientSecret,
      APP_CONFIG_app_baseUrl: appUrl,
      APP_CONFIG_backend_baseUrl: backendUrl,
      APP_CONFIG_backend_listen_port: new URL(backendUrl).port,
      APP_CONFIG_backend_cors_origin: appUrl,
    },
    ready: /Plugin initialization complete/,
  });
  await Promise.race([
    answers(appUrl),
    wait(patience, undefined, { ref: false }).then(() => {
      throw new Error(`${appUrl} does not answer; ${log} says more`);
    }),
  ]);
}
