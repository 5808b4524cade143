import type {
  INetworkModule,
  NetworkRequestOptions,
  NetworkResponse,
} from '@azure/msal-node';
import type { EntraMfaClock } from 'backstage-plugin-entra-mfa-node';
import { z } from 'zod';
import { ConnectionError } from './errors';
import { retryAfter } from './retryAfter';
import { toConnectionError } from './toConnectionError';

const TIMEOUT_MS = 60_000;

const refusalSchema = z.object({ error_codes: z.array(z.number()) });

/** What the last request of a sign-in came to, as far as MSAL does not pass it on. */
export interface SignInTrace {
  /** Why no answer came that could be used. */
  connection: ConnectionError | null;
  /** The number of the `AADSTS…` in the answer. */
  number: number | null;
  /** What the answer asked to wait, in milliseconds. */
  retryAfterMs: number | null;
}

const nothing: SignInTrace = {
  connection: null,
  number: null,
  retryAfterMs: null,
};

/**
 * Sends MSAL's requests and keeps what became of the last one: MSAL's own errors do not tell a closed
 * firewall and a certificate that is not trusted from a tenant that is not there. No body is kept, and
 * no redirect is followed: it must never take the secret elsewhere.
 */
export class SignInNetwork implements INetworkModule {
  #trace = nothing;

  constructor(private readonly clock: Pick<EntraMfaClock, 'now'>) {}

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
    return this.#send(url, { method: 'POST', headers, body });
  }

  async #send<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
    let begun = false;
    try {
      const response = await fetch(url, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      begun = true;
      const body = parsed(await response.text());
      this.#trace = {
        connection: null,
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
      const connection =
        error instanceof ConnectionError
          ? error
          : toConnectionError(error, begun);
      this.#trace = { ...nothing, connection };
      throw connection;
    }
  }
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
