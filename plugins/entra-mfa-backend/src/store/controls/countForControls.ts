import type { Knex } from 'knex';
import type { PrivilegedFacts } from '../../assess/controls/types';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import type { ReviewRow } from '../sql/tables';
import { toDateOrNull } from '../sql/instant';
import { addUpPrivileged, type PrivilegedGroup } from './addUpPrivileged';
import {
  hasJoinedIn,
  hasLeftBy,
  privileged,
  readLost,
  those,
  type PeopleCondition,
  type Window,
} from './peopleForControls';

const peopleAt = (knex: Knex, view: SnapshotView) =>
  knex({ p: 'person' }).where(versionAt(view, 'p'));

/** What privileged people in scope are, each once. */
export async function countPrivileged(
  knex: Knex,
  view: SnapshotView,
): Promise<PrivilegedFacts> {
  const groups: PrivilegedGroup[] = await privileged(peopleAt(knex, view))
    .groupBy('p.state', 'p.tier', 'p.marks')
    .select('p.state', 'p.tier', 'p.marks', knex.raw('count(*) as people'));
  return addUpPrivileged(groups);
}

/** Who joined and who left, as it is counted. */
export interface JoinersAndLeavers {
  /** Counted accounts that were made in a time, and how many of them are uncovered. */
  joiners: { people: number; without: number };
  /** Whose leave date is over, and how many of them can still sign in; null where leave dates are not read. */
  leavers: { people: number; enabled: number } | null;
}

/** Counts who joined and who left. No index leads to either, so that both are found in one pass. */
export async function countJoinersAndLeavers(
  knex: Knex,
  view: SnapshotView,
  asked: { joined: Window; left: Date | null },
): Promise<JoinersAndLeavers> {
  const joined = hasJoinedIn(asked.joined);
  const left = asked.left && hasLeftBy(asked.left);
  const sumOf = (condition: PeopleCondition | null) =>
    condition
      ? knex.raw(
          `sum(case when ${condition.sql} then 1 else 0 end)`,
          condition.bindings,
        )
      : knex.raw('0');
  const rows: {
    state: string;
    enabled: boolean | number | null;
    joiners: number | string;
    leavers: number | string;
  }[] = await peopleAt(knex, view)
    .where(either => {
      those(joined)(either);
      if (left) either.orWhereRaw(left.sql, left.bindings);
    })
    .groupBy('p.state', 'p.enabled')
    .select('p.state', 'p.enabled', {
      joiners: sumOf(joined),
      leavers: sumOf(left),
    });
  const sum = (of: 'joiners' | 'leavers', some: typeof rows) =>
    some.reduce((people, row) => people + Number(row[of]), 0);
  return {
    joiners: {
      people: sum('joiners', rows),
      without: sum(
        'joiners',
        rows.filter(({ state }) => state === 'uncovered'),
      ),
    },
    leavers: left && {
      people: sum('leavers', rows),
      enabled: sum(
        'leavers',
        rows.filter(({ enabled }) => enabled),
      ),
    },
  };
}

/**
 * How many are uncovered since after one time and not after another, because they lost a registration: see
 * {@link readLost}.
 */
export async function countLost(
  knex: Knex,
  view: SnapshotView,
  window: Window,
): Promise<number> {
  return (await readLost(knex, view, window)).length;
}

/** When a review of who changed or carries a risk was closed last, up to a time: one of a role or group is of a part. */
export async function readLastReviewClosed(
  knex: Knex,
  tenantId: string,
  at: Date,
): Promise<Date | null> {
  const row = await knex<ReviewRow>('review')
    .where({ tenant_id: tenantId, scope_kind: 'risks' })
    .andWhere('closed_at', '<=', at)
    .orderBy('closed_at', 'desc')
    .first('closed_at');
  return toDateOrNull(row?.closed_at ?? null);
}
