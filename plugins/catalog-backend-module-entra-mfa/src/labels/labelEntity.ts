import type { Entity } from '@backstage/catalog-model';
import type { EntityLabels } from './EntityLabels';
import { groupTags } from './labelsOfGroup';
import { userTags } from './labelsOfUser';
import {
  ENTRA_MFA_COVERAGE_ANNOTATION,
  ENTRA_MFA_STATE_ANNOTATION,
  ENTRA_MFA_STATE_LABEL,
  ENTRA_MFA_TARGET_LABEL,
} from './names';

// Annotation `entra-mfa/target` is not among these: on a Group it is the team's own target, an input.
const ownAnnotations = [
  ENTRA_MFA_STATE_ANNOTATION,
  ENTRA_MFA_COVERAGE_ANNOTATION,
];
const ownLabels = [ENTRA_MFA_STATE_LABEL, ENTRA_MFA_TARGET_LABEL];
const ownTags: ReadonlySet<string> = new Set([
  ...Object.values(groupTags),
  ...Object.values(userTags).flatMap(tags => Object.values(tags)),
]);

/**
 * The entity with these labels and no others of ours: labels that its source brings along, such as a
 * file that was exported from a catalog, would be stale or made up.
 */
export function labelEntity(
  entity: Entity,
  entityLabels: EntityLabels | undefined,
): Entity {
  const { annotations, labels, tags, ...metadata } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...metadata,
      ...replaced('annotations', annotations, ownAnnotations, entityLabels),
      ...replaced('labels', labels, ownLabels, entityLabels),
      ...replacedTags(tags, entityLabels),
    },
  };
}

function replaced(
  property: 'annotations' | 'labels',
  before: Record<string, string> | undefined,
  own: string[],
  entityLabels: EntityLabels | undefined,
): Record<string, Record<string, string>> {
  const kept = Object.entries(before ?? {}).filter(
    ([key]) => !own.includes(key),
  );
  const after = { ...Object.fromEntries(kept), ...entityLabels?.[property] };
  return before || Object.keys(after).length > 0 ? { [property]: after } : {};
}

function replacedTags(
  before: string[] | undefined,
  entityLabels: EntityLabels | undefined,
): { tags?: string[] } {
  const kept = (before ?? []).filter(tag => !ownTags.has(tag));
  const after = [...kept, ...(entityLabels?.tags ?? [])];
  return before || after.length > 0 ? { tags: after } : {};
}
