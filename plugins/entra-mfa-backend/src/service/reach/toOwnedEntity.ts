import type { OwnedEntity } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ServiceRow } from '../../store/read/reach/serviceQuery';

/** Something that is owned, as the contract tells it. */
export function toOwnedEntity(row: ServiceRow): OwnedEntity {
  return {
    ref: row.entity_ref,
    title: row.title,
    kind: row.kind,
    type: row.type,
    lifecycle: row.lifecycle,
    tier: row.tier,
    systemRef: row.system_ref,
  };
}
