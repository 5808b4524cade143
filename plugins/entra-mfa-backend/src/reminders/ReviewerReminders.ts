import type {
  LoggerService,
  RootSystemMetadataService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { dayOf } from '../assess/exceptions/days';
import { isReviewerToldOn } from '../assess/reviews/reviewDays';
import type { EntraMfaConfig } from '../config/types';
import { hasNotifications } from '../notifications/hasNotifications';
import { kindOf } from '../problems/SyncFailedError';
import { readReviewers } from '../store/reviews/countReviewers';
import {
  readReviewsToDecide,
  type ReviewWithSnapshot,
} from '../store/reviews/readReviews';
import { insertReminded, readReminded } from '../store/reviews/reviewReminders';
import { reviewerNotice } from './reviewerNotice';

/** What the sender needs. */
export interface ReviewerRemindersOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  notifications: NotificationService;
  plugins: RootSystemMetadataService;
  notify: Pick<EntraMfaConfig['notify'], 'pagePath'>;
}

/**
 * Tells reviewers through the portal's notifications what waits for them: once at first, then on days around the one
 * until which it is to be decided. One replica does it at a time, and who was told is kept.
 */
export class ReviewerReminders {
  readonly #options: ReviewerRemindersOptions;

  constructor(options: ReviewerRemindersOptions) {
    this.#options = options;
  }

  /** Tells whoever is to be told now of a tenant. A failure is told in the log, and the next time goes on. */
  async send(tenantId: string, signal?: AbortSignal): Promise<void> {
    const { knex, logger, plugins } = this.#options;
    try {
      if (!(await hasNotifications(plugins))) {
        return;
      }
      for (const review of await readReviewsToDecide(knex, tenantId)) {
        await this.#sendOf(review, signal);
      }
    } catch (error) {
      logger.warn(
        `Not every reviewer of an access review of tenant ${tenantId} was told (${kindOf(
          error,
        )}); it goes on in some minutes. Check that the notifications plugin of this portal is well.`,
      );
    }
  }

  /** Each is put on record as soon as they are told. Sent again, a reminder takes the place of the one before. */
  async #sendOf(
    row: ReviewWithSnapshot,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { knex, clock, notifications, notify } = this.#options;
    const { tenant_id: tenantId, review, snapshot, due_on: dueOn } = row;
    const today = dayOf(clock.now());
    const then = { tenantId, snapshot, newest: false };
    const reviewers = await readReviewers(knex, { review, then });
    const waiting = reviewers.filter(({ open }) => open > 0);
    const told = await readReminded(
      knex,
      { tenantId, review },
      waiting.map(({ ref }) => ref),
    );
    for (const reviewer of waiting) {
      const { ref } = reviewer;
      if (signal?.aborted) {
        return;
      }
      if (isReviewerToldOn({ today, dueOn, told: told.get(ref) ?? [] })) {
        await notifications.send(reviewerNotice(row, reviewer, today, notify));
        await insertReminded(knex, {
          tenant_id: tenantId,
          review,
          reviewer_ref: ref,
          day: today,
          sent_at: clock.now(),
        });
      }
    }
  }
}
