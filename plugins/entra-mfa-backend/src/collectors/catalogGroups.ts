import { RELATION_CHILD_OF } from '@backstage/catalog-model';
import { entityRow, refOf, targetsOf, type EntityRow } from './entityRow';
import type { CatalogGroupBody, Collector } from './types';

/** The catalog's groups: the teams, and whose sub-team each one is. */
export const catalogGroups: Collector<EntityRow> = {
  id: 'catalog-groups',
  title: 'Groups of the catalog',
  source: 'catalog',
  endpoint: 'Group',
  query: {
    fields:
      'kind,metadata.name,metadata.namespace,metadata.title,metadata.annotations,spec.profile,relations',
  },
  pace: 'catalog',
  permission: null,
  licence: null,
  why: 'To know the teams, their parents and their targets',
  documentation: null,
  required: true,
  row: entityRow,
  toRecords(group) {
    const { metadata, spec } = group;
    const body: CatalogGroupBody = {
      title: metadata.title || spec?.profile?.displayName || metadata.name,
      parentRef: targetsOf(group, RELATION_CHILD_OF)[0] ?? null,
      target: metadata.annotations?.['entra-mfa/target'] || null,
    };
    return [{ key: refOf(group), body: { ...body } }];
  },
};
