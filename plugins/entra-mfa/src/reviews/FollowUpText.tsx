import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './reviews.module.css';

/** What became, since a review was closed, of whom access was to go from. */
export function FollowUpText({ review }: { review: Review }) {
  const { t } = useWords();
  const { followUp } = review;
  if (!followUp || followUp.toRemove === 0) return null;
  const { toRemove, removed, still, notKnown } = followUp;
  return (
    <p className={styles.incomplete}>
      {t('reviews.followUp.toRemove', { count: toRemove })}{' '}
      {notKnown > 0
        ? t('reviews.followUp.notKnown')
        : t('reviews.followUp.now', { removed, still })}
    </p>
  );
}
