import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import { DueText } from './DueText';
import styles from './reviews.module.css';

/** What is reviewed, who is asked to decide, and until when; nothing where that is as it is without a choice. */
export function ReviewScopeText({ review }: { review: Review }) {
  const { t } = useWords();
  const { scope, reviewers, due } = review;
  if (scope.kind === 'risks' && reviewers.kind === 'conductor' && !due) {
    return null;
  }
  const kind = t(`reviews.scope.${scope.kind}`);
  return (
    <p className={styles.small}>
      {scope.name === null
        ? kind
        : t('reviews.scope.named', { kind, name: scope.name })}
      {' · '}
      {t(`reviews.reviewers.${reviewers.kind}`)}
      {due && (
        <>
          {' · '}
          <DueText due={due} />
        </>
      )}
    </p>
  );
}
