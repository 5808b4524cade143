import { useApi } from '@backstage/core-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { useQuery } from '@tanstack/react-query';

/** Which of some permissions the reader has, by name; until it is known, none. */
export function useGranted(asked: readonly BasicPermission[]): {
  granted: readonly string[];
  isPending: boolean;
} {
  const permissions = useApi(permissionApiRef);
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
  return { granted: data.flatMap(name => name ?? []), isPending: isLoading };
}
