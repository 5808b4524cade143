import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ensureCertificate } from './certificate';
import { SimulatedClock } from './clock';
import { Faults } from './faults/Faults';
import { resolveOptions, type SimulatorOptions } from './options';
import { AccessTokens } from './server/AccessTokens';
import { Consents } from './server/Consents';
import { Grants } from './server/Grants';
import { Application } from './server/Application';
import { buildApp, buildPlainApp } from './server/apps';
import { resetWorld } from './server/controlRouter';
import { PageCache } from './server/PageCache';
import { Stats, type StatsSnapshot } from './server/Stats';
import type { SimulatorContext } from './server/SimulatorContext';
import { buildTenants } from './server/buildTenants';
import type { SimulatedTenant } from './tenant/SimulatedTenant';

/** One of the tenants of a simulator. @public */
export type TenantOfSimulator = {
  tenantId: string;
  /** The display name. */
  name: string;
  /** The default domain. */
  domain: string;
  /** The generated tenant, to recount by other means; undefined when a folder is served. */
  tenant: SimulatedTenant | undefined;
};

/**
 * A running simulator.
 *
 * @public
 */
export type Simulator = {
  /** Sign-in and Graph, such as `https://localhost:8443`. The Graph root; the authority is `${url}/${tenantId}`. */
  url: string;
  /** For `IDENTITY_ENDPOINT`: where a managed identity takes its tokens, over plain http. */
  msiUrl: string;
  /** For `IDENTITY_HEADER`. */
  identityHeader: string;
  port: number;
  httpPort: number;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  /** The certificate's file, for `NODE_EXTRA_CA_CERTS`. */
  certificatePath: string;
  /** The certificate itself (PEM), for a client that takes it as an option. */
  certificate: string;
  clock: SimulatedClock;
  faults: Faults;
  /** The registration that signs in; it can be changed. */
  application: Application;
  /** The generated tenant, to recount by other means; undefined when a folder is served. */
  tenant: SimulatedTenant | undefined;
  /** Every tenant behind this origin, the first one first. */
  tenants: readonly TenantOfSimulator[];
  /** The registration of the application of any tenant, if there is one; it can be changed. */
  multiTenantApplication: Application | undefined;
  /** The tenants that have consented to it. */
  consents: Consents;
  /** What people let it do in their name: the codes and refresh tokens that are out. */
  grants: Grants;
  /** What was asked since the start or the last reset. */
  stats(): StatsSnapshot;
  /** Takes back faults, counts, limits, consents, refresh tokens and changes; the clock stays. */
  reset(): void;
  stop(): Promise<void>;
};

/**
 * Starts a simulator and resolves when it answers. Rejects with a clear text when an option is wrong
 * or a port is taken.
 *
 * @public
 */
export async function startSimulator(
  input: SimulatorOptions = {},
): Promise<Simulator> {
  const options = resolveOptions(input);
  const certificate = await ensureCertificate(options.certificateDir);
  const clock = new SimulatedClock({
    startDate: options.startDate,
    frozen: options.frozenClock,
  });
  const application = new Application({
    permissions: options.permissions,
    clientSecretEnds: options.clientSecretEnds,
    certificates: options.certificates,
    federatedCredentials: options.federatedCredentials,
  });
  const { multiTenantApplication: multiTenant } = options;
  const tenants = buildTenants(options, application, clock);
  const world: SimulatorContext = {
    options,
    clock,
    faults: new Faults(options.faults),
    stats: new Stats(),
    tokens: new AccessTokens(clock),
    application,
    multiTenant: multiTenant && {
      ...multiTenant,
      application: new Application({
        permissions: multiTenant.permissions,
        clientSecretEnds: null,
        certificates: multiTenant.certificates,
        federatedCredentials: multiTenant.federatedCredentials,
      }),
    },
    consents: new Consents(() => clock.date(), options.consentsFile),
    grants: new Grants(() => clock.elapsed()),
    pages: new PageCache(options.cachedPages),
    tenants,
  };

  const https = createHttpsServer(
    { cert: certificate.certificate, key: certificate.key },
    buildApp(world),
  );
  const http = createHttpServer(buildPlainApp(world));
  // Longer than clients keep a connection, so that none is closed under a request.
  https.keepAliveTimeout = 65_000;
  http.keepAliveTimeout = 65_000;
  const stop = async () => {
    await Promise.all([close(https), close(http)]);
  };
  try {
    const port = await listen(https, options.port, options.host);
    const httpPort = await listen(http, options.httpPort, options.host);
    return {
      url: `https://localhost:${port}`,
      msiUrl: `http://localhost:${httpPort}/msi/token`,
      identityHeader: options.identityHeader,
      port,
      httpPort,
      tenantId: options.tenantId,
      clientId: options.clientId,
      clientSecret: options.clientSecret,
      certificatePath: certificate.path,
      certificate: certificate.certificate,
      clock,
      faults: world.faults,
      application,
      tenant: tenants.first.generated,
      tenants: tenants.all.map(served => ({
        tenantId: served.tenantId,
        name: served.name,
        domain: served.domain,
        tenant: served.generated,
      })),
      multiTenantApplication: world.multiTenant?.application,
      consents: world.consents,
      grants: world.grants,
      stats: () => world.stats.snapshot(),
      reset: () => resetWorld(world),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken. Choose another one.`)
          : error,
      );
    });
    server.listen(port, host, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
