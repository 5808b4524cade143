import type { Knex } from 'knex';
import type { PersonChangeRow } from '../../sql/tables';
import type { SnapshotView } from '../../asOf/types';

/** What each snapshot up to one changed of a person. */
export async function readPersonSteps(
  knex: Knex,
  view: SnapshotView,
  objectId: string,
): Promise<PersonChangeRow[]> {
  return knex<PersonChangeRow>('person_change')
    .where({ tenant_id: view.tenantId, object_id: objectId })
    .andWhere('snapshot', '<=', view.snapshot)
    .orderBy('snapshot');
}
