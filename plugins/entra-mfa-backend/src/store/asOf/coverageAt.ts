import type { Knex } from 'knex';
import { lastBegan } from './lastBegan';
import type { SnapshotView } from './types';
import { versionAt } from './versionAt';

/**
 * The condition that a line of `coverage` was a team's at a snapshot.
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
  const began = lastBegan(
    knex,
    view.tenantId,
    knex.ref(teamRef),
    view.snapshot,
  );
  return query =>
    query
      .where(`${coverage}.tenant_id`, view.tenantId)
      .andWhere(`${coverage}.from_snapshot`, began)
      .andWhere(`${coverage}.to_snapshot`, '>', view.snapshot);
}
