import type { Knex } from 'knex';
import type { ControlStatusRow } from '../sql/tables';

/** A control that another status followed, and with which snapshot. */
export interface ControlChange {
  control: string;
  snapshot: number;
  before: ControlStatusRow['status'];
  after: ControlStatusRow['status'];
}

/** The controls whose status snapshots changed after one and up to another, in the order of the snapshots. */
export async function readControlChanges(
  knex: Knex,
  { tenantId, after, upTo }: { tenantId: string; after: number; upTo: number },
): Promise<ControlChange[]> {
  return knex<ControlStatusRow>({ c: 'control_status' })
    .join({ b: 'control_status' }, join =>
      join
        .on('b.tenant_id', 'c.tenant_id')
        .andOn('b.control', 'c.control')
        .andOn('b.to_snapshot', 'c.from_snapshot'),
    )
    .where('c.tenant_id', tenantId)
    .andWhere('c.from_snapshot', '>', after)
    .andWhere('c.from_snapshot', '<=', upTo)
    .andWhere('c.status', '<>', knex.ref('b.status'))
    .orderBy(['c.from_snapshot', 'c.control'])
    .select({
      control: 'c.control',
      snapshot: 'c.from_snapshot',
      before: 'b.status',
      after: 'c.status',
    });
}
