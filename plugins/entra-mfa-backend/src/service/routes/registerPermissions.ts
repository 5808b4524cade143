import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { entraMfaPeopleReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  entraMfaPersonResourceRef,
  entraMfaPersonRules,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { readNewestNumber } from '../../store/asOf/readSnapshot';
import { readPersonResources } from '../../store/read/readPersonResources';
import { permissionsOf } from './permissionsOf';
import { routeTable } from './routeTable';

/**
 * Tells the portal the plugin's permissions, and the rules by which a policy can narrow people.
 * A resource is named `<tenant id>/<object id>`.
 */
export function registerPermissions(
  permissionsRegistry: PermissionsRegistryService,
  knex: Knex,
): void {
  permissionsRegistry.addPermissions(
    permissionsOf(Object.values(routeTable)).filter(
      permission => !isResourcePermission(permission),
    ),
  );
  permissionsRegistry.addResourceType({
    resourceRef: entraMfaPersonResourceRef,
    permissions: [entraMfaPeopleReadPermission],
    rules: Object.values(entraMfaPersonRules),
    async getResources(resourceRefs) {
      const people = resourceRefs.map(ref => {
        const [tenantId = '', objectId = ''] = ref.toLowerCase().split('/');
        return { tenantId, objectId };
      });
      const byTenant = new Map(
        await Promise.all(
          [...new Set(people.map(({ tenantId }) => tenantId))].map(
            async tenantId => {
              const snapshot = await readNewestNumber(knex, tenantId);
              const objectIds = people
                .filter(person => person.tenantId === tenantId)
                .map(({ objectId }) => objectId);
              const view = { tenantId, snapshot, newest: false };
              return [
                tenantId,
                await readPersonResources(knex, view, objectIds),
              ] as const;
            },
          ),
        ),
      );
      return people.map(({ tenantId, objectId }) =>
        byTenant.get(tenantId)?.get(objectId),
      );
    },
  });
}
