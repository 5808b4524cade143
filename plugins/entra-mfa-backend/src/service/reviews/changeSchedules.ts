import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { ReviewSchedule } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dayOf } from '../../assess/exceptions/days';
import { nextDayWith } from '../../assess/reviews/reviewDays';
import {
  changeSchedule as storeChange,
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
    version: 1,
  });
  return one(await tellSchedules(context, found), id);
}

/**
 * Changes what the next reviews of a schedule are opened with; those that were opened stay as they are.
 *
 * @throws ConflictError where somebody changed it since it was looked at, or it is stopped
 */
export async function changeSchedule(
  context: ReadContext,
  { id, tenant }: { id: string; tenant?: string },
  body: BodyOf<'changeReviewSchedule'>,
  by: string,
): Promise<ReviewSchedule> {
  const { knex, clock } = context;
  const { found, row } = await toActOn(context, id, tenant);
  if (row.state === 'stopped') {
    throw new ConflictError(
      'This schedule is stopped, and opens no further review: make another one',
    );
  }
  const at = clock.now();
  const { kind, users } = body.reviewers
    ? reviewersOf(body.reviewers)
    : { kind: row.reviewers_kind, users: row.users };
  const every = body.every ?? row.every;
  const isDone =
    body.version === row.version &&
    (await storeChange(
      knex,
      row,
      {
        title: body.title ?? row.title,
        reviewers_kind: kind,
        users,
        due_days: body.dueDays === undefined ? row.due_days : body.dueDays,
        every,
        next_day:
          every === row.every
            ? row.next_day
            : nextDayWith(
                { firstDay: row.first_day, nextDay: row.next_day, every },
                dayOf(at),
              ),
      },
      { by, at },
    ));
  if (!isDone) {
    throw new ConflictError(
      'This schedule changed meanwhile: load it again, look at what it says now, and change that',
    );
  }
  return one(await tellSchedules(context, found), id);
}

/** Opens no further review of a schedule; the one that is open stays. */
export async function stopReviews(
  context: ReadContext,
  { id, tenant }: { id: string; tenant?: string },
  by: string,
): Promise<ReviewSchedule> {
  const { knex, clock } = context;
  const { found } = await toActOn(context, id, tenant);
  const { tenantId } = found.view;
  const step = { by, at: clock.now() };
  if (!(await stopSchedule(knex, { tenantId, scheduleId: id }, step))) {
    throw new ConflictError('This schedule is stopped already');
  }
  return one(await tellSchedules(context, found), id);
}

async function toActOn(
  { knex, snapshots }: ReadContext,
  id: string,
  tenant: string | undefined,
) {
  await snapshots.tenantToActOn(tenant);
  const found = await snapshots.published(tenant);
  const rows = await readSchedules(knex, found.view.tenantId);
  const row = rows.find(({ schedule_id }) => schedule_id === id);
  if (!row) {
    throw new NotFoundError(
      'There is no such schedule of this tenant: GET /v1/reviews lists them',
    );
  }
  return { found, row };
}

function one(schedules: ReviewSchedule[], id: string): ReviewSchedule {
  return schedules.find(schedule => schedule.id === id)!;
}
