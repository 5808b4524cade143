import type {
  GapOutcome,
  PersonGapKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { gapRules, type GapRule } from '../../assess/remediation/gapRules';
import type { GapGroup } from '../../assess/remediation/tallyGaps';
import { toDate } from '../sql/instant';
import { STILL_TRUE } from '../sql/tables';
import type { SnapshotView } from '../asOf/types';
import { readKeptFrom } from '../asOf/keptFrom';
import { versionAt } from '../asOf/versionAt';
import { ofNoIndex } from '../sql/ofNoIndex';
import { PRIVILEGED_RANKS } from './privilegedRanks';

/** Which gaps are read. */
export interface GapsAsked {
  kind: PersonGapKind;
  /** People of this team and of those below it, as they belong at the snapshot; null for the tenant. */
  team: string | null;
  /** What was closed with this snapshot or before it is not told. */
  closedAfter: number;
}

/**
 * Gaps of people, as many rows as there are different times: nobody is told by id. They follow from the versions of
 * people as `gapsOf` says, in one statement.
 */
export async function readGaps(
  knex: Knex,
  view: SnapshotView,
  { kind, team, closedAfter }: GapsAsked,
): Promise<GapGroup[]> {
  const { tenantId, snapshot } = view;
  // What a cleaner may have removed already is told by nobody, so that nothing changes while it works.
  const { people_from } = await readKeptFrom(knex, tenantId);
  const standing = standingOf(gapRules[kind]);
  const upTo = knex.raw('case when h.to_snapshot <= ? then h.to_snapshot end', [
    snapshot,
  ]);
  const versions = knex({ h: 'person' })
    .where('h.tenant_id', tenantId)
    .andWhere('h.from_snapshot', '<=', snapshot)
    .andWhereRaw(`${ofNoIndex(knex, 'h.to_snapshot')} > ?`, [people_from])
    .whereIn('h.object_id', suspects(knex, view, kind, closedAfter))
    .select('h.object_id', 'h.from_snapshot', {
      ended: upTo,
      standing: knex.raw(standing.sql, standing.bindings),
      next_from: knex.raw(
        'lead(h.from_snapshot) over (partition by h.object_id order by h.from_snapshot)',
      ),
    });
  if (team !== null) {
    versions.whereIn(
      'h.object_id',
      knex({ m: 'person_team' })
        .where(versionAt(view, 'm'))
        .andWhere('m.team_ref', team)
        .select('m.object_id'),
    );
  }
  const rows: {
    opened_at: Date | string | number;
    closed_at: Date | string | number | null;
    outcome: GapOutcome | null;
    gaps: number | string;
  }[] = await knex
    .with('v', versions)
    .with('steps', query =>
      query
        .from('v')
        .whereNot('standing', 'silent')
        .select('object_id', { at: 'from_snapshot' }, 'standing')
        .unionAll(
          knex
            .from('v')
            .whereNotNull('ended')
            .whereRaw('(next_from is null or next_from > ended)')
            .select('object_id', { at: 'ended' }, knex.raw(`'left'`)),
        ),
    )
    .with('turns', query =>
      query.from('steps').select('object_id', 'at', 'standing', {
        was: knex.raw(
          `coalesce(lag(standing) over (partition by object_id order by at), 'silent')`,
        ),
      }),
    )
    .with('ends', query =>
      query
        .from('turns')
        .whereRaw(`(standing = 'open') <> (was = 'open')`)
        .select('standing', {
          opened: 'at',
          closed: knex.raw(
            'lead(at) over (partition by object_id order by at)',
          ),
          outcome: knex.raw(
            'lead(standing) over (partition by object_id order by at)',
          ),
        }),
    )
    // Few pairs of snapshots are left then, whichever way the database joins them.
    .with('pairs', query =>
      query
        .from('ends')
        .where('standing', 'open')
        .andWhere(either =>
          either.whereNull('closed').orWhere('closed', '>', closedAfter),
        )
        .groupBy('opened', 'closed', 'outcome')
        .select('opened', 'closed', 'outcome')
        .count({ gaps: '*' }),
    )
    .from({ g: 'pairs' })
    .join({ o: 'snapshot' }, join =>
      join.on('o.snapshot', 'g.opened').andOnVal('o.tenant_id', tenantId),
    )
    .leftJoin({ c: 'snapshot' }, join =>
      join.on('c.snapshot', 'g.closed').andOnVal('c.tenant_id', tenantId),
    )
    .orderBy(['g.opened', 'g.closed'])
    .select({
      opened_at: 'o.at',
      closed_at: 'c.at',
      outcome: 'g.outcome',
      gaps: 'g.gaps',
    });
  return rows.map(({ opened_at, closed_at, outcome, gaps }) => ({
    openedAt: toDate(opened_at),
    closed:
      closed_at === null
        ? null
        : { at: toDate(closed_at), outcome: outcome as GapOutcome },
    gaps: Number(gaps),
  }));
}

/**
 * Who can have such a gap that is open, or was closed in time. Indexes lead to them, so that the versions of nobody
 * else are looked at: whoever counted as not registered or was not known in that time, or was ever privileged.
 */
function suspects(
  knex: Knex,
  { tenantId, snapshot, newest }: SnapshotView,
  kind: PersonGapKind,
  closedAfter: number,
): Knex.QueryBuilder {
  const versions = (during: string) => {
    const found = knex({ x: 'person' })
      .where('x.tenant_id', tenantId)
      .whereRaw(`x.to_snapshot ${during}`)
      .select('x.object_id');
    // Of the newest snapshot, the indexes answer alone: there is hardly a later version, and one too many changes nothing.
    return newest ? found : found.where('x.from_snapshot', '<=', snapshot);
  };
  return kind === 'uncovered'
    ? versions(`> ${closedAfter}`).whereIn('x.state', ['uncovered', 'unknown'])
    : versions(`= ${STILL_TRUE}`)
        .whereIn('x.privileged_rank', PRIVILEGED_RANKS)
        .union(
          versions(`< ${STILL_TRUE}`).whereIn(
            'x.privileged_rank',
            PRIVILEGED_RANKS,
          ),
        );
}

/** The rules as SQL on the table `h` (person). */
function standingOf(rules: readonly GapRule[]): {
  sql: string;
  bindings: (string | boolean)[];
} {
  const bindings: (string | boolean)[] = [];
  const cases = rules.map(({ state, privileged, phoneOnly, standing }) => {
    const conditions: string[] = [];
    if (state !== undefined) {
      conditions.push('h.state = ?');
      bindings.push(state);
    }
    if (privileged !== undefined) {
      conditions.push('h.privileged = ?');
      bindings.push(privileged);
    }
    if (phoneOnly !== undefined) {
      conditions.push(
        `h.marks ${phoneOnly ? '' : 'not '}like '%"phone-only"%'`,
      );
    }
    bindings.push(standing);
    return `when ${conditions.join(' and ')} then ?`;
  });
  return { sql: `case ${cases.join(' ')} else 'silent' end`, bindings };
}
