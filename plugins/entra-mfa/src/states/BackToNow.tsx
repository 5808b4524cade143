import { Button } from '@backstage/ui';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';

/** Leaves a past day. */
export function BackToNow() {
  const { t } = useWords();
  const { setParams } = usePageParams();
  return (
    <Button
      size="small"
      variant="secondary"
      onPress={() => setParams({ at: undefined })}
    >
      {t('states.past.back')}
    </Button>
  );
}
