import type { Knex } from 'knex';
import type { StoredCounts } from '../../assess/types';
import type { TenantCounts } from '../../assess/TenantCounts';
import type { CoverageRow } from '../sql/tables';
import { coverageAt } from '../asOf/coverageAt';
import type { SnapshotView } from '../asOf/types';

/** The tenant's line of counts. */
export async function readTenantCounts(
  knex: Knex,
  view: SnapshotView,
): Promise<(StoredCounts & TenantCounts) | null> {
  return readLine(knex, view, '');
}

/** A team's line of counts, its sub-teams included. */
export async function readTeamCounts(
  knex: Knex,
  view: SnapshotView,
  teamRef: string,
): Promise<StoredCounts | null> {
  return readLine(knex, view, teamRef);
}

async function readLine(knex: Knex, view: SnapshotView, teamRef: string) {
  const row = await knex<CoverageRow>({ c: 'coverage' })
    .where('c.team_ref', teamRef)
    .andWhere(coverageAt(knex, view, { coverage: 'c', teamRef: 'c.team_ref' }))
    .first('c.counts');
  return row ? JSON.parse(row.counts) : null;
}
