import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import type {
  Exception,
  ExceptionAction,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { useExceptionStep } from './useExceptionStep';

/** Says what a step does, asks why, and takes it. */
export function StepDialog(props: {
  exception: Exception;
  action: ExceptionAction;
}) {
  const { exception, action } = props;
  const { t, dayOf } = useWords();
  const [note, setNote] = useState('');
  const step = useExceptionStep();
  const hasNote = action !== 'withdraw';
  return (
    <ActionDialog
      label={t(`exceptions.${action}.open`)}
      variant={action === 'approve' ? 'primary' : 'secondary'}
      title={t(`exceptions.${action}.title`)}
      confirm={t(`exceptions.${action}.confirm`)}
      action={step}
      isReady={!hasNote || note.trim() !== ''}
      onConfirm={onSuccess =>
        step.mutate(
          { action, id: exception.id, note: note.trim() },
          { onSuccess },
        )
      }
    >
      <p>{t(`exceptions.${action}.text`, { date: dayOf(exception.until) })}</p>
      {hasNote && (
        <TextAreaField
          label={t(`exceptions.${action}.note`)}
          isRequired
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
      )}
    </ActionDialog>
  );
}
