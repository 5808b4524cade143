import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { isAsked, type AskedSelection } from './readDue';

/** How many people a campaign is for: whom the portal can reach, and whom it cannot. */
export async function countAsked(
  knex: Knex,
  view: SnapshotView,
  selection: AskedSelection,
): Promise<{ hear: number; unreachable: number }> {
  const [row] = await knex({ p: 'person' })
    .where(isAsked(knex, view, selection))
    .count({ all: '*', hear: 'p.entity_ref' });
  return {
    hear: Number(row.hear),
    unreachable: Number(row.all) - Number(row.hear),
  };
}

/** The first people whom a campaign reaches, by name. */
export async function readAsked(
  knex: Knex,
  view: SnapshotView,
  selection: AskedSelection,
  limit: number,
): Promise<{ object_id: string; display_name: string; entity_ref: string }[]> {
  return knex({ p: 'person' })
    .where(isAsked(knex, view, selection))
    .whereNotNull('p.entity_ref')
    .orderBy(['p.privileged_rank', 'p.sort_name', 'p.object_id'])
    .limit(limit)
    .select('p.object_id', 'p.display_name', 'p.entity_ref');
}
