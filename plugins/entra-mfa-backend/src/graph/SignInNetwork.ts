import type {
  INetworkModule,
  NetworkRequestOptions,
  NetworkResponse,
} from '@azure/msal-node';
import {
  retryAfter,
  type EntraMfaClock,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z } from 'zod';
import { ConnectionError, ForeignAddressError } from './errors';
import { toConnectionError } from './toConnectionError';

const TIMEOUT_MS = 60_000;

const refusalSchema = z.object({ error_codes: z.array(z.number()) });

/** What the last request of a sign-in came to, as far as MSAL does not pass it on. */
export interface SignInTrace {
  /** Why no answer came that could be used. */
  connection: ConnectionError | null;
  /** Whom the secret was not sent to. */
  foreign: ForeignAddressError | null;
  /** The number of the `AADSTS…` in the answer. */
  number: number | null;
  /** What the answer asked to wait, in milliseconds. */
  retryAfterMs: number | null;
}

const nothing: SignInTrace = {
  connection: null,
  foreign: null,
  number: null,
  retryAfterMs: null,
};

/**
 * Sends MSAL's requests and keeps what became of the last one: MSAL's own errors do not tell a closed
 * firewall and a certificate that is not trusted from a tenant that is not there. No body is kept, no
 * redirect is followed, and nothing is posted to an origin that discovery made up: neither may take the
 * secret elsewhere.
 */
export class SignInNetwork implements INetworkModule {
  #trace = nothing;

  /** @param origins - those that may be told the secret */
  constructor(
    private readonly clock: Pick<EntraMfaClock, 'now'>,
    private readonly origins: ReadonlySet<string>,
  ) {}

  get trace(): SignInTrace {
    return this.#trace;
  }

  /** To be called before a sign-in. */
  begin(): void {
    this.#trace = nothing;
  }

  async sendGetRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    return this.#send(url, { method: 'GET', headers: options?.headers });
  }

  async sendPostRequestAsync<T>(
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    const { headers, body = '' } = options ?? {};
    if (!this.origins.has(originOf(url))) {
      throw this.#refuse(url);
    }
    return this.#send(url, { method: 'POST', headers, body });
  }

  async #send<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
    let begun = false;
    try {
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      begun = true;
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw this.#refuse(response.headers.get('location') ?? '', url);
      }
      const body = parsed(await response.text());
      this.#trace = {
        ...nothing,
        number: refusalSchema.safeParse(body).data?.error_codes[0] ?? null,
        retryAfterMs: retryAfter(
          response.headers.get('retry-after'),
          this.clock.now(),
        ),
      };
      return {
        headers: Object.fromEntries(response.headers),
        // MSAL checks what it takes out of it.
        body: body as T,
        status: response.status,
      };
    } catch (error) {
      if (error instanceof ForeignAddressError) {
        throw error;
      }
      const connection =
        error instanceof ConnectionError
          ? error
          : toConnectionError(error, begun);
      this.#trace = { ...nothing, connection };
      throw connection;
    }
  }

  #refuse(url: string, base?: string): ForeignAddressError {
    const host = URL.canParse(url, base) ? new URL(url, base).host : '';
    const foreign = new ForeignAddressError(host || 'an unreadable address');
    this.#trace = { ...nothing, foreign };
    return foreign;
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function parsed(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    if (body instanceof Object) {
      return body;
    }
  } catch {
    // Told below: what was in it is nobody's business.
  }
  throw new ConnectionError('not-json');
}
