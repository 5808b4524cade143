import { parseDate, today } from '@internationalized/date';
import { DayPicker } from '../components/DayPicker';
import { useWords } from '../messages/useWords';

/** Says on which day the first review of those that open again and again opens. */
export function FirstDayChoice(props: {
  value: string;
  onChange: (day: string) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <DayPicker
        label={t('reviews.open.firstDay')}
        isRequired
        minValue={today('UTC')}
        value={parseDate(props.value)}
        onChange={day => day && props.onChange(day.toString())}
      />
      <p>{t('reviews.open.schedule')}</p>
    </>
  );
}
