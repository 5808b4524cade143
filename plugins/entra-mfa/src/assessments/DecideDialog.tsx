import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { useAssessmentStep, type OfferedAction } from './useAssessmentStep';

/** Says what a step does, asks for a note, and takes it. */
export function DecideDialog(props: {
  assessment: Assessment;
  action: OfferedAction;
}) {
  const { assessment, action } = props;
  const { t } = useWords();
  const [note, setNote] = useState('');
  const step = useAssessmentStep();
  const needsNote = action === 'return';
  const submitted = assessment.steps.findLast(
    ({ kind }) => kind === 'submitted',
  );
  return (
    <ActionDialog
      label={t(`assessments.${action}.open`)}
      variant={action === 'return' ? 'secondary' : 'primary'}
      title={t(`assessments.${action}.title`)}
      confirm={t(`assessments.${action}.confirm`)}
      action={step}
      isReady={!needsNote || note.trim() !== ''}
      onConfirm={close => {
        const of = {
          of: assessment,
          note: note.trim(),
          step: submitted?.step ?? 0,
        };
        step.mutate({ action, ...of }, { onSuccess: close });
      }}
    >
      <p>{t(`assessments.${action}.text`)}</p>
      <TextAreaField
        label={t(`assessments.${action}.note`)}
        isRequired={needsNote}
        maxLength={4000}
        value={note}
        onChange={setNote}
      />
    </ActionDialog>
  );
}
