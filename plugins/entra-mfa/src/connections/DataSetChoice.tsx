import { Checkbox, CheckboxGroup } from '@backstage/ui';
import type { ChosenDataSet } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';
import styles from './connections.module.css';

/** Which data sets are read: those that figures need always are. Each says which permission it takes. */
export function DataSetChoice(props: {
  description?: string;
  dataSets: readonly ChosenDataSet[];
  switchedOff: readonly string[];
  onChange: (switchedOff: ChosenDataSet['id'][]) => void;
}) {
  const { t } = useWords();
  const { dataSets, switchedOff, onChange } = props;
  const free = dataSets.filter(({ needed }) => !needed);
  return (
    <CheckboxGroup
      label={t('connections.connect.dataSets')}
      description={props.description}
      value={dataSets
        .map(({ id }) => id)
        .filter(id => !switchedOff.includes(id))}
      onChange={chosen =>
        onChange(free.map(({ id }) => id).filter(id => !chosen.includes(id)))
      }
    >
      <div className={styles.choice}>
        {dataSets.map(({ id, title, permission, needed }) => (
          <Checkbox key={id} value={id} isDisabled={needed}>
            {title}
            {permission && <code className={styles.needs}>{permission}</code>}
            {needed && (
              <span className={styles.needs}>
                {t('connections.connect.needed')}
              </span>
            )}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
