import { Button } from '@backstage/ui';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';
import styles from './cards.module.css';

/** A card that could not be filled: why, and a way to try again. */
export function CardError(props: { error: Error; onRetry: () => void }) {
  const { t } = useWords();
  return (
    <div role="alert">
      <p className={styles.line}>{t('states.failed.title')}</p>
      <p className={styles.small}>{messageOf(props.error)}</p>
      <Button size="small" variant="secondary" onPress={() => props.onRetry()}>
        {t('general.retry')}
      </Button>
    </div>
  );
}
