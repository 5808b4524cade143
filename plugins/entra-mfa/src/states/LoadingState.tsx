import { Skeleton } from '@backstage/ui';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';
import styles from './states.module.css';

/** The shape of a page that is still loading. */
export function LoadingState() {
  const { t } = useWords();
  return (
    <div className={shared.form} role="status" aria-label={t('states.loading')}>
      <Skeleton width="18rem" height={40} />
      <Skeleton width="min(30rem, 100%)" height={18} />
      <div className={styles.loadingRow}>
        <Skeleton width="100%" height={220} />
        <Skeleton width="100%" height={220} />
        <Skeleton width="100%" height={220} />
      </div>
      <Skeleton width="100%" height={120} />
    </div>
  );
}
