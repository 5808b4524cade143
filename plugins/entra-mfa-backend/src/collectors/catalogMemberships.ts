import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import {
  entityRow,
  pairKey,
  refOf,
  targetsOf,
  type EntityRow,
} from './entityRow';
import type { CatalogMembershipBody, Collector } from './types';

/** Who is a member of which team, from the users' own relations. */
export const catalogMemberships: Collector<EntityRow> = {
  id: 'catalog-memberships',
  title: 'Memberships of the catalog',
  source: 'catalog',
  endpoint: 'User',
  query: { fields: 'kind,metadata.name,metadata.namespace,relations' },
  pace: 'catalog',
  permission: null,
  licence: null,
  why: 'To know who belongs to which team',
  documentation: null,
  required: true,
  row: entityRow,
  toRecords(user) {
    const userRef = refOf(user);
    return targetsOf(user, RELATION_MEMBER_OF).map(groupRef => {
      const body: CatalogMembershipBody = { userRef, groupRef };
      return { key: pairKey(userRef, groupRef), body: { ...body } };
    });
  },
};
