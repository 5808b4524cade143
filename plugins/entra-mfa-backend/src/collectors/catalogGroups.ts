import { RELATION_CHILD_OF } from '@backstage/catalog-model';
import type { z } from 'zod';
import { refOf, sourceOf, targetsOf } from './entityRow';
import { groupRow } from './groupRow';
import { leadCandidates } from './leadCandidates';
import type { CatalogGroupBody, Collector } from './types';

/** The catalog's groups: the teams, whose sub-team each one is, and who may lead it. */
export const catalogGroups: Collector<z.infer<typeof groupRow>> = {
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
  why: 'To know the teams, their parents, their leads and their targets',
  documentation: null,
  required: 'always',
  refuseEmpty: 'not-again',
  doubtLoss: 'tenth',
  followed: true,
  row: groupRow,
  toRecords(group) {
    const { metadata, spec } = group;
    const leads = leadCandidates(group);
    const parents = targetsOf(group, RELATION_CHILD_OF);
    const source = sourceOf(group);
    const body: CatalogGroupBody = {
      title: metadata.title || spec?.profile?.displayName || metadata.name,
      parentRef: parents[0] ?? null,
      target: metadata.annotations?.['entra-mfa/target'] || null,
      ...(leads && { leads }),
      ...(parents.length > 1 && { parentRefs: parents }),
      ...(source && { source }),
    };
    return [{ key: refOf(group), body: { ...body } }];
  },
};
