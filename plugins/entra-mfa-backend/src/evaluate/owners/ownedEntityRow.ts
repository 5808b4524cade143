import { parseEntityRef } from '@backstage/catalog-model';
import { ownerSetKey } from '../../assess/owners/ownerSetKey';
import type { CatalogOwnershipBody } from '../../collectors/types';
import type { OwnedEntityRow } from '../../store/sql/tables';
import { sortName } from '../../store/sql/sortName';

/** What one assessment says of an entity that is owned. */
export type NewOwnedEntityRow = Omit<
  OwnedEntityRow,
  'tenant_id' | 'from_snapshot' | 'to_snapshot'
>;

/** Makes the row of an entity. */
export function ownedEntityRow(
  body: CatalogOwnershipBody,
  ownerRefs: readonly string[],
): NewOwnedEntityRow {
  const { kind, name } = parseEntityRef(body.entityRef);
  const title = body.title ?? name;
  return {
    entity_ref: body.entityRef,
    owner_set: ownerSetKey(ownerRefs),
    title,
    sort_name: sortName(title),
    kind,
    type: body.type,
    lifecycle: asLongAsFits(body.lifecycle),
    tier: asLongAsFits(body.tier ?? null),
    system_ref: body.systemRef ?? null,
  };
}

/** The catalog has no limit for them; the columns do, because lists are filtered by them. */
function asLongAsFits(text: string | null): string | null {
  return text === null ? null : text.slice(0, 255);
}
