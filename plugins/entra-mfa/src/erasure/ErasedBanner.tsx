import { Alert } from '@backstage/ui';
import type { Erasure } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';

/** Says that somebody was erased, and to who may erase, by whom and why. */
export function ErasedBanner({ erased }: { erased: Erasure }) {
  const { t, momentOf } = useWords();
  const { at, by, reason } = erased;
  return (
    <Alert
      status="info"
      icon
      title={t('erasure.erased.title', { date: momentOf(at) })}
      description={
        <>
          <div>{t('erasure.erased.text')}</div>
          {by && reason && <div>{t('erasure.erased.by', { by, reason })}</div>}
        </>
      }
    />
  );
}
