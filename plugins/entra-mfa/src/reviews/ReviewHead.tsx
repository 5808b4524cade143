import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { useWords } from '../messages/useWords';
import { FollowUpText } from './FollowUpText';
import { HandoverList } from './HandoverList';
import { ReviewerProgress } from './ReviewerProgress';
import { ReviewProgress } from './ReviewProgress';
import { ReviewScopeText } from './ReviewScopeText';
import styles from './reviews.module.css';

/** What a review is of, who opened and closed it, and how far it is. */
export function ReviewHead(props: {
  review: Review;
  /** Whether the reader may change its reviewers. */
  conducts?: boolean;
}) {
  const { review, conducts } = props;
  const { t, dayOf, momentOf } = useWords();
  const { opened, closed, compared, counts, rolesNotKnown, scope } = review;
  const ofRisks = scope.kind === 'risks';
  const what =
    compared.review === null
      ? t('reviews.comparedDays')
      : t('reviews.comparedReview', { number: String(compared.review) });
  return (
    <>
      <p className={`${styles.small} ${styles.lead}`}>
        {closed && (
          <>
            {t('reviews.state.closed', {
              date: dayOf(closed.at),
              user: <EntityName of={closed.by} />,
            })}
            {', '}
          </>
        )}
        {t('reviews.opened', {
          date: dayOf(opened.at),
          user: <EntityName of={opened.by} />,
        })}
        {'. '}
        {t('reviews.asOf', { moment: momentOf(review.snapshot.at) })}
        {ofRisks && (
          <>
            {' '}
            {t('reviews.compared', { date: dayOf(compared.since), what })}{' '}
            {t('reviews.noMethodAfter', { days: review.noMethodAfterDays })}
          </>
        )}
      </p>
      <ReviewScopeText review={review} />
      {scope.kind !== 'risks' && !closed && (
        <p className={styles.small}>
          {t(`reviews.question.${scope.kind}`)} {t('reviews.toDo')}
        </p>
      )}
      {ofRisks && rolesNotKnown > 0 && (
        <p className={styles.small}>
          {t('reviews.rolesNotKnown', { count: rolesNotKnown })}
        </p>
      )}
      <ReviewProgress counts={counts} />
      <ReviewerProgress review={review} gives={conducts} />
      <HandoverList review={review} />
      <FollowUpText review={review} />
      {closed?.reason && (
        <p className={styles.incomplete}>
          {t('reviews.openLeft', { count: counts.open })}.{' '}
          {t('reviews.closedIncomplete', { reason: closed.reason })}
        </p>
      )}
    </>
  );
}
