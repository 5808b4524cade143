import type { Knex } from 'knex';
import type { SnapshotView } from '../../asOf/types';
import { serviceColumns, serviceQuery, type ServiceRow } from './serviceQuery';

/** One entity that is owned. */
export async function readService(
  knex: Knex,
  view: SnapshotView,
  entityRef: string,
): Promise<ServiceRow | null> {
  const row = await serviceQuery(knex, view, null)
    .where('e.entity_ref', entityRef)
    .first(serviceColumns(knex, false));
  return row ?? null;
}
