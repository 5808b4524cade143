import { useApi } from '@backstage/core-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { useQuery } from '@tanstack/react-query';
import type { TabView } from './TabView';

/**
 * The tabs that the reader may use. One that takes a permission appears when it is known to be there; until then,
 * whether there are more is pending.
 */
export function useAllowedTabs(tabs: readonly TabView[]): {
  tabs: readonly TabView[];
  isPending: boolean;
} {
  const permissions = useApi(permissionApiRef);
  const asked = tabs.flatMap(({ permission }) => permission ?? []);
  const { data = [], isLoading } = useQuery({
    queryKey: ['entra-mfa', 'allowed', asked.map(({ name }) => name)],
    queryFn: () =>
      Promise.all(
        asked.map(async permission => {
          const { result } = await permissions.authorize({ permission });
          return result === AuthorizeResult.ALLOW ? permission.name : null;
        }),
      ),
    enabled: asked.length > 0,
  });
  return {
    tabs: tabs.filter(
      ({ permission }) => !permission || data.includes(permission.name),
    ),
    isPending: isLoading,
  };
}
