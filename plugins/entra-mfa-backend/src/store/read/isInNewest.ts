import type { Knex } from 'knex';
import { STILL_TRUE, type PersonRow } from '../sql/tables';
import type { SnapshotView } from '../asOf/types';

/** Whether the newest snapshot has somebody whom a view has. */
export async function isInNewest(
  knex: Knex,
  view: SnapshotView,
  objectId: string,
): Promise<boolean> {
  if (view.newest) {
    return true;
  }
  const row = await knex<PersonRow>('person')
    .where({
      tenant_id: view.tenantId,
      object_id: objectId,
      to_snapshot: STILL_TRUE,
    })
    .first('object_id');
  return row !== undefined;
}
