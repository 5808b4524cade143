import type { Knex } from 'knex';
import { isPostgres } from '../dialect';
import { toDate } from '../instant';
import type { SnapshotView } from './types';

/** One point of a trend: the last snapshot of a day. */
export interface SeriesRow {
  snapshot: number;
  at: Date;
  rulesVersion: string;
  covered: number;
  uncovered: number;
  inScope: number;
}

/**
 * The history of a line of counts up to a snapshot: the last snapshot of each day (UTC).
 *
 * @param teamRef - empty for the tenant
 * @param since - the first day
 */
export async function readSeries(
  knex: Knex,
  view: SnapshotView,
  teamRef: string,
  since: Date,
): Promise<SeriesRow[]> {
  const day = isPostgres(knex)
    ? "date_trunc('day', at at time zone 'UTC')"
    : 'at / 86400000';
  const lastOfDays = knex('snapshot')
    .where('tenant_id', view.tenantId)
    .andWhere('snapshot', '<=', view.snapshot)
    .andWhere('at', '>=', since)
    .groupByRaw(day)
    .max('snapshot');
  const began = knex.raw('(?)', [
    knex({ v: 'coverage' })
      .where({ 'v.tenant_id': view.tenantId, 'v.team_ref': teamRef })
      .whereRaw('v.from_snapshot <= s.snapshot')
      .max('v.from_snapshot'),
  ]);
  const rows = await knex({ s: 'snapshot' })
    .join({ c: 'coverage' }, join =>
      join
        .onVal('c.tenant_id', view.tenantId)
        .andOnVal('c.team_ref', teamRef)
        .andOn('c.to_snapshot', '>', 's.snapshot')
        // The one version that began last: found by the key, not by going through all of them.
        .andOn('c.from_snapshot', '=', began),
    )
    .where('s.tenant_id', view.tenantId)
    .whereIn('s.snapshot', lastOfDays)
    .orderBy('s.snapshot')
    .select({
      snapshot: 's.snapshot',
      at: 's.at',
      rulesVersion: 's.rules_version',
      covered: 'c.covered',
      uncovered: 'c.uncovered',
      inScope: 'c.in_scope',
    });
  return rows.map(row => ({ ...row, at: toDate(row.at) }));
}
