import type {
  EntityStatus,
  PersonState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntityLabels } from '../labels/EntityLabels';
import { labelsOfGroup } from '../labels/labelsOfGroup';
import { labelsOfUser } from '../labels/labelsOfUser';
import type { Exposure } from './readExposure';
import { statusKeys } from './statusKeys';
import type { StatusIndex } from './StatusSource';

/** Where a User is somebody in several tenants, the first of these is told. */
const order: readonly string[] = [
  'uncovered',
  'unknown',
  'exempt',
  'covered',
  'out-of-scope',
] satisfies PersonState[];

/** The labels of every entity, by the keys under which they are asked for. */
export function indexOfStatus(
  status: EntityStatus,
  exposure: Exposure,
): StatusIndex {
  const index = new Map<string, EntityLabels>();
  for (const group of status.groups) {
    index.set(statusKeys.group(group.entityRef), labelsOfGroup(group));
  }
  if (exposure === 'all') {
    const basis = status.basis ?? 'registered';
    const told = new Map<string, number>();
    for (const { objectId, entityRef, state } of status.users) {
      const entityLabels = labelsOfUser(state, basis);
      if (entityLabels) {
        index.set(statusKeys.user(objectId), entityLabels);
        const rank = order.indexOf(state);
        if (rank < (told.get(entityRef) ?? order.length)) {
          told.set(entityRef, rank);
          index.set(statusKeys.userRef(entityRef), entityLabels);
        }
      }
    }
  }
  return index;
}
