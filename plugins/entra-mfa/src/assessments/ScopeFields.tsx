import { useEffect, useState } from 'react';
import { Checkbox, CheckboxGroup, Select, TextField } from '@backstage/ui';
import { parseDate, today } from '@internationalized/date';
import { useRead } from '../api/useRead';
import { DayPicker } from '../components/DayPicker';
import { useWords } from '../messages/useWords';
import styles from './assessments.module.css';

/** What an assessment is about. */
export interface Scope {
  title: string;
  from: string;
  to: string;
  /** `framework/id`; null for all of the framework that is shown. */
  controls: readonly string[] | null;
  /** All of the framework that is shown; empty where the reader may not see it, or not yet. */
  all: readonly string[];
}

/** The controls that are sent: none where the backend is to choose. */
export function controlsOf({ controls, all }: Scope): { controls?: string[] } {
  const chosen = controls ?? all;
  return chosen.length > 0 ? { controls: [...chosen] } : {};
}

const isOf = (framework: string) => (control: string) =>
  control.startsWith(`${framework}/`);

/** The controls of a framework, of which some or all are chosen; those of other frameworks stay as they are. */
function Controls(props: {
  tenant: string | undefined;
  scope: Scope;
  onChange: (change: Pick<Partial<Scope>, 'controls' | 'all'>) => void;
}) {
  const { tenant, scope, onChange } = props;
  const { said, t } = useWords();
  const [framework, setFramework] = useState(
    () => scope.controls?.[0]?.split('/')[0],
  );
  const { data } = useRead(
    'getControls',
    {},
    { tenant, framework },
    { keep: true },
  );
  const all = data?.controls.map(({ id }) => `${data.framework}/${id}`) ?? [];
  const isTold = all.join() === scope.all.join();
  useEffect(() => {
    if (!isTold) onChange({ all });
  });
  if (!data) return null;
  const others = (scope.controls ?? []).filter(
    control => !isOf(data.framework)(control),
  );
  return (
    <>
      <Select
        label={t('assessments.field.framework')}
        options={data.frameworks.map(({ id, name }) => ({
          value: id,
          label: name,
        }))}
        value={data.framework}
        onChange={value => setFramework(String(value))}
      />
      <CheckboxGroup
        label={t('assessments.field.controls')}
        className={styles.choice}
        value={[...(scope.controls?.filter(isOf(data.framework)) ?? all)]}
        onChange={chosen => onChange({ controls: [...others, ...chosen] })}
      >
        {data.controls.map(({ id, titles }) => (
          <Checkbox key={id} value={`${data.framework}/${id}`}>
            {id} {said(titles)}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </>
  );
}

/** The fields of what an assessment is about. */
export function ScopeFields(props: {
  tenant: string | undefined;
  scope: Scope;
  onChange: (change: Partial<Scope>) => void;
}) {
  const { tenant, scope, onChange } = props;
  const { t } = useWords();
  return (
    <>
      <TextField
        label={t('assessments.field.name')}
        isRequired
        maxLength={200}
        value={scope.title}
        onChange={title => onChange({ title })}
      />
      <div className={styles.dates}>
        {(['from', 'to'] as const).map(end => (
          <DayPicker
            key={end}
            label={t(`assessments.field.${end}`)}
            isRequired
            maxValue={today('UTC')}
            value={parseDate(scope[end])}
            onChange={day => day && onChange({ [end]: day.toString() })}
          />
        ))}
      </div>
      <Controls tenant={tenant} scope={scope} onChange={onChange} />
    </>
  );
}
