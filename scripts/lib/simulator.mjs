import { join } from 'node:path';
import { root } from './environment.mjs';
import { startService } from './service.mjs';

export const tenantId = 'c0ffee00-5eed-4000-8000-00000000c0de';
export const clientId = 'c0ffee00-5eed-4000-8000-0000000000a9';

/** Starts the simulated tenant of the demo, 90 days ago, and says how others reach it. */
export async function startSimulator({ state, directory }) {
  const start = new Date(Date.now() - 90 * 24 * 3600 * 1000).toISOString();
  const certificates = join(directory, 'certificate');
  await startService({
    name: 'simulated tenant',
    log: join(directory, 'simulator.log'),
    cwd: root,
    args: [
      'packages/entra-simulator/bin/entra-simulator.cjs',
      ...['--size', '1200', '--seed', '1'],
      ...['--port', String(state.simulatorPort)],
      ...['--http-port', String(state.identityPort)],
      ...['--certificate-dir', certificates],
      ...['--tenant-id', tenantId, '--client-id', clientId],
      ...['--client-secret', state.clientSecret],
      ...['--start-date', start, '--frozen-clock'],
    ],
    ready: /ready/i,
  });
  const graphRoot = `https://localhost:${state.simulatorPort}`;
  return {
    graphRoot,
    // The lead of Payments in the generated organisation; see packages/entra-simulator/README.md.
    lead: 'user:default/lead_contoso.com',
    leadTeam: 'payments',
    env: {
      NODE_EXTRA_CA_CERTS: join(certificates, 'certificate.pem'),
      // The Microsoft Graph catalog provider signs in by this; see Azure's managed identities.
      IDENTITY_ENDPOINT: `http://localhost:${state.identityPort}/msi/token`,
      IDENTITY_HEADER: state.identityHeader,
      DEMO_GRAPH_ROOT: graphRoot,
      DEMO_TENANT_ID: tenantId,
      DEMO_CLIENT_ID: clientId,
      DEMO_CLIENT_SECRET: state.clientSecret,
    },
  };
}
