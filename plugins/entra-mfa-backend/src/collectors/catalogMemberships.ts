import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { z } from 'zod';
import { entityRow, pairKey, refOf, targetsOf } from './entityRow';
import type { CatalogMembershipBody, Collector } from './types';

/** A User with the teams that it says itself. */
const memberRow = entityRow.extend({
  spec: z.object({ memberOf: z.array(z.string()).nullish() }).nullish(),
});

/** Who is a member of which team, from the users' own relations. */
export const catalogMemberships: Collector<z.infer<typeof memberRow>> = {
  id: 'catalog-memberships',
  title: 'Memberships of the catalog',
  source: 'catalog',
  endpoint: 'User',
  query: {
    fields: 'kind,metadata.name,metadata.namespace,spec.memberOf,relations',
  },
  pace: 'catalog',
  permission: null,
  licence: null,
  why: 'To know who belongs to which team',
  documentation: null,
  required: 'always',
  refuseEmpty: 'not-again',
  doubtLoss: 'or-vanish',
  row: memberRow,
  toRecords(user) {
    const userRef = refOf(user);
    const own = new Set(user.spec?.memberOf?.map(text => groupOf(text, user)));
    return targetsOf(user, RELATION_MEMBER_OF).map(groupRef => {
      const body: CatalogMembershipBody = {
        userRef,
        groupRef,
        ...(!own.has(groupRef) && { byGroup: true }),
      };
      return { key: pairKey(userRef, groupRef), body: { ...body } };
    });
  },
};

/** What the catalog makes of the name of a group in a User; a name that it cannot read stays as it is. */
function groupOf(
  text: string,
  { metadata }: Pick<z.infer<typeof memberRow>, 'metadata'>,
): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'group',
        defaultNamespace: metadata.namespace || DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return text;
  }
}
