import { isError } from '@backstage/errors';
import type {
  ReviewSchedule,
  ReviewWait,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { scheduleWait } from '../../assess/reviews/scheduleWait';
import { readLastOutcome } from '../../store/read/readLastOutcome';
import { readGround } from '../../store/reminders/readGround';
import { readOpenReview } from '../../store/reviews/readReviews';
import {
  readSchedules,
  type ScheduleWithUsers,
} from '../../store/reviews/schedules';
import { toDate } from '../../store/sql/instant';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { scopeIn } from './scopeIn';

type Context = Pick<ReadContext, 'knex' | 'config' | 'clock'>;

/** The schedules of a tenant, and why each opens nothing now. */
export async function tellSchedules(
  context: Context,
  found: Found,
): Promise<ReviewSchedule[]> {
  const { knex } = context;
  const rows = await readSchedules(knex, found.view.tenantId);
  return Promise.all(
    rows.map(async row => toSchedule(row, await waitOf(context, found, row))),
  );
}

/** Why a schedule opens nothing now; null where the next look opens the next review, and where it is stopped. */
export async function waitOf(
  context: Context,
  found: Found,
  row: ScheduleWithUsers,
): Promise<ReviewWait | null> {
  if (row.state === 'stopped') {
    return null;
  }
  const { knex, clock } = context;
  const { tenant_id: tenantId, scope_kind, scope_id } = row;
  const [ground, outcome, open] = await Promise.all([
    readGround(knex, tenantId),
    readLastOutcome(knex, tenantId),
    readOpenReview(knex, tenantId, { scope_kind, scope_id }),
  ]);
  const isGood = outcome?.run.state === 'published';
  const wait = scheduleWait(
    {
      nextDay: row.next_day,
      ground,
      readAt: isGood ? toDate(outcome.run.started_at) : null,
      isOpen: open !== null,
    },
    clock.now(),
  );
  return wait ?? ((await isThere(context, found, row)) ? null : 'not-found');
}

async function isThere(
  context: Context,
  found: Found,
  { scope_kind: kind, scope_id: id }: ScheduleWithUsers,
): Promise<boolean> {
  try {
    await scopeIn(context, found, { kind, id: id || undefined });
    return true;
  } catch (error) {
    if (isError(error) && error.name === 'InputError') {
      return false;
    }
    throw error;
  }
}

/** A stored schedule as the contract tells it. */
function toSchedule(
  row: ScheduleWithUsers,
  waits: ReviewWait | null,
): ReviewSchedule {
  return {
    id: row.schedule_id,
    tenant: row.tenant_id,
    title: row.title,
    scope: {
      kind: row.scope_kind,
      id: row.scope_id || null,
      name: row.scope_name,
    },
    reviewers: { kind: row.reviewers_kind, users: row.users },
    dueDays: row.due_days,
    every: row.every,
    firstDay: row.first_day,
    nextDay: row.next_day,
    state: row.state,
    waits,
    lastReview: row.last_review,
    created: { by: row.created_by, at: toDate(row.created_at).toISOString() },
    changed: { by: row.changed_by, at: toDate(row.changed_at).toISOString() },
    version: row.version,
  };
}
