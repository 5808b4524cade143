import { Select } from '@backstage/ui';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import type { Opening } from './useOpening';
import styles from './reviews.module.css';

const withins = [0, 7, 14, 30, 60];

/** Says within how many days people are to be decided on, and how often the review is opened. */
export function TimesChoice<Every extends Opening['every']>(props: {
  within: number;
  every: Every;
  /** How often it can be opened. */
  intervals: readonly Every[];
  onChange: (change: { within?: number; every?: Every }) => void;
}) {
  const { within, every, intervals, onChange } = props;
  const { t } = useWords();
  const days = withins.includes(within)
    ? withins
    : [...withins, within].sort((a, b) => a - b);
  return (
    <div className={styles.pair}>
      <Select
        label={t('reviews.open.within')}
        options={days.map(count => ({
          value: String(count),
          label:
            count === 0
              ? t('reviews.open.noDay')
              : t('reviews.open.days', { count }),
        }))}
        value={String(within)}
        onChange={key => onChange({ within: Number(key) })}
      />
      <Select
        label={t('reviews.open.repeat')}
        options={intervals.map(value => ({
          value,
          label: t(`reviews.every.${camel<Opening['every']>(value)}`),
        }))}
        value={every}
        onChange={key =>
          onChange({ every: intervals.find(one => one === key) })
        }
      />
    </div>
  );
}
