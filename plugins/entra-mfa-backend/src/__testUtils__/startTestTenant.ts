import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from 'entra-simulator';
import type { TenantConfig } from '../config/types';
import { trustCertificate } from './trustCertificate';

/** A tenant for a test: a running simulator, and what the plugin needs to read it. */
export interface TestTenant {
  simulator: Simulator;
  /** For `GraphPageSource`. */
  tenant: TenantConfig;
  /** The same for `mockServices.rootConfig`: one item of `entraMfa.tenants`. */
  config: Record<string, string>;
  /** The simulator's time. Sleeping moves it on at once, so that no test waits. */
  clock: EntraMfaClock;
  /** How long was slept, in the order of the sleeps, in milliseconds. */
  sleeps: number[];
  stop(): Promise<void>;
}

/**
 * Starts a simulated tenant and makes this process trust its certificate, so that MSAL and the Graph
 * client talk to it over TLS as they would to Microsoft.
 */
export async function startTestTenant(
  options: SimulatorOptions = {},
): Promise<TestTenant> {
  const simulator = await startSimulator({ size: 100, ...options });
  const distrust = trustCertificate(simulator.certificate);
  const { tenantId, clientId, clientSecret, url } = simulator;
  const authority = `${url}/${tenantId}`;
  const sleeps: number[] = [];
  return {
    simulator,
    tenant: {
      tenantId,
      clientId,
      credential: { kind: 'secret', clientSecret, endsAt: null },
      cloud: 'global',
      ownTelephonyProvider: false,
      authority,
      knownAuthority: false,
      graphRoot: url,
    },
    config: { tenantId, clientId, clientSecret, authority, graphRoot: url },
    clock: {
      now: () => simulator.clock.date(),
      async sleep(milliseconds, signal) {
        signal?.throwIfAborted();
        sleeps.push(milliseconds);
        simulator.clock.advance(milliseconds);
      },
    },
    sleeps,
    async stop() {
      distrust();
      await simulator.stop();
    },
  };
}
