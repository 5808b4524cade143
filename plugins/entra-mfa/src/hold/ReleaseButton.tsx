import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import type { PublicationHold } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { heldFigure } from './heldFigure';
import { useRelease } from './useRelease';

/** Asks why, then releases the figure. */
export function ReleaseButton({
  tenant,
  hold,
}: {
  tenant: string;
  hold: PublicationHold;
}) {
  const words = useWords();
  const { t } = words;
  const [reason, setReason] = useState('');
  const release = useRelease(tenant, hold.run);
  return (
    <ActionDialog
      label={t('hold.release.open')}
      variant="secondary"
      title={
        hold.dataSets
          ? t('hold.release.titleDoubted')
          : t('hold.release.title', { to: heldFigure(words, hold.to) })
      }
      confirm={t('hold.release.confirm')}
      // What went wrong is told outside: the hold, and the dialog with it, may be gone by then.
      action={{ ...release, error: null }}
      isReady={reason.trim() !== ''}
      onConfirm={onSettled => release.mutate(reason.trim(), { onSettled })}
    >
      <p>{t('hold.release.text')}</p>
      <TextAreaField
        label={t('hold.release.reason')}
        isRequired
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
