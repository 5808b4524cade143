import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { portalTenantOf } from '../config/portalTenantOf';
import type { EntraMfaConfig, KeptSecret, TenantConfig } from '../config/types';
import type { GraphPageSource } from '../graph/GraphPageSource';
import {
  readPortalConnections,
  type PortalConnection,
} from '../store/connections/portalConnections';
import { graphSourceOf } from './graphSourceOf';

/** Where it lies what a tenant is read with. */
type KeptOf = (
  connection: Pick<PortalConnection, 'tenantId' | 'kind'>,
) => KeptSecret | null;

/** What became of the tenants since the last look. */
export interface TenantsChange {
  came: string[];
  /** They are not read any more: what was known of them, tokens too, is let go. */
  gone: string[];
}

/**
 * The tenants that are read: those of the configuration, and those that are connected in the portal, which come
 * and go while it runs. Each replica keeps its own list and looks at the database for it.
 */
export class ConnectedTenants {
  readonly #config: Omit<EntraMfaConfig, 'tenants'>;
  readonly #clock: EntraMfaClock;
  readonly #all: TenantConfig[];
  readonly #ids: string[];
  readonly #graph = new Map<string, GraphPageSource>();
  readonly #keptOf: KeptOf;
  /** With what each tenant of the portal is read. */
  #credentials = new Map<string, string>();
  #seen = '[]';

  /** @param keptOf - what is kept to read a tenant with; null where there is no key */
  constructor(
    config: EntraMfaConfig,
    clock: EntraMfaClock,
    keptOf: KeptOf = () => null,
  ) {
    this.#keptOf = keptOf;
    this.#config = config;
    this.#clock = clock;
    this.#all = [...config.tenants];
    this.#ids = this.#all.map(({ tenantId }) => tenantId);
    for (const tenant of this.#all) {
      this.#graph.set(tenant.tenantId, graphSourceOf(tenant, config, clock));
    }
  }

  /** Those that are read now. The list is the same for good, and what is in it changes. */
  get all(): readonly TenantConfig[] {
    return this.#all;
  }

  /** Their ids, in the same way. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** What reads each, by its id: one for all who ask, so that they share its token and pace. */
  get graph(): ReadonlyMap<string, GraphPageSource> {
    return this.#graph;
  }

  /**
   * Looks which tenants are connected in the portal.
   *
   * @throws Error for one that stands in the configuration, too
   */
  async refresh(knex: Knex): Promise<TenantsChange> {
    const { connect } = this.#config;
    const connections = await readPortalConnections(knex);
    const seen = JSON.stringify(connections);
    if (connect === null || seen === this.#seen) {
      return { came: [], gone: [] };
    }
    const before = this.#all.filter(({ origin }) => origin === 'portal');
    const configured = this.#all.filter(({ origin }) => origin !== 'portal');
    refuseTwice(configured, connections);
    const now = connections.map(one =>
      portalTenantOf(connect, one, this.#keptOf(one)),
    );
    this.#seen = seen;
    this.#all.splice(configured.length, before.length, ...now);
    this.#ids.splice(0, this.#ids.length, ...idsOf(this.#all));
    const came = without(idsOf(now), idsOf(before));
    const gone = without(idsOf(before), idsOf(now));
    gone.forEach(id => this.#graph.delete(id));
    const known = this.#credentials;
    this.#credentials = new Map(
      connections.map(one => [one.tenantId, credentialIn(one)]),
    );
    // Also one that was disconnected and connected in another way since the last look, or has another secret.
    for (const tenant of now) {
      const { tenantId } = tenant;
      if (known.get(tenantId) !== this.#credentials.get(tenantId)) {
        const source = graphSourceOf(tenant, this.#config, this.#clock);
        this.#graph.set(tenantId, source);
      }
    }
    return { came, gone };
  }
}

function credentialIn(connection: PortalConnection): string {
  const { kind, clientId, credentialAt } = connection;
  return JSON.stringify([kind, clientId, credentialAt]);
}

function idsOf(tenants: readonly { tenantId: string }[]): string[] {
  return tenants.map(({ tenantId }) => tenantId);
}

function without(ids: string[], others: string[]): string[] {
  return ids.filter(id => !others.includes(id));
}

function refuseTwice(
  configured: readonly TenantConfig[],
  connections: readonly PortalConnection[],
): void {
  const index = configured.findIndex(({ tenantId }) =>
    connections.some(one => one.tenantId === tenantId),
  );
  if (index >= 0) {
    throw new Error(
      `Tenant ${configured[index].tenantId} is in entraMfa.tenants[${index}], and it is connected in the portal, too. Take it out of the configuration; or disconnect it on the page first, and then configure it.`,
    );
  }
}
