import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';
import { freePort } from './freePort.mjs';
import { startService } from './service.mjs';

/** Any GUIDs do: the simulator takes them as they are. */
const tenantId = 'c0ffee00-5eed-4000-8000-00000000c0de';
const clientId = 'c0ffee00-5eed-4000-8000-0000000000a9';

/** People of the generated organisation whom a demonstration can rely on. */
export const people = {
  /** Leads Payments, a team with a gap. */
  lead: 'user:default/maya.oduya_contoso.com',
  /** Leads Security, whose members may see everybody by name. */
  security: 'user:default/jonas.lindqvist_contoso.com',
};

/** A second organisation, which nobody has connected yet. */
const fabrikam = {
  tenantId: 'fab21ca0-5eed-4000-8000-00000000c0de',
  name: 'Fabrikam',
  domain: 'fabrikam.com',
  seed: 7,
  size: 160,
};

/** The application of the portal to which tenants consent. */
const connectClientId = 'c0ffee00-5eed-4000-8000-0000000000b7';

/** Options with secrets go by a file: arguments can be seen by others. */
function optionsFile(directory, name, value) {
  const file = join(directory, `${name}.json`);
  writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
  return file;
}

/** Starts the simulated tenants of the demo, and says how others reach them. */
export async function startSimulator({ state, directory, portalUrl }) {
  const certificates = join(directory, 'certificate');
  const certificate = join(certificates, 'localhost.crt');
  // A container has to say before it starts which port it opens to browsers, and where they come in.
  const port = Number(process.env.DEMO_TENANT_PORT) || (await freePort());
  const host = process.env.DEMO_LISTEN_HOST ?? 'localhost';
  const controlPort = await freePort();
  // Each in one word: a random secret may begin with a dash.
  const options = Object.entries({
    size: 1200,
    seed: 1,
    host,
    port,
    'http-port': controlPort,
    'certificate-dir': certificates,
    'tenant-id': tenantId,
    'client-id': clientId,
    'client-secret': state.clientSecret,
    'identity-header': state.identityHeader,
    // The same first day at every start, so that the tenant goes on where it was.
    'timeline-start': state.timelineStart,
    'other-tenants': optionsFile(directory, 'other-tenants', [fabrikam]),
    'multi-tenant-application': optionsFile(directory, 'application', {
      clientId: connectClientId,
      clientSecret: state.connectSecret,
      name: 'Entra MFA for Backstage',
      redirectUris: [`${portalUrl}/api/entra-mfa/v1/connect/answer`],
    }),
    'consents-file': join(directory, 'consents.json'),
  }).map(([name, value]) => `--${name}=${value}`);
  await startService({
    name: 'simulated tenant',
    log: join(directory, 'simulator.log'),
    cwd: root,
    args: ['packages/entra-simulator/bin/entra-simulator.cjs', ...options],
    ready: /simulator ready/i,
  });
  const graphRoot = `https://localhost:${port}`;
  const controlUrl = `http://localhost:${controlPort}`;
  const { clientSecret } = state;
  return {
    env: {
      NODE_EXTRA_CA_CERTS: certificate,
      // The Microsoft Graph catalog provider signs in by this, as on Azure by a managed identity.
      IDENTITY_ENDPOINT: `${controlUrl}/msi/token`,
      IDENTITY_HEADER: state.identityHeader,
      DEMO_SIMULATOR_URL: controlUrl,
      DEMO_GRAPH_ROOT: graphRoot,
      DEMO_TENANT_ID: tenantId,
      DEMO_CLIENT_ID: clientId,
      DEMO_CLIENT_SECRET: clientSecret,
      DEMO_CONNECT_CLIENT_ID: connectClientId,
      DEMO_CONNECT_SECRET: state.connectSecret,
    },
    /** For who wants to ask the simulated tenant directly, such as the tests in a browser. */
    access: {
      graphRoot,
      controlUrl,
      certificate,
      tenantId,
      clientId,
      clientSecret,
    },
  };
}
