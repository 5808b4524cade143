import {
  isResourcePermission,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { RouteName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routeTable } from '../service/routes/routeTable';

/** The permission without which an action that calls a route is not offered: that of the route. */
export function visibilityOf(route: RouteName): BasicPermission {
  const [permission, ...others] = routeTable[route].access.anyOf;
  if (!permission || others.length > 0 || isResourcePermission(permission)) {
    throw new Error(`${route} does not rest on one permission`);
  }
  return permission;
}
