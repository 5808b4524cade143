import { Select } from '@backstage/ui';
import { parseDate, today } from '@internationalized/date';
import { reviewIntervals } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DayPicker } from '../components/DayPicker';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import type { Opening } from './useOpening';
import styles from './reviews.module.css';

const withins = [0, 7, 14, 30, 60];

/** Says within how many days people are to be decided on, and how often the review is opened. */
export function TimesChoice(props: {
  opening: Opening;
  onChange: (change: Partial<Opening>) => void;
}) {
  const { opening, onChange } = props;
  const { within, every, firstDay } = opening;
  const { t } = useWords();
  const intervals = ['once', ...reviewIntervals] as const;
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={t('reviews.open.within')}
          options={withins.map(days => ({
            value: String(days),
            label:
              days === 0
                ? t('reviews.open.noDay')
                : t('reviews.open.days', { count: days }),
          }))}
          value={String(within)}
          onChange={key => onChange({ within: Number(key) })}
        />
        <Select
          label={t('reviews.open.repeat')}
          options={intervals.map(value => ({
            value,
            label: t(`reviews.every.${camel(value)}`),
          }))}
          value={every}
          onChange={key =>
            onChange({ every: intervals.find(one => one === key) })
          }
        />
      </div>
      {every !== 'once' && (
        <>
          <DayPicker
            label={t('reviews.open.firstDay')}
            isRequired
            minValue={today('UTC')}
            value={parseDate(firstDay)}
            onChange={day => day && onChange({ firstDay: day.toString() })}
          />
          <p>{t('reviews.open.schedule')}</p>
        </>
      )}
    </>
  );
}
