import { EntitiesField } from '../components/EntitiesField';
import { useWords } from '../messages/useWords';

/** Who answers for a connection; empty for nobody. */
export function ContactField(props: {
  value: string;
  onChange: (contact: string) => void;
}) {
  const { value, onChange } = props;
  const { t } = useWords();
  return (
    <EntitiesField
      label={t('connections.column.contact')}
      description={t('connections.connect.contactHint')}
      kinds={['User', 'Group']}
      most={1}
      chosen={value === '' ? [] : [value]}
      onChange={([ref = '']) => onChange(ref)}
    />
  );
}
