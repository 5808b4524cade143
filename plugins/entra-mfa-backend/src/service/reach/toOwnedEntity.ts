import type { ownedEntitySchema } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { z } from 'zod';
import type { ServiceRow } from '../../store/read/reach/serviceQuery';

/** Something that is owned, as the contract tells it. */
export function toOwnedEntity(
  row: ServiceRow,
): z.infer<typeof ownedEntitySchema> {
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
