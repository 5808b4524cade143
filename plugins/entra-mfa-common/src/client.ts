import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { Routes } from './contract/routes';
import { endpoints, type RouteName } from './endpoints';

/** The path parameters of a route. @public */
export type RouteParams<N extends RouteName> = z.input<Routes[N]['params']>;

/** What a caller may ask of a route. @public */
export type RouteQuery<N extends RouteName> = Partial<
  Record<
    keyof z.input<Routes[N]['query']>,
    string | number | boolean | readonly string[] | undefined
  >
>;

/** The names of the routes that answer with JSON. @public */
export type JsonRouteName = {
  [N in RouteName]: Routes[N] extends {
    kind: 'file' | 'feed' | 'archive' | 'document' | 'picture' | 'page';
  }
    ? never
    : N;
}[RouteName];

/** The names of the routes that answer with a file. @public */
export type FileRouteName = {
  [N in RouteName]: Routes[N] extends { kind: 'file' } ? N : never;
}[RouteName];

/** The names of the routes that answer with an archive of files. @public */
export type ArchiveRouteName = {
  [N in RouteName]: Routes[N] extends { kind: 'archive' } ? N : never;
}[RouteName];

/** The names of the routes that answer with a document for people to read. @public */
export type DocumentRouteName = {
  [N in RouteName]: Routes[N] extends { kind: 'document' } ? N : never;
}[RouteName];

/** The body that is sent to a route; undefined for routes that take none. @public */
export type RouteBody<N extends RouteName> = Routes[N] extends {
  body: infer B extends z.ZodObject;
}
  ? z.input<B>
  : undefined;

/** The body that a route answers with. @public */
export type RouteResponse<N extends JsonRouteName> = z.output<
  NonNullable<Routes[N]['response']>
>;

/** What one call needs besides its route. @public */
export interface CallOptions {
  /** A service token. In the portal's frontend, the fetch API adds the user's. */
  token?: string;
  /** Ends the call. */
  signal?: AbortSignal;
}

/** As {@link CallOptions}, with the body of a route that takes one. @public */
export interface SendOptions<N extends RouteName> extends CallOptions {
  /** As the contract describes it; sent as JSON. */
  body?: RouteBody<N>;
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

  /** The address of a route. */
  async url<N extends RouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N> = {},
  ): Promise<string> {
    const values: Record<string, unknown> = params;
    const path = endpoints[name].path.replace(/\{(\w+)\}/g, (_, key) =>
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
  async call<N extends JsonRouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N> = {},
    options: SendOptions<N> = {},
  ): Promise<RouteResponse<N>> {
    const { token, body, signal } = options;
    const response = await this.#fetch(await this.url(name, params, query), {
      method: endpoints[name].method.toUpperCase(),
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
