import type { Knex } from 'knex';
import { standingOf } from '../../assess/classifyChange';
import { unpackCondition } from '../../assess/condition';
import type { PrivilegedFacts } from '../../assess/controls/types';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import type { ReviewRow } from '../sql/tables';
import { toDateOrNull } from '../sql/instant';

const states = ['covered', 'uncovered', 'unknown', 'exempt'] as const;

/** What privileged people in scope are, each once. */
export async function countPrivileged(
  knex: Knex,
  view: SnapshotView,
): Promise<PrivilegedFacts> {
  const rows: {
    state: string;
    tier: string | null;
    marks: string;
    people: number | string;
  }[] = await knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere('p.privileged_rank', '<=', 0)
    .andWhere('p.privileged', true)
    .whereNot('p.state', 'out-of-scope')
    .groupBy('p.state', 'p.tier', 'p.marks')
    .select('p.state', 'p.tier', 'p.marks', knex.raw('count(*) as people'));
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, { people }) => total + Number(people), 0);
  const [covered, uncovered, unknown, exempt] = states.map(state =>
    sum(row => row.state === state),
  );
  return {
    covered,
    uncovered,
    unknown,
    exempt,
    phoneOnly: sum(
      ({ state, marks }) =>
        state !== 'exempt' && JSON.parse(marks).includes('phone-only'),
    ),
    phishingResistant: sum(({ tier }) => tier === 'phishing-resistant'),
  };
}

/** Counted accounts that were made after one time and not after another, and how many of them are uncovered. */
export async function countJoiners(
  knex: Knex,
  view: SnapshotView,
  { after, upTo }: { after: Date; upTo: Date },
): Promise<{ people: number; without: number }> {
  const rows: { state: string; people: number | string }[] = await knex({
    p: 'person',
  })
    .where(versionAt(view, 'p'))
    .whereIn('p.state', ['covered', 'uncovered'])
    .andWhere('p.created_at', '>', after)
    .andWhere('p.created_at', '<=', upTo)
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
  const left = () =>
    knex({ p: 'person' })
      .where(versionAt(view, 'p'))
      .andWhere('p.leave_at', '<=', at);
  const [all] = await left().count({ people: '*' });
  const [enabled] = await left()
    .andWhere('p.enabled', true)
    .count({ people: '*' });
  return { people: Number(all.people), enabled: Number(enabled.people) };
}

/**
 * Who is uncovered since after one time and not after another, because they lost a registration: not by another rule,
 * and not because it was never known.
 */
export async function countLost(
  knex: Knex,
  view: SnapshotView,
  { after, upTo }: { after: Date; upTo: Date },
): Promise<number> {
  const rows: {
    object_id: string;
    condition_before: number;
    condition_after: number;
  }[] = await knex({ p: 'person' })
    .join({ c: 'person_change' }, join =>
      join.on('c.tenant_id', 'p.tenant_id').andOn('c.object_id', 'p.object_id'),
    )
    .where(versionAt(view, 'p'))
    .andWhere('p.state', 'uncovered')
    .andWhere('p.since', '>', after)
    .andWhere('p.since', '<=', upTo)
    .andWhere('c.snapshot', '<=', view.snapshot)
    .andWhere('c.by_rules', false)
    .select('p.object_id', 'c.condition_before', 'c.condition_after');
  const standing = (packed: number) => {
    const condition = unpackCondition(packed);
    return condition && standingOf(condition);
  };
  return new Set(
    rows
      .filter(
        row =>
          standing(row.condition_before) === 'registered' &&
          standing(row.condition_after) !== 'registered',
      )
      .map(row => row.object_id),
  ).size;
}

/** When a review was closed last, up to a time. */
export async function readLastReviewClosed(
  knex: Knex,
  tenantId: string,
  at: Date,
): Promise<Date | null> {
  const row = await knex<ReviewRow>('review')
    .where({ tenant_id: tenantId })
    .andWhere('closed_at', '<=', at)
    .orderBy('closed_at', 'desc')
    .first('closed_at');
  return toDateOrNull(row?.closed_at ?? null);
}
