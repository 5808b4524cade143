import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { ReviewSchedule } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dayOf } from '../../assess/exceptions/days';
import {
  insertSchedule,
  readSchedules,
  stopSchedule,
} from '../../store/reviews/schedules';
import type { BodyOf, ReadContext } from '../types';
import { reviewersOf } from './reviewersOf';
import { scopeIn } from './scopeIn';
import { tellSchedules } from './tellSchedules';

/** Has a review opened again and again. */
export async function createSchedule(
  context: ReadContext,
  body: BodyOf<'createReviewSchedule'>,
  by: string,
): Promise<ReviewSchedule> {
  const { knex, clock, snapshots } = context;
  await snapshots.tenantToActOn(body.tenant);
  const found = await snapshots.published(body.tenant);
  const { tenantId } = found.view;
  const now = clock.now();
  if (body.firstDay < dayOf(now)) {
    throw new InputError(
      `Parameter 'firstDay' is wrong: it must not be before today, ${dayOf(
        now,
      )}`,
    );
  }
  const { scope } = await scopeIn(context, found, body.scope);
  const { kind, users } = reviewersOf(body.reviewers);
  const id = randomUUID();
  await insertSchedule(knex, {
    tenant_id: tenantId,
    schedule_id: id,
    title: body.title,
    ...scope,
    reviewers_kind: kind,
    users,
    due_days: body.dueDays,
    every: body.every,
    first_day: body.firstDay,
    next_day: body.firstDay,
    state: 'running',
    last_review: null,
    created_by: by,
    created_at: now,
    changed_by: by,
    changed_at: now,
  });
  return one(await tellSchedules(context, found), id);
}

/** Opens no further review of a schedule; the one that is open stays. */
export async function stopReviews(
  context: ReadContext,
  { id, tenant }: { id: string; tenant?: string },
  by: string,
): Promise<ReviewSchedule> {
  const { knex, clock, snapshots } = context;
  await snapshots.tenantToActOn(tenant);
  const found = await snapshots.published(tenant);
  const { tenantId } = found.view;
  const rows = await readSchedules(knex, tenantId);
  if (!rows.some(row => row.schedule_id === id)) {
    throw new NotFoundError(
      'There is no such schedule of this tenant: GET /v1/reviews lists them',
    );
  }
  const step = { by, at: clock.now() };
  if (!(await stopSchedule(knex, { tenantId, scheduleId: id }, step))) {
    throw new ConflictError('This schedule is stopped already');
  }
  return one(await tellSchedules(context, found), id);
}

function one(schedules: ReviewSchedule[], id: string): ReviewSchedule {
  return schedules.find(schedule => schedule.id === id)!;
}
