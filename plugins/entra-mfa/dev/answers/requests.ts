import {
  type RouteName,
  type RouteParams,
  type RouteQuery,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';

const sorted = (search: URLSearchParams) => {
  search.sort();
  return search.size > 0 ? `?${search}` : '';
};

/**
 * A request as recordings write it: `GET /teams?limit=6&sort=direct`.
 *
 * @param tenant - the one that answers where none is named
 */
export function requestOf(method: string, url: URL, tenant: string): string {
  const path = url.pathname.replace(/^.*\/v1/, '');
  const search = new URLSearchParams(url.searchParams);
  search.delete('tenant', tenant);
  return `${method} ${decodeURIComponent(path)}${sorted(search)}`;
}

/** The same for a call of the client. */
export function callOf<N extends RouteName>(
  name: N,
  params: RouteParams<N>,
  query: RouteQuery<N>,
): string {
  const values: Record<string, unknown> = params;
  const { method, path } = routes[name];
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries<unknown>(query)) {
    if (value !== undefined) search.set(key, String(value));
  }
  const filled = path.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  return `${method.toUpperCase()} ${filled}${sorted(search)}`;
}

const patterns = (Object.keys(routes) as RouteName[]).map(name => {
  const { method, path } = routes[name];
  const pattern = path.replace(/\{\w+\}/g, '[^/]+');
  return {
    name,
    pattern: new RegExp(`^${method.toUpperCase()} ${pattern}$`),
  };
});

/** The route of the contract that a request is for. */
export function routeOf(request: string): RouteName | undefined {
  const [withoutQuery] = request.split('?');
  return patterns.find(({ pattern }) => pattern.test(withoutQuery))?.name;
}
