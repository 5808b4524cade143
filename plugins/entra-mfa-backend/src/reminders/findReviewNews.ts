import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { dayOf } from '../assess/exceptions/days';
import type { EntraMfaConfig } from '../config/types';
import type { Notice, NoticeFinder } from '../notifications/Notice';
import {
  readOpenReviews,
  type ReviewWithSnapshot,
} from '../store/reviews/readReviews';
import { linkOf } from './reviewerNotice';

/** What people switch off, if they do. */
const topics = {
  opened: 'MFA access review opened',
  overdue: 'MFA access review overdue',
};

/** Finds what who opened a review is told once: that a schedule opened one in their name, and that one is overdue. */
export function findReviewNews({
  knex,
  clock,
  notify,
}: {
  knex: Knex;
  clock: EntraMfaClock;
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'access reviews that were opened or are overdue',
    async *find(tenantId) {
      const today = dayOf(clock.now());
      const open = await readOpenReviews(knex, tenantId);
      yield open.flatMap(row => [
        ...(row.schedule_id === null ? [] : [newsOf(row, 'opened', notify)]),
        ...(row.due_on === null || row.due_on >= today
          ? []
          : [newsOf(row, 'overdue', notify)]),
      ]);
    },
  };
}

function newsOf(
  row: ReviewWithSnapshot,
  news: keyof typeof topics,
  { pagePath }: Pick<EntraMfaConfig['notify'], 'pagePath'>,
): Notice {
  const key = `review/${row.review}/${news}`;
  const words = {
    opened: {
      title: `Access review “${row.title}” was opened by its schedule`,
      description: `Its list is of the newest figures${
        row.due_on === null ? '' : `, and it is due on ${row.due_on}`
      }. Its reviewers are told.`,
    },
    overdue: {
      title: `Access review “${row.title}” was due on ${row.due_on} and is not closed`,
      description:
        'The page says which reviewers have people left, and who was given to nobody. Decide on those yourself, or close it with a reason.',
    },
  };
  return {
    key,
    send: {
      recipients: { type: 'entity', entityRef: [row.opened_by] },
      payload: {
        ...words[news],
        link: linkOf(row, pagePath),
        severity: 'normal',
        topic: topics[news],
        // Sent again, it replaces the notification instead of adding one.
        scope: `entra-mfa/${row.tenant_id}/${key}`,
      },
    },
  };
}
