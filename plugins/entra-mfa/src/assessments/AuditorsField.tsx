import { EntitiesField } from '../components/EntitiesField';
import { useWords } from '../messages/useWords';

/** Who may read an assessment as its auditor. */
export function AuditorsField(props: {
  chosen: readonly string[];
  onChange: (refs: string[]) => void;
}) {
  const { t } = useWords();
  return (
    <EntitiesField
      {...props}
      label={t('assessments.field.auditors')}
      description={t('assessments.field.auditorsHint')}
      kinds={['User', 'Group']}
      most={50}
    />
  );
}
