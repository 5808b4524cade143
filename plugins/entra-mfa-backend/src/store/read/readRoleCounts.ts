import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** How many people of one state have a role in one way. */
export interface RoleCountRow {
  roleId: string;
  /** Whether they hold it now. */
  active: boolean;
  /** Whether they can activate it. */
  eligible: boolean;
  state: string;
  people: number;
}

/** Counts who has each role at a snapshot; who both holds it and can activate it comes once. */
export async function readRoleCounts(
  knex: Knex,
  view: SnapshotView,
): Promise<RoleCountRow[]> {
  const is = (kind: string) =>
    knex.raw('max(case when r.kind = ? then 1 else 0 end)', [kind]);
  const held = knex({ r: 'person_role' })
    .where(versionAt(view, 'r'))
    .groupBy('r.role_id', 'r.object_id')
    .select({
      role_id: 'r.role_id',
      object_id: 'r.object_id',
      active: is('active'),
      eligible: is('eligible'),
    });
  const rows = await knex
    .from(held.as('h'))
    .join({ p: 'person' }, 'p.object_id', 'h.object_id')
    .where(versionAt(view, 'p'))
    .groupBy('h.role_id', 'h.active', 'h.eligible', 'p.state')
    .select('h.role_id', 'h.active', 'h.eligible', 'p.state')
    .count({ people: '*' });
  return rows.map(row => ({
    roleId: String(row.role_id),
    active: Number(row.active) === 1,
    eligible: Number(row.eligible) === 1,
    state: String(row.state),
    people: Number(row.people),
  }));
}
