import { Skeleton } from '@backstage/ui';
import { entraMfaReviewConductPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePagedList } from '../api/usePagedList';
import { Pager } from '../components/Pager';
import { Panel } from '../components/Panel';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { Notice } from '../states/Notice';
import { statusOf } from '../api/statusOf';
import { useWords } from '../messages/useWords';
import { OpenReviewDialog } from './OpenReviewDialog';
import { ScheduleList } from './ScheduleList';
import { ReviewSummary } from './ReviewSummary';
import styles from './reviews.module.css';

/** Access reviews with their counts, the newest first; and for who may, a way to open one. */
export function ReviewsTab() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const {
    data: first,
    error,
    refetch,
    paging,
  } = usePagedList('getReviews', {}, { tenant });
  const reviews = first?.items ?? [];
  if (statusOf(error) === 403) {
    return (
      <Notice title={t('states.noPermission.title')}>
        <p>
          {t('reviews.noPermission', {
            conduct: <code>{entraMfaReviewConductPermission.name}</code>,
          })}
        </p>
      </Notice>
    );
  }
  return (
    <Panel
      title={t('reviews.title')}
      aside={
        first?.mayConduct && (
          <OpenReviewDialog
            defaultTitle={first.defaultTitle}
            isRisksOpen={first.open !== null}
          />
        )
      }
    >
      <p className={styles.intro}>{t('reviews.intro')}</p>
      {at && <p className={styles.intro}>{t('reviews.past')}</p>}
      {first?.visibility === 'some' && (
        <p className={styles.intro}>{t('reviews.some')}</p>
      )}
      {error && !first && <ErrorState error={error} onRetry={refetch} />}
      {!error && !first && <Skeleton width="100%" height={160} />}
      {first && reviews.length === 0 && (
        <EmptyState title={t('reviews.none.title')}>
          {t('reviews.none.text')}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {reviews.map(review => (
          <ReviewSummary key={review.number} review={review} />
        ))}
      </ul>
      {reviews.length > 0 && <Pager paging={paging} rows={reviews.length} />}
      {first && <ScheduleList schedules={first.schedules} />}
    </Panel>
  );
}
