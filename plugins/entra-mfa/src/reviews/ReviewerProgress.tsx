import type { Review } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntityName } from '../components/EntityName';
import { useWords } from '../messages/useWords';
import { HandOverDialog } from './HandOverDialog';
import shared from '../components/shared.module.css';
import styles from './reviews.module.css';

/** How far each reviewer is, who has most left first; and who was given to nobody. */
export function ReviewerProgress(props: {
  review: Review;
  /** How many reviewers are shown; without it, all that are told. */
  most?: number;
  /** Whether the reader may give whom one has left to another user. */
  gives?: boolean;
}) {
  const { t } = useWords();
  const { review, most, gives = false } = props;
  const { kind, progress, unassigned } = review.reviewers;
  const shown = progress.slice(0, most);
  const more = review.reviewers.more + progress.length - shown.length;
  const isOpen = review.closed === null;
  if (kind === 'conductor') return null;
  return (
    <ul className={shared.plain}>
      {shown.map(({ ref, items, open }) => (
        <li key={ref} className={`${styles.small} ${styles.reviewer}`}>
          {t('reviews.byReviewer', {
            user: <EntityName of={ref} />,
            decided: items - open,
            items,
          })}
          {gives && isOpen && open > 0 && (
            <HandOverDialog review={review} from={ref} left={open} />
          )}
        </li>
      ))}
      {more > 0 && (
        <li className={styles.small}>
          {t('reviews.moreReviewers', { count: more })}
        </li>
      )}
      {unassigned !== null && unassigned.items > 0 && (
        <li className={styles.small}>
          {t(isOpen ? 'reviews.unassigned' : 'reviews.unassignedThen', {
            count: unassigned.items,
          })}
        </li>
      )}
    </ul>
  );
}
