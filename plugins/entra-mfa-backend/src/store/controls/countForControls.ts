import type { Knex } from 'knex';
import type { PrivilegedFacts } from '../../assess/controls/types';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import type { ReviewRow } from '../sql/tables';
import { toDateOrNull } from '../sql/instant';
import { addUpPrivileged, type PrivilegedGroup } from './addUpPrivileged';
import {
  joinedIn,
  leftBy,
  privileged,
  readLost,
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

/** Counted accounts that were made after one time and not after another, and how many of them are uncovered. */
export async function countJoiners(
  knex: Knex,
  view: SnapshotView,
  window: Window,
): Promise<{ people: number; without: number }> {
  const rows: { state: string; people: number | string }[] = await joinedIn(
    window,
  )(peopleAt(knex, view))
    .groupBy('p.state')
    .select('p.state', knex.raw('count(*) as people'));
  const of = (wanted: string) =>
    Number(rows.find(({ state }) => state === wanted)?.people ?? 0);
  return {
    people: of('covered') + of('uncovered'),
    without: of('uncovered'),
  };
}

/** Whose leave date is over, and how many of them can still sign in. */
export async function countLeavers(
  knex: Knex,
  view: SnapshotView,
  at: Date,
): Promise<{ people: number; enabled: number }> {
  const rows: { enabled: boolean | number | null; people: number | string }[] =
    await leftBy(at)(peopleAt(knex, view))
      .groupBy('p.enabled')
      .select('p.enabled', knex.raw('count(*) as people'));
  const sum = (of: typeof rows) =>
    of.reduce((people, row) => people + Number(row.people), 0);
  return { people: sum(rows), enabled: sum(rows.filter(row => row.enabled)) };
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
