import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { STILL_TRUE, type OwnedEntityRow } from '../sql/tables';

/** Reads what the last snapshot says of some entities that are owned. */
export async function readOwnedEntities(
  knex: Knex,
  of: { tenantId: string; lastSnapshot: number },
  refs: readonly string[],
): Promise<OwnedEntityRow[]> {
  return knex<OwnedEntityRow>('owned_entity')
    .where({ tenant_id: of.tenantId, to_snapshot: STILL_TRUE })
    .where('from_snapshot', '<=', of.lastSnapshot)
    .where(keyIn(knex, 'entity_ref', refs))
    .select('*');
}
