import { useState } from 'react';
import type {
  Assessment,
  Assessments,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ActionDialog } from '../components/ActionDialog';
import { useWords } from '../messages/useWords';
import { useNavigate } from '../navigation/router';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { AuditorsField } from './AuditorsField';
import { controlsOf, ScopeFields, type Scope } from './ScopeFields';
import { useAssessmentStep } from './useAssessmentStep';

/** Asks what a new assessment is about, starts it and shows it. */
export function StartDialog(props: {
  defaults: Assessments['defaults'];
  /** The approved one that it is to take the place of. */
  supersedes?: Assessment;
  /** In place of the usual words of the button. */
  label?: string;
}) {
  const { defaults, supersedes, label } = props;
  const { t } = useWords();
  const page = usePageParams();
  const tenant = supersedes?.tenant.id ?? page.tenant;
  const links = useLinks(page);
  const navigate = useNavigate();
  const step = useAssessmentStep();
  const [scope, setScope] = useState<Scope>(() =>
    supersedes
      ? {
          title: supersedes.title,
          from: supersedes.from,
          to: supersedes.to,
          controls: supersedes.controls.map(({ control }) => control),
          all: [],
        }
      : { ...defaults, controls: null, all: [] },
  );
  const [auditors, setAuditors] = useState(supersedes?.auditors ?? []);
  const action = supersedes ? 'supersede' : 'start';
  return (
    <ActionDialog
      label={label ?? t(`assessments.${action}.open`)}
      variant={supersedes ? 'secondary' : 'primary'}
      title={t(`assessments.${action}.title`)}
      confirm={t(`assessments.${action}.confirm`)}
      action={step}
      isReady={
        scope.title.trim() !== '' &&
        scope.from <= scope.to &&
        scope.controls?.length !== 0
      }
      onConfirm={() =>
        step.mutate(
          {
            action,
            body: {
              tenant,
              title: scope.title.trim(),
              from: scope.from,
              to: scope.to,
              ...controlsOf(scope),
              ...(auditors.length > 0 && { auditors }),
              ...(supersedes && { supersedes: supersedes.number }),
            },
          },
          {
            onSuccess: ({ tenant: of, number }) =>
              navigate(links.assessment(of.id, number)),
          },
        )
      }
    >
      <p>{t(`assessments.${action}.text`)}</p>
      <ScopeFields
        tenant={tenant}
        scope={scope}
        onChange={change => setScope({ ...scope, ...change })}
      />
      <AuditorsField chosen={auditors} onChange={setAuditors} />
    </ActionDialog>
  );
}
