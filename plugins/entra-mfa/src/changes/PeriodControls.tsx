import { Button } from '@backstage/ui';
import {
  getLocalTimeZone,
  parseDate,
  toCalendarDate,
  today,
  parseAbsoluteToLocal,
} from '@internationalized/date';
import { DayPicker } from '../components/DayPicker';
import { useWords } from '../messages/useWords';
import type { ChangesValues } from '../navigation/changesNames';
import shared from '../components/shared.module.css';
import styles from './changes.module.css';

const presets = [1, 7, 30, 90];
const defaultDays = 7;

/** The day of a date or an instant; undefined for neither. */
function dayOf(text: string | undefined) {
  try {
    if (!text) return undefined;
    return text.includes('T')
      ? toCalendarDate(parseAbsoluteToLocal(text))
      : parseDate(text);
  } catch {
    return undefined;
  }
}

/** The two dates that are compared, and usual periods up to the later one. */
export function PeriodControls(props: {
  values: ChangesValues;
  onChange: (values: ChangesValues) => void;
}) {
  const { t } = useWords();
  const { values, onChange } = props;
  const present = today(getLocalTimeZone());
  const to = dayOf(values.to) ?? present;
  const from = dayOf(values.from) ?? to.subtract({ days: defaultDays });
  return (
    <div className={shared.row} role="group" aria-label={t('changes.period')}>
      {presets.map(days => (
        <Button
          key={days}
          size="small"
          variant={
            from.compare(to.subtract({ days })) === 0 ? 'primary' : 'secondary'
          }
          aria-pressed={from.compare(to.subtract({ days })) === 0}
          onPress={() => onChange({ from: to.subtract({ days }).toString() })}
        >
          {t('changes.days', { count: days })}
        </Button>
      ))}
      <div className={styles.dates}>
        <DayPicker
          aria-label={t('changes.from')}
          maxValue={to}
          value={from}
          onChange={day => day && onChange({ from: day.toString() })}
        />
        <span aria-hidden>{t('changes.to')}</span>
        <DayPicker
          aria-label={t('changes.to')}
          minValue={from}
          maxValue={present}
          value={to}
          onChange={day =>
            day &&
            onChange({
              to: day.compare(present) < 0 ? day.toString() : undefined,
              from: from.toString(),
            })
          }
        />
      </div>
    </div>
  );
}
