import { useRead } from '../api/useRead';
import { useParams } from '../navigation/router';
import { Link, Skeleton } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { WrongValues } from '../states/WrongValues';
import { useWords } from '../messages/useWords';
import { CloseReviewDialog } from './CloseReviewDialog';
import { ItemFilters } from './ItemFilters';
import { ReviewExport } from './ReviewExport';
import { ReviewHead } from './ReviewHead';
import { ReviewItemList } from './ReviewItemList';
import { useItemFilter } from './useItemFilter';
import { useReviews } from './useReviews';
import shared from '../components/shared.module.css';
import styles from './reviews.module.css';

function Detail({ review }: { review: Review }) {
  const { tenant } = usePageParams();
  const { values: filter, change, wrong } = useItemFilter();
  const reviews = useReviews(tenant);
  const mayConduct = reviews.data?.mayConduct ?? false;
  const decides =
    review.closed === null && (mayConduct || review.mine.items > 0);
  // Who was asked to decide does so on theirs alone.
  const decidesMany = decides && (mayConduct || filter.reviewer === 'me');
  return (
    <Panel
      title={review.title}
      aside={
        review.closed ? (
          <ReviewExport review={review} />
        ) : (
          mayConduct && <CloseReviewDialog review={review} />
        )
      }
    >
      <WrongValues wrong={wrong} />
      <ReviewHead review={review} conducts={mayConduct} />
      <ItemFilters review={review} filter={filter} onChange={change} />
      <ReviewItemList
        review={review}
        filter={filter}
        decides={decides}
        decidesMany={decidesMany}
      />
    </Panel>
  );
}

/** A review as a list to walk through: why each person is on it, and what is decided on them. */
export function ReviewView() {
  const { t } = useWords();
  const { number = '' } = useParams();
  const params = usePageParams();
  const links = useLinks(params);
  const { data, error, refetch } = useRead(
    'getReview',
    { number },
    { tenant: params.tenant },
  );
  return (
    <div className={styles.view}>
      <Link href={links.reviews()} variant="body-small" className={shared.back}>
        <RiArrowLeftLine size={14} aria-hidden /> {t('reviews.back')}
      </Link>
      {error && !data && (
        <ErrorState error={error} onRetry={refetch} what="people" />
      )}
      {!error && !data && <Skeleton width="100%" height={320} />}
      {data && <Detail review={data} />}
    </div>
  );
}
