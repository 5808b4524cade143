import { entityRow, refOf, sourceOf, type EntityRow } from './entityRow';
import type { CatalogUserBody, Collector } from './types';

/** The catalog's users, with what joins them to the directory. */
export const catalogUsers: Collector<EntityRow> = {
  id: 'catalog-users',
  title: 'Users of the catalog',
  source: 'catalog',
  endpoint: 'User',
  query: {
    fields:
      'kind,metadata.name,metadata.namespace,metadata.title,metadata.annotations,spec.profile',
  },
  pace: 'catalog',
  permission: null,
  licence: null,
  why: 'To find the entity of each person, by the object id or else by mail',
  documentation: null,
  required: 'always',
  refuseEmpty: 'not-again',
  doubtLoss: 'tenth',
  followed: true,
  row: entityRow,
  toRecords(user) {
    const { metadata, spec } = user;
    const annotations = metadata.annotations ?? {};
    const email = spec?.profile?.email || annotations['microsoft.com/email'];
    const source = sourceOf(user);
    const body: CatalogUserBody = {
      displayName:
        spec?.profile?.displayName || metadata.title || metadata.name,
      objectId:
        annotations['graph.microsoft.com/user-id']?.toLowerCase() || null,
      email: email?.toLowerCase() || null,
      ...(source && { source }),
    };
    return [{ key: refOf(user), body: { ...body } }];
  },
};
