import { Button, NumberField, Select, Switch } from '@backstage/ui';
import { TeamSelect } from '../teams/TeamSelect';
import { useWords } from '../messages/useWords';
import type { AssumptionValues } from './useAssumption';
import shared from '../components/shared.module.css';
import styles from './whatif.module.css';

/** Props of what reads and changes the assumption. */
export interface WhatIfFormProps {
  assumption: AssumptionValues;
  onChange: (values: AssumptionValues) => void;
  onClear: () => void;
  /** Whether the rules of the day that is shown may be others than today's. */
  past: boolean;
}

const AS_IS = 'as-is';

/** One of a few alternatives; the first leaves things as they are. */
function Choice(props: {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Select
      label={props.label}
      size="small"
      options={props.options}
      value={props.value ?? AS_IS}
      onChange={key => props.onChange(key === AS_IS ? undefined : String(key))}
    />
  );
}

/** Switches for what to assume. */
export function WhatIfForm(props: WhatIfFormProps) {
  const { t } = useWords();
  const { assumption, onChange, onClear, past } = props;
  const { team, targetPermille } = assumption;
  return (
    <div className={styles.form}>
      <div className={styles.switches}>
        <Switch
          label={t('whatIf.phoneOff')}
          isSelected={assumption.phoneOff === 'true'}
          onChange={on => onChange({ phoneOff: on ? 'true' : undefined })}
        />
        <p className={styles.hint}>{t('whatIf.phoneOffHint')}</p>
        <Switch
          label={t('whatIf.withoutExceptions')}
          isSelected={assumption.withoutExceptions === 'true'}
          onChange={on =>
            onChange({ withoutExceptions: on ? 'true' : undefined })
          }
        />
      </div>
      <Choice
        label={t('whatIf.guests.label')}
        value={assumption.countGuests}
        options={[
          { value: AS_IS, label: t('whatIf.guests.asIs') },
          { value: 'true', label: t('whatIf.guests.counted') },
          { value: 'false', label: t('whatIf.guests.leftOut') },
        ]}
        onChange={countGuests => onChange({ countGuests })}
      />
      <Choice
        label={t('whatIf.basis.label')}
        value={assumption.basis}
        options={[
          { value: AS_IS, label: t('whatIf.basis.asIs') },
          { value: 'registered', label: t('whatIf.basis.registered') },
          { value: 'capable', label: t('whatIf.basis.capable') },
        ]}
        onChange={basis => onChange({ basis })}
      />
      <NumberField
        label={t('whatIf.target')}
        minValue={0.1}
        maxValue={100}
        step={0.1}
        value={targetPermille ? Number(targetPermille) / 10 : NaN}
        onChange={target =>
          onChange({
            targetPermille: Number.isNaN(target)
              ? undefined
              : String(Math.round(target * 10)),
          })
        }
      />
      {past && (
        <Choice
          label={t('whatIf.rules.label')}
          value={assumption.rules}
          options={[
            { value: AS_IS, label: t('whatIf.rules.then') },
            { value: 'today', label: t('whatIf.rules.today') },
          ]}
          onChange={rules => onChange({ rules })}
        />
      )}
      <div className={shared.row}>
        <TeamSelect
          filter={team ? { team } : {}}
          onChange={values => onChange({ team: values.team })}
        />
        {team && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onChange({ team: undefined })}
          >
            {t('whatIf.wholeTenant')}
          </Button>
        )}
      </div>
      <Button size="small" variant="tertiary" onPress={onClear}>
        {t('whatIf.clear')}
      </Button>
    </div>
  );
}
