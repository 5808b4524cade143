import type { Knex } from 'knex';
import type { SnapshotView } from './types';
import { versionAt } from './versionAt';

/**
 * The condition that a line of `coverage` was a team's at a snapshot. Teams change often, so of a past
 * snapshot the one line that began last is found by its key, not by going through all of the team's.
 *
 * @param names - the alias of the table, and the column that holds the team's ref
 */
export function coverageAt(
  knex: Knex,
  view: SnapshotView,
  { coverage, teamRef }: { coverage: string; teamRef: string },
): Knex.QueryCallback {
  if (view.newest) {
    return versionAt(view, coverage);
  }
  const began = knex({ v: 'coverage' })
    .where('v.tenant_id', view.tenantId)
    .whereRaw('v.team_ref = ??', [teamRef])
    .andWhere('v.from_snapshot', '<=', view.snapshot)
    .max('v.from_snapshot');
  return query =>
    query
      .where(`${coverage}.tenant_id`, view.tenantId)
      .andWhere(`${coverage}.from_snapshot`, began)
      .andWhere(`${coverage}.to_snapshot`, '>', view.snapshot);
}
