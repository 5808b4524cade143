import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { EntraMfaClient } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { indexOfStatus } from './indexOfStatus';
import type { Exposure } from './readExposure';
import type { StatusAnswer, StatusSource } from './StatusSource';

const timeoutMs = 60_000;

/** Asks the plugin's backend for all statuses in one call, as a service. */
export class BackendStatusSource implements StatusSource {
  readonly #auth: AuthService;
  readonly #client: EntraMfaClient;
  readonly #exposure: Exposure;

  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    exposure: Exposure;
  }) {
    this.#auth = options.auth;
    this.#exposure = options.exposure;
    this.#client = new EntraMfaClient({
      discoveryApi: options.discovery,
      fetchApi: { fetch },
    });
  }

  async load(etag: string | undefined): Promise<StatusAnswer> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'entra-mfa',
    });
    // The client returns bodies only; here an unchanged status has to cost nothing but its headers.
    const response = await fetch(
      await this.#client.url('getEntityStatus', {}),
      {
        headers: {
          Authorization: `Bearer ${token}`,
          ...(etag ? { 'If-None-Match': etag } : {}),
        },
        signal: AbortSignal.timeout(timeoutMs),
      },
    );
    if (response.status === 304) {
      return { changed: false };
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const status = routes.getEntityStatus.response.parse(await response.json());
    return {
      changed: true,
      etag: response.headers.get('etag') ?? undefined,
      index: indexOfStatus(status, this.#exposure),
    };
  }
}
