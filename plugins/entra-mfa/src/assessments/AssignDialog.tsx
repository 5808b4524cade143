import { useState } from 'react';
import {
  entraMfaAssessmentAuditPermission,
  type Assessment,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { AuditorsField } from './AuditorsField';
import { useAssessmentStep } from './useAssessmentStep';

/** Says which auditors may read an assessment. */
export function AssignDialog({ assessment }: { assessment: Assessment }) {
  const { t } = useWords();
  const step = useAssessmentStep();
  const [chosen, setChosen] = useState(assessment.auditors);
  return (
    <ActionDialog
      label={t('assessments.assign.open')}
      variant="secondary"
      title={t('assessments.assign.title')}
      confirm={t('assessments.assign.confirm')}
      action={step}
      isReady
      onOpen={() => setChosen(assessment.auditors)}
      onConfirm={close =>
        step.mutate(
          { action: 'assign', of: assessment, body: { auditors: chosen } },
          { onSuccess: close },
        )
      }
    >
      <p>
        {t('assessments.assign.text', {
          permission: <code>{entraMfaAssessmentAuditPermission.name}</code>,
        })}
      </p>
      <AuditorsField chosen={chosen} onChange={setChosen} />
    </ActionDialog>
  );
}
