import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { ensureCertificate } from './certificate';
import { SimulatedClock } from './clock';
import { Faults } from './faults/Faults';
import { resolveOptions, type SimulatorOptions } from './options';
import { AccessTokens } from './server/AccessTokens';
import { Application } from './server/Application';
import { buildApp, buildPlainApp } from './server/apps';
import { resetWorld } from './server/controlRouter';
import { PageCache } from './server/PageCache';
import { RateLimit } from './server/RateLimit';
import { Stats, type StatsSnapshot } from './server/Stats';
import type { SimulatorContext } from './server/SimulatorContext';
import { answerGenerated } from './tenant/answerGenerated';
import { folderTenant } from './tenant/folderTenant';
import { GeneratedTenant } from './tenant/generatedTenant';
import type { SimulatedTenant } from './tenant/SimulatedTenant';

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
  /** What was asked since the start or the last reset. */
  stats(): StatsSnapshot;
  /** Takes back faults, counts, limits and changes; the clock stays. */
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
  const generated = options.tenantDir
    ? undefined
    : new GeneratedTenant({
        seed: options.seed,
        size: options.size,
        timelineStart: (options.timelineStart ?? clock.date()).getTime(),
      });
  const world: SimulatorContext = {
    options,
    clock,
    faults: new Faults(options.faults),
    stats: new Stats(),
    tokens: new AccessTokens(clock, options.tenantId),
    application: new Application({
      permissions: options.permissions,
      clientSecretEnds: options.clientSecretEnds,
      certificates: options.certificates,
      federatedCredentials: options.federatedCredentials,
    }),
    reportLimit: options.reportLimit
      ? new RateLimit(
          clock,
          options.reportLimit.requests,
          options.reportLimit.seconds,
        )
      : undefined,
    pages: new PageCache(options.cachedPages),
    tenant: generated
      ? answerGenerated(generated, options)
      : folderTenant(options.tenantDir!),
    generated,
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
      application: world.application,
      tenant: generated,
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
