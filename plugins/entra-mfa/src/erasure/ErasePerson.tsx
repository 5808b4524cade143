import { useState } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import { TextAreaField } from '@backstage/ui';
import {
  entraMfaPersonErasePermission,
  type PersonDetail,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { useErase } from './useErase';

/** Lets who may erase somebody who has left: says what goes and what stays, and asks why. */
export function ErasePerson({ detail }: { detail: PersonDetail }) {
  const { person, left, erased } = detail;
  const { t } = useWords();
  const { allowed } = usePermission({
    permission: entraMfaPersonErasePermission,
  });
  const [reason, setReason] = useState('');
  const erase = useErase(person);
  if (!allowed || !left || erased) return null;
  return (
    <ActionDialog
      label={t('erasure.open')}
      variant="secondary"
      title={t('erasure.title', { name: person.displayName })}
      confirm={t('erasure.confirm')}
      action={erase}
      isReady={reason.trim() !== ''}
      onConfirm={onSuccess => erase.mutate(reason.trim(), { onSuccess })}
    >
      <p>{t('erasure.goes')}</p>
      <p>{t('erasure.stays')}</p>
      <p>{t('erasure.record')}</p>
      <TextAreaField
        label={t('erasure.reason')}
        description={t('erasure.reasonHint')}
        isRequired
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
