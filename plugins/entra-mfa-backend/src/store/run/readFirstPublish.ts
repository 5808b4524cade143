import type { Knex } from 'knex';
import { toDateOrNull } from '../sql/instant';
import type { SnapshotRow } from '../sql/tables';

/** When a tenant was published for the first time; null where it was not. */
export async function readFirstPublish(
  knex: Knex,
  tenantId: string,
): Promise<Date | null> {
  const first = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId })
    .orderBy('snapshot')
    .first('at');
  return toDateOrNull(first?.at ?? null);
}
