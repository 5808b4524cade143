import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect';
import { toDate } from '../sql/instant';
import { lastBegan } from '../asOf/lastBegan';
import type { SnapshotView } from '../asOf/types';

/** One point of a trend: the last snapshot of a day. */
export interface SeriesRow {
  snapshot: number;
  at: Date;
  rulesVersion: string;
  covered: number;
  uncovered: number;
  inScope: number;
  phoneOnly: number;
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
  const days = await readLastOfDays(knex, view, since);
  const lines = await readLinesAt(
    knex,
    { tenantId: view.tenantId, teamRef },
    days.map(({ snapshot }) => snapshot),
  );
  let last = -1;
  return days.flatMap(day => {
    while (lines[last + 1]?.from <= day.snapshot) {
      last += 1;
    }
    const line = lines[last];
    return line && line.to > day.snapshot
      ? [
          {
            ...day,
            covered: line.covered,
            uncovered: line.uncovered,
            inScope: line.inScope,
            phoneOnly: line.phoneOnly,
          },
        ]
      : [];
  });
}

type Day = Pick<SeriesRow, 'snapshot' | 'at' | 'rulesVersion'>;

async function readLastOfDays(
  knex: Knex,
  { tenantId, snapshot }: SnapshotView,
  since: Date,
): Promise<Day[]> {
  const day = isPostgres(knex)
    ? "date_trunc('day', at at time zone 'UTC')"
    : 'at / 86400000';
  const rows = await knex({ s: 'snapshot' })
    .where('s.tenant_id', tenantId)
    .whereIn(
      's.snapshot',
      knex('snapshot')
        .where('tenant_id', tenantId)
        .andWhere('snapshot', '<=', snapshot)
        .andWhere('at', '>=', since)
        .groupByRaw(day)
        .max('snapshot'),
    )
    .orderBy('s.snapshot')
    .select({
      snapshot: 's.snapshot',
      at: 's.at',
      rulesVersion: 's.rules_version',
    });
  return rows.map(row => ({ ...row, at: toDate(row.at) }));
}

interface Line {
  from: number;
  to: number;
  covered: number;
  uncovered: number;
  inScope: number;
  phoneOnly: number;
}

/** The lines that were true at some snapshots. */
async function readLinesAt(
  knex: Knex,
  { tenantId, teamRef }: { tenantId: string; teamRef: string },
  snapshots: readonly number[],
): Promise<Line[]> {
  const each = isPostgres(knex)
    ? knex.raw('unnest(?::integer[]) as s(value)', [[...snapshots]])
    : knex.raw('json_each(?) as s', [JSON.stringify(snapshots)]);
  const began = lastBegan(knex, tenantId, teamRef, knex.ref('s.value'));
  return knex({ c: 'coverage' })
    .where({ 'c.tenant_id': tenantId, 'c.team_ref': teamRef })
    .whereIn(
      'c.from_snapshot',
      knex.from(each).select(knex.raw('(?)', [began])),
    )
    .orderBy('c.from_snapshot')
    .select({
      from: 'c.from_snapshot',
      to: 'c.to_snapshot',
      covered: 'c.covered',
      uncovered: 'c.uncovered',
      inScope: 'c.in_scope',
      phoneOnly: 'c.phone_only',
    });
}
