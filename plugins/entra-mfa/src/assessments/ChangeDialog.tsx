import { useState } from 'react';
import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { controlsOf, ScopeFields, type Scope } from './ScopeFields';
import { useAssessmentStep } from './useAssessmentStep';

/** Changes what a draft is about. */
export function ChangeDialog({ assessment }: { assessment: Assessment }) {
  const { t } = useWords();
  const step = useAssessmentStep();
  const [scope, setScope] = useState<Scope>({
    title: assessment.title,
    from: assessment.from,
    to: assessment.to,
    controls: assessment.controls.map(({ control }) => control),
    all: [],
  });
  return (
    <ActionDialog
      label={t('assessments.change.open')}
      variant="secondary"
      title={t('assessments.change.title')}
      confirm={t('assessments.change.confirm')}
      action={step}
      isReady={
        scope.title.trim() !== '' &&
        scope.from <= scope.to &&
        scope.controls?.length !== 0
      }
      onConfirm={close =>
        step.mutate(
          {
            action: 'change',
            of: assessment,
            body: {
              title: scope.title.trim(),
              from: scope.from,
              to: scope.to,
              ...controlsOf(scope),
            },
          },
          { onSuccess: close },
        )
      }
    >
      <p>{t('assessments.change.text')}</p>
      <ScopeFields
        tenant={assessment.tenant.id}
        scope={scope}
        onChange={change => setScope({ ...scope, ...change })}
      />
    </ActionDialog>
  );
}
