import { RELATION_OWNED_BY, RELATION_PART_OF } from '@backstage/catalog-model';
import {
  entityRow,
  pairKey,
  refOf,
  targetsOf,
  type EntityRow,
} from './entityRow';
import type { CatalogOwnershipBody, Collector } from './types';

/** Where the catalog says how much depends on an entity, unless configured otherwise. */
export const DEFAULT_TIER_ANNOTATION = 'entra-mfa/tier';

/**
 * Which team owns what.
 *
 * @param tierAnnotation - the annotation, or label, that tells the tier
 */
export function catalogOwnershipBy(
  tierAnnotation: string,
): Collector<EntityRow> {
  return {
    id: 'catalog-ownership',
    title: 'Ownership in the catalog',
    source: 'catalog',
    endpoint: 'Component,API,Resource,System,Domain',
    query: {
      fields:
        'kind,metadata.name,metadata.namespace,metadata.title,metadata.annotations,metadata.labels,spec.type,spec.lifecycle,relations',
    },
    pace: 'catalog',
    permission: null,
    licence: null,
    why: 'To show whose services a team without MFA can change',
    documentation: null,
    required: 'no',
    row: entityRow,
    toRecords(entity) {
      const { metadata, spec } = entity;
      const entityRef = refOf(entity);
      const system = targetsOf(entity, RELATION_PART_OF).find(ref =>
        ref.startsWith('system:'),
      );
      const tier =
        metadata.annotations?.[tierAnnotation] ||
        metadata.labels?.[tierAnnotation];
      return targetsOf(entity, RELATION_OWNED_BY).map(ownerRef => {
        const body: CatalogOwnershipBody = {
          ownerRef,
          entityRef,
          type: spec?.type || null,
          lifecycle: spec?.lifecycle || null,
          // Only what is there, so that a catalog that says nothing of it is not read anew.
          ...(metadata.title && { title: metadata.title }),
          ...(system && { systemRef: system }),
          ...(tier && { tier }),
        };
        return { key: pairKey(ownerRef, entityRef), body: { ...body } };
      });
    },
  };
}

/** {@link catalogOwnershipBy} the default annotation. */
export const catalogOwnership = catalogOwnershipBy(DEFAULT_TIER_ANNOTATION);
