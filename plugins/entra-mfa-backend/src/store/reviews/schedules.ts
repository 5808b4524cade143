import type { Knex } from 'knex';
import type { ReviewScheduleRow, ReviewScheduleUserRow } from '../sql/tables';

type ScheduleKey = Pick<ReviewScheduleRow, 'tenant_id' | 'schedule_id'>;

/** A schedule with the users whom it names. */
export type ScheduleWithUsers = ReviewScheduleRow & { users: string[] };

/** Keeps a new schedule. */
export async function insertSchedule(
  knex: Knex,
  { users, ...row }: ScheduleWithUsers,
): Promise<void> {
  await knex.transaction(async trx => {
    await trx<ReviewScheduleRow>('review_schedule').insert(row);
    await insertUsers(trx, row, users, row.created_at);
  });
}

async function insertUsers(
  trx: Knex.Transaction,
  { tenant_id, schedule_id }: ScheduleKey,
  users: readonly string[],
  named_at: ReviewScheduleUserRow['named_at'],
): Promise<void> {
  if (users.length > 0) {
    await trx<ReviewScheduleUserRow>('review_schedule_user').insert(
      users.map(reviewer_ref => ({
        ...{ tenant_id, schedule_id },
        ...{ reviewer_ref, named_at },
      })),
    );
  }
}

/**
 * Changes what a schedule says, once: whether it still was as it was looked at, and ran. The next review follows it; those
 * that were opened stay.
 */
export async function changeSchedule(
  knex: Knex,
  was: ReviewScheduleRow,
  changed: Pick<
    ScheduleWithUsers,
    'title' | 'reviewers_kind' | 'users' | 'due_days' | 'every' | 'next_day'
  >,
  step: { by: string; at: Date },
): Promise<boolean> {
  const { users, ...words } = changed;
  const { tenant_id, schedule_id, version, next_day } = was;
  return knex.transaction(async trx => {
    const done = await trx<ReviewScheduleRow>('review_schedule')
      // One that opened a review meanwhile has another day.
      .where({ tenant_id, schedule_id, version, next_day, state: 'running' })
      .update({
        ...words,
        version: version + 1,
        changed_by: step.by,
        changed_at: step.at,
      });
    if (done > 0) {
      await trx<ReviewScheduleUserRow>('review_schedule_user')
        .where({ tenant_id, schedule_id })
        .delete();
      await insertUsers(trx, was, users, step.at);
    }
    return done > 0;
  });
}

/** The schedules of a tenant: those that run first, then by their next day. */
export async function readSchedules(
  knex: Knex,
  tenantId: string,
): Promise<ScheduleWithUsers[]> {
  const rows = await knex<ReviewScheduleRow>('review_schedule')
    .where({ tenant_id: tenantId })
    .orderBy(['state', 'next_day', 'schedule_id']);
  const users = await knex<ReviewScheduleUserRow>('review_schedule_user')
    .where({ tenant_id: tenantId })
    .orderBy('reviewer_ref');
  return rows.map(row => ({
    ...row,
    users: users
      .filter(({ schedule_id }) => schedule_id === row.schedule_id)
      .map(({ reviewer_ref }) => reviewer_ref),
  }));
}

/** Says which review a schedule opened and when the next one is due, once, whoever is faster, with the words it has. */
export async function advanceSchedule(
  trx: Knex.Transaction,
  {
    tenant_id,
    schedule_id,
    next_day,
    version,
  }: ScheduleKey & Pick<ReviewScheduleRow, 'next_day' | 'version'>,
  to: { review: number; nextDay: string },
): Promise<boolean> {
  const changed = await trx<ReviewScheduleRow>('review_schedule')
    .where({ tenant_id, schedule_id, next_day, version, state: 'running' })
    .update({ last_review: to.review, next_day: to.nextDay });
  return changed > 0;
}

/** Stops a schedule, once; whether it ran. */
export async function stopSchedule(
  knex: Knex,
  of: { tenantId: string; scheduleId: string },
  step: { by: string; at: Date },
): Promise<boolean> {
  const changed = await knex<ReviewScheduleRow>('review_schedule')
    .where({
      tenant_id: of.tenantId,
      schedule_id: of.scheduleId,
      state: 'running',
    })
    .update({ state: 'stopped', changed_by: step.by, changed_at: step.at });
  return changed > 0;
}
