import { TextField } from '@backstage/ui';
import { useWords } from '../messages/useWords';

/** Who may read an assessment as its auditor. */
export function AuditorsField(props: {
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useWords();
  return (
    <TextField
      label={t('assessments.field.auditors')}
      description={t('assessments.field.auditorsHint')}
      {...props}
    />
  );
}
