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
    .max({ snapshot: 'snapshot' })
    .as('d');
  const rows = await knex
    .from(lastOfDays)
    .join({ s: 'snapshot' }, join =>
      join
        .on('s.snapshot', 'd.snapshot')
        .andOnVal('s.tenant_id', view.tenantId),
    )
    .join({ c: 'coverage' }, join =>
      join
        .onVal('c.tenant_id', view.tenantId)
        .andOnVal('c.team_ref', teamRef)
        .andOn('c.from_snapshot', '<=', 's.snapshot')
        .andOn('c.to_snapshot', '>', 's.snapshot'),
    )
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
