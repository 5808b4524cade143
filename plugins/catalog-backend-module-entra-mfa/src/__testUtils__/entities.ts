import type { Entity } from '@backstage/catalog-model';

const location = {
  'backstage.io/managed-by-location': 'test:entities',
  'backstage.io/managed-by-origin-location': 'test:entities',
};

/** A User as the Microsoft Graph provider makes it; without an object id, as a file has it. */
export function userEntity(
  name: string,
  options: { objectId?: string; tags?: string[] } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      annotations: {
        ...location,
        ...(options.objectId && {
          'graph.microsoft.com/user-id': options.objectId,
        }),
      },
      ...(options.tags && { tags: options.tags }),
    },
    spec: { memberOf: [] },
  };
}

/** A Group. */
export function groupEntity(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, annotations: { ...location, ...annotations } },
    spec: { type: 'team', children: [] },
  };
}
