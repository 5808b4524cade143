import { Button } from '@backstage/ui';
import { messageOf } from '../api/messageOf';
import { useWords } from '../messages/useWords';
import shared from '../components/shared.module.css';

/** A card that could not be filled: why, and a way to try again. */
export function CardError(props: { error: Error; onRetry: () => void }) {
  const { t } = useWords();
  return (
    <div role="alert">
      <p className={shared.line}>{t('states.failed.title')}</p>
      <p className={shared.smallLine}>{messageOf(props.error)}</p>
      <Button size="small" variant="secondary" onPress={() => props.onRetry()}>
        {t('general.retry')}
      </Button>
    </div>
  );
}
