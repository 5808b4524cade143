import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { daysAfter, dayOf } from '../../assess/exceptions/days';
import { nextReviewDay } from '../../assess/reviews/reviewDays';
import { kindOf } from '../../problems/SyncFailedError';
import { readNewestNumber, readSnapshot } from '../../store/asOf/readSnapshot';
import {
  advanceSchedule,
  readSchedules,
  type ScheduleWithUsers,
} from '../../store/reviews/schedules';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { openFrom } from './openFrom';
import { scopeIn } from './scopeIn';
import { waitOf } from './tellSchedules';

/** What the opener needs. */
export interface ReviewOpenerOptions
  extends Pick<ReadContext, 'knex' | 'config' | 'clock'> {
  logger: LoggerService;
}

/** Opens the reviews of schedules, each once, whichever replica is faster. */
export class ReviewOpener {
  readonly #options: ReviewOpenerOptions;

  constructor(options: ReviewOpenerOptions) {
    this.#options = options;
  }

  /** Opens what is to be opened in a tenant. A failure is told in the log, and the next time goes on. */
  async open(tenantId: string): Promise<void> {
    const { knex, logger } = this.#options;
    try {
      const schedules = await readSchedules(knex, tenantId);
      const running = schedules.filter(({ state }) => state === 'running');
      for (const schedule of running) {
        const found = await this.#newest(tenantId);
        if (found && (await waitOf(this.#options, found, schedule)) === null) {
          await this.#open(schedule, found).catch(unlessFaster);
        }
      }
    } catch (error) {
      logger.warn(
        `Not every access review of tenant ${tenantId} that is opened again and again was opened (${kindOf(
          error,
        )}); it goes on in some minutes.`,
      );
    }
  }

  /** As a past one: a review is opened of it, whatever is published meanwhile. */
  async #newest(tenantId: string): Promise<Found | null> {
    const { knex } = this.#options;
    const number = await readNewestNumber(knex, tenantId);
    const snapshot = await readSnapshot(knex, tenantId, number);
    return (
      snapshot && {
        snapshot,
        view: { tenantId, snapshot: number, newest: false },
      }
    );
  }

  async #open(row: ScheduleWithUsers, found: Found): Promise<void> {
    const { clock } = this.#options;
    const today = dayOf(clock.now());
    const { scope_kind: kind, scope_id: id, due_days: dueDays } = row;
    const of = { firstDay: row.first_day, every: row.every };
    await openFrom(this.#options, found, {
      title: `${row.title}, ${row.next_day}`,
      userRef: row.created_by,
      ...(await scopeIn(this.#options, found, { kind, id: id || undefined })),
      reviewers: { kind: row.reviewers_kind, users: row.users },
      dueOn: dueDays === null ? null : daysAfter(today, dueDays),
      schedule: {
        id: row.schedule_id,
        claim: (trx, review) =>
          advanceSchedule(trx, row, {
            review,
            nextDay: nextReviewDay(of, today),
          }),
      },
    });
  }
}

/** Another replica, or somebody, was faster: one is open. */
function unlessFaster(error: unknown): void {
  if (!isError(error) || error.name !== 'ConflictError') {
    throw error;
  }
}
