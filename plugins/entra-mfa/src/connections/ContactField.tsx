import { TextField } from '@backstage/ui';
import { useWords } from '../messages/useWords';

/** Who answers for a connection, by their entity ref. */
export function ContactField(props: {
  value: string;
  onChange: (contact: string) => void;
}) {
  const { t } = useWords();
  return (
    <TextField
      {...props}
      label={t('connections.column.contact')}
      description={t('connections.connect.contactHint')}
      maxLength={200}
    />
  );
}
