import { TextField } from '@backstage/ui';
import { useWords } from '../messages/useWords';

/** The refs that somebody typed; null where one is none. */
export function refsIn(text: string): string[] | null {
  const refs = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(ref => ref.toLowerCase());
  return refs.every(ref => /^[^:/]+:[^:/]+\/[^:/]+$/.test(ref)) ? refs : null;
}

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
