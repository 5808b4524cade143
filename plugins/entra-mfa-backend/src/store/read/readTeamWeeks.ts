import type { Knex } from 'knex';
import type { WeekPoint } from '../../assess/weeksOf';
import { keyIn } from '../sql/keyIn';
import { lastBegan } from '../asOf/lastBegan';
import { readSnapshotAt } from '../asOf/readSnapshot';
import type { Snapshot, SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** The figure of a team at one point in time, and how many people it is about. */
export interface TeamWeek extends WeekPoint {
  inScope: number;
}

/**
 * The figures of teams at some points in time, oldest first. A team that was not there at a time has
 * no figure of it.
 *
 * @param times - oldest first
 */
export async function readTeamWeeks(
  knex: Knex,
  view: SnapshotView,
  teamRefs: readonly string[],
  times: readonly Date[],
): Promise<Map<string, TeamWeek[]>> {
  const found = await Promise.all(
    times.map(time => readSnapshotAt(knex, view.tenantId, time)),
  );
  const snapshots = new Map(
    found
      .filter(
        (snapshot): snapshot is Snapshot =>
          snapshot !== null && snapshot.number <= view.snapshot,
      )
      .map(snapshot => [snapshot.number, snapshot]),
  );
  const began = lastBegan(
    knex,
    view.tenantId,
    knex.ref('t.team_ref'),
    knex.ref('s.snapshot'),
  );
  const rows: {
    ref: string;
    snapshot: number;
    covered: number;
    uncovered: number;
    inScope: number;
  }[] = await knex({ t: 'team' })
    .join({ s: 'snapshot' }, 's.tenant_id', 't.tenant_id')
    .join({ c: 'coverage' }, join =>
      join
        .on('c.tenant_id', 't.tenant_id')
        .andOn('c.team_ref', 't.team_ref')
        .andOn('c.from_snapshot', '=', knex.raw('(?)', [began])),
    )
    .where(versionAt(view, 't'))
    .where(keyIn(knex, 't.team_ref', [...teamRefs]))
    .whereIn('s.snapshot', [...snapshots.keys()])
    .whereRaw('c.to_snapshot > s.snapshot')
    .orderBy('s.snapshot')
    .select({
      ref: 't.team_ref',
      snapshot: 's.snapshot',
      covered: 'c.covered',
      uncovered: 'c.uncovered',
      inScope: 'c.in_scope',
    });
  const weeks = new Map<string, TeamWeek[]>();
  for (const { ref, snapshot, ...counts } of rows) {
    const { at, rulesVersion } = snapshots.get(snapshot)!;
    const points = weeks.get(ref) ?? [];
    points.push({ at, rulesVersion, ...counts });
    weeks.set(ref, points);
  }
  return weeks;
}
