import type { Knex } from 'knex';
import type { SnapshotView } from '../../asOf/types';
import type { Reacher } from './reachOf';
import { serviceQuery } from './serviceQuery';

/** How many are of one kind, lifecycle and tier, and reached in one way. */
export interface ServiceGroupRow {
  kind: string;
  lifecycle: string | null;
  tier: string | null;
  path: number | null;
  count: number;
}

/** Counts all that is owned, or all that somebody reaches. */
export async function countServices(
  knex: Knex,
  view: SnapshotView,
  reacher: Reacher | null,
): Promise<ServiceGroupRow[]> {
  const by = [
    'e.kind',
    'e.lifecycle',
    'e.tier',
    ...(reacher ? ['r.path'] : []),
  ];
  const rows: (Omit<ServiceGroupRow, 'count'> & { count: number | string })[] =
    await serviceQuery(knex, view, reacher)
      .groupBy(by)
      .select(by)
      .count({ count: '*' });
  return rows
    .map(row => ({ ...row, path: row.path ?? null, count: Number(row.count) }))
    .sort((a, b) => b.count - a.count || compare(a, b));
}

/** The database orders nulls its own way. */
function compare(a: ServiceGroupRow, b: ServiceGroupRow): number {
  const [left, right] = [a, b].map(({ kind, lifecycle, tier, path }) =>
    JSON.stringify([kind, lifecycle, tier, path]),
  );
  return left < right ? -1 : 1;
}
