import type { ReviewCounts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './reviews.module.css';

/** How many of a review are decided, in words and as a bar. */
export function ReviewProgress({ counts }: { counts: ReviewCounts }) {
  const { t } = useWords();
  const { items, decided } = counts;
  const label = t('reviews.progress', { decided, items });
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(items, 1)}
        aria-valuenow={items === 0 ? 1 : decided}
      >
        <div
          className={styles.done}
          style={{ width: `${items === 0 ? 100 : (decided * 100) / items}%` }}
        />
      </div>
    </div>
  );
}
