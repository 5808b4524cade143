import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { daysBetween } from '../assess/exceptions/days';
import type { EntraMfaConfig } from '../config/types';
import type { ReviewRow } from '../store/sql/tables';

/** What people switch off, if they do. */
const TOPIC = 'MFA access review';

/** The page of a review, with whom the reader was asked to decide on. */
export function linkOf(
  { tenant_id: tenant, review }: Pick<ReviewRow, 'tenant_id' | 'review'>,
  pagePath: string,
  filter: Record<string, string> = {},
): string {
  const query = new URLSearchParams({ tenant, ...filter });
  return `${pagePath}/compliance/reviews/${review}?${query}`;
}

/** That a review waits for a reviewer: on how many people, and until when. It names nobody. */
export function reviewerNotice(
  review: Pick<ReviewRow, 'tenant_id' | 'review' | 'title' | 'due_on'>,
  { ref, open }: { ref: string; open: number },
  today: string,
  { pagePath }: Pick<EntraMfaConfig['notify'], 'pagePath'>,
): NotificationSendOptions {
  const left =
    review.due_on === null ? null : daysBetween(today, review.due_on);
  const people = open === 1 ? '1 person' : `${open} people`;
  return {
    recipients: { type: 'entity', entityRef: [ref] },
    payload: {
      title: `Access review “${review.title}”: decide on ${people}${whenOf(
        left,
        review.due_on,
      )}`,
      description:
        'Say of each whether they still need it. What you decide is kept with your name; it changes nothing in Entra by itself.',
      link: linkOf(review, pagePath, { reviewer: 'me', decision: 'open' }),
      severity: left !== null && left < 0 ? 'high' : 'normal',
      topic: TOPIC,
      // Each reminder takes the place of the one before.
      scope: `entra-mfa/${review.tenant_id}/review/${review.review}`,
    },
  };
}

function whenOf(left: number | null, dueOn: string | null): string {
  if (left === null) {
    return '';
  }
  return left < 0 ? `. It was due on ${dueOn}` : ` until ${dueOn}`;
}
