import { MicrosoftGraphClient } from '@backstage/plugin-catalog-backend-module-msgraph';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { setTimeout } from 'timers/promises';
import { collectors } from '../src/collectors';
import { registrations } from '../src/collectors/registrations';
import { withSince } from '../src/collectors/withSince';
import type { TenantConfig } from '../src/config/types';
import { GraphCredentials } from '../src/graph/GraphCredentials';
import { GraphPageSource } from '../src/graph/GraphPageSource';
import type { BenchTenant } from './simulator';

export const clock: EntraMfaClock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, { signal }),
};

function configOf(tenant: BenchTenant): TenantConfig {
  const { url, tenantId, clientId, clientSecret } = tenant;
  return {
    tenantId,
    clientId,
    credential: { kind: 'secret', clientSecret, endsAt: null },
    cloud: 'global',
    ownTelephonyProvider: false,
    authority: `${url}/${tenantId}`,
    knownAuthority: false,
    graphRoot: url,
  };
}

/** The plugin's own source, without its pace. */
export function pluginSource(tenant: BenchTenant): GraphPageSource {
  return pacedSource(tenant, 1_000_000);
}

/** The plugin's own source. */
export function pacedSource(
  tenant: BenchTenant,
  reportRequestsPer10Seconds: number,
): GraphPageSource {
  return new GraphPageSource({
    tenant: configOf(tenant),
    clock,
    reportRequestsPer10Seconds,
  });
}

function signIn(tenant: BenchTenant): Promise<string> {
  return new GraphCredentials(configOf(tenant), clock).token(
    new AbortController().signal,
  );
}

/** Fetches and parses the pages of the report, and does nothing with them: nothing can be faster. */
export async function fetchAndParse(tenant: BenchTenant): Promise<number> {
  const headers = { Authorization: `Bearer ${await signIn(tenant)}` };
  let rows = 0;
  let link: string | undefined = `${tenant.url}/v1.0${
    registrations.endpoint
  }?${new URLSearchParams(registrations.query)}`;
  while (link) {
    const response = await fetch(link, { headers });
    const page: { value: unknown[]; '@odata.nextLink'?: string } =
      await response.json();
    rows += page.value.length;
    link = page['@odata.nextLink'];
  }
  return rows;
}

/** Data sets with a pace that is not the report's: what is measured without a pace is measured without them. */
export const ofOwnPace = collectors.flatMap(({ id, pace }) =>
  pace === 'protection' || pace === 'sign-ins' ? [id] : [],
);

/** Reads every list of the directory once, unmeasured: the simulator keeps its pages then. */
export async function readDirectoryOnce(tenant: BenchTenant) {
  const source = pluginSource(tenant);
  const { signal } = new AbortController();
  const lists = collectors.filter(
    ({ source: from, forEach, id }) =>
      from === 'graph' && !forEach && !ofOwnPace.includes(id),
  );
  const since = new Date(Date.now() - 30 * 86_400_000).toISOString();
  for (const collector of lists) {
    for await (const page of source.read(withSince(collector, since), {
      signal,
    })) {
      page.rows.length = 0;
    }
  }
}

/** The rows of the report, read by the client of the catalog's msgraph module. */
export async function* readByMsgraphModule(
  tenant: BenchTenant,
): AsyncIterable<{ id: string }> {
  const token = await signIn(tenant);
  const client = new MicrosoftGraphClient(`${tenant.url}/v1.0`, {
    getToken: async () => ({
      token,
      expiresOnTimestamp: Date.now() + 3_600_000,
    }),
  });
  yield* client.requestCollection<{ id: string }>(
    registrations.endpoint.slice(1),
    { top: 999 },
  );
}

/** Lets a share of the people have another registration from now on. */
export async function changeTenant(tenant: BenchTenant, share: number) {
  await fetch(`${tenant.url}/control/change`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ share }),
  });
  // Once unmeasured: the simulator keeps its pages then.
  await fetchAndParse(tenant);
}
