import { Button, Skeleton } from '@backstage/ui';
import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { useWords } from '../messages/useWords';
import { DecideManyDialog } from './DecideManyDialog';
import { ReviewItemCard } from './ReviewItemCard';
import type { ItemValues } from './useItemFilter';
import { useReviewItems } from './useReviewItems';
import styles from './reviews.module.css';

/** The people of a review whom the filters find, to walk through. */
export function ReviewItemList(props: {
  review: Review;
  filter: ItemValues;
  /** Whether the reader may decide on somebody. */
  decides: boolean;
  /** Whether the reader may decide on everybody whom the filters find. */
  decidesMany: boolean;
}) {
  const { t } = useWords();
  const { review, filter, decides, decidesMany } = props;
  const { counts } = review;
  const found = useReviewItems(review, filter);
  const { data, error, refetch } = found;
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton width="100%" height={320} />;
  const items = data.pages.flatMap(page => page.items);
  const total = data.pages[0].totalItems;
  const ofRisks = review.scope.kind === 'risks';
  if (items.length === 0) {
    const key = counts.items === 0 ? 'nobodyListed' : 'nobody';
    return (
      <EmptyState title={t(`reviews.${key}.title`)}>
        {t(`reviews.${key}.text`)}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.found}>
        <span>{t('reviews.found', { count: total })}</span>
        {decides && (
          <span className={styles.keys}>
            {t(ofRisks ? 'reviews.keys' : 'reviews.memberKeys')}
          </span>
        )}
        {decidesMany && (
          <DecideManyDialog review={review} filter={filter} total={total} />
        )}
      </div>
      <ul className={styles.list} aria-label={t('reviews.list')}>
        {items.map(item => (
          <ReviewItemCard
            key={item.id}
            review={review}
            item={item}
            decides={decides}
          />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button
          size="small"
          variant="tertiary"
          isPending={found.isFetchingNextPage}
          onPress={() => found.fetchNextPage()}
        >
          {t('reviews.more')}
        </Button>
      )}
    </>
  );
}
