import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  entityRow,
  pairKey,
  refOf,
  targetsOf,
  type EntityRow,
} from './entityRow';
import type { CatalogOwnershipBody, Collector } from './types';

/** Which team owns what. */
export const catalogOwnership: Collector<EntityRow> = {
  id: 'catalog-ownership',
  title: 'Ownership in the catalog',
  source: 'catalog',
  endpoint: 'Component,API,Resource,System,Domain',
  query: {
    fields:
      'kind,metadata.name,metadata.namespace,spec.type,spec.lifecycle,relations',
  },
  pace: 'catalog',
  permission: null,
  licence: null,
  why: 'To show whose services a team without MFA can change',
  documentation: null,
  required: false,
  row: entityRow,
  toRecords(entity) {
    const entityRef = refOf(entity);
    return targetsOf(entity, RELATION_OWNED_BY).map(ownerRef => {
      const body: CatalogOwnershipBody = {
        ownerRef,
        entityRef,
        type: entity.spec?.type || null,
        lifecycle: entity.spec?.lifecycle || null,
      };
      return { key: pairKey(ownerRef, entityRef), body: { ...body } };
    });
  },
};
