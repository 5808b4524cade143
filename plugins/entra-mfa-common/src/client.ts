import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import { routes, type RouteName } from './contract/routes';

/** The path parameters of a route. @public */
export type RouteParams<N extends RouteName> = z.input<
  (typeof routes)[N]['params']
>;
/** What a caller may ask of a route. @public */
export type RouteQuery<N extends RouteName> = Partial<
  Record<
    keyof z.input<(typeof routes)[N]['query']>,
    string | number | boolean | readonly string[] | undefined
  >
>;
/** The body that a route answers with. @public */
export type RouteResponse<N extends RouteName> = z.output<
  (typeof routes)[N]['response']
>;

/** What one call needs besides its route. @public */
export interface CallOptions {
  /** A service token. In the portal's frontend, the fetch API adds the user's. */
  token?: string;
  /** Ends the call. */
  signal?: AbortSignal;
}

/**
 * Calls the API as the contract describes it. An answer that is not 2xx throws Backstage's
 * `ResponseError`, whose message tells the reader what to do.
 *
 * @public
 */
export class EntraMfaClient {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: typeof fetch;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi.fetch;
  }

  /** The address of a call, for links such as a CSV download. */
  async url<N extends RouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N> = {},
  ): Promise<string> {
    const values: Record<string, unknown> = params;
    const path = routes[name].path.replace(/\{(\w+)\}/g, (_, key) =>
      encodeURIComponent(String(values[key])),
    );
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries<unknown>(query)) {
      if (value !== undefined && value !== '') {
        search.set(key, Array.isArray(value) ? value.join(',') : String(value));
      }
    }
    const base = await this.#discovery.getBaseUrl('entra-mfa');
    return `${base}/v1${path}${search.size > 0 ? `?${search}` : ''}`;
  }

  /** Calls a route and returns its body. */
  async call<N extends RouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N> = {},
    options: CallOptions = {},
  ): Promise<RouteResponse<N>> {
    const response = await this.#fetch(await this.url(name, params, query), {
      method: routes[name].method.toUpperCase(),
      headers: options.token
        ? { Authorization: `Bearer ${options.token}` }
        : {},
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
