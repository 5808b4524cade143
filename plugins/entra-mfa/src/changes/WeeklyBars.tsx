import { useEffect, useRef } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useRead } from '../api/useRead';
import type { ChangesValues } from '../navigation/changesNames';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { isShownWeek, weekBars, type WeekBar } from './weekBars';
import shared from '../components/shared.module.css';
import styles from './WeeklyBars.module.css';

/** The Monday after the day that a week is compared with. */
const mondayAfter = (day: string) =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Both sides together are so high, and at each there is room for a number. */
const heightOf = (share: number) => `${(share * 0.06).toFixed(2)}rem`;
const sideOf = (shares: number[]) =>
  `calc(${heightOf(Math.max(...shares))} + 1.25rem)`;

function Bar(props: {
  bar: WeekBar;
  isShown: boolean;
  /** Heights of the sides. */
  up: string;
  down: string;
  onChange: (values: ChangesValues) => void;
}) {
  const { week, gained, lost } = props.bar;
  const { t, count, dayOf, dayOfYear } = useWords();
  const monday = mondayAfter(week.from);
  const isHidden = week.gained === null || week.lost === null;
  const label = isHidden
    ? t('changes.weeks.hidden', { day: dayOf(monday) })
    : t('changes.weeks.week', {
        day: dayOf(monday),
        gained: week.gained ?? 0,
        lost: week.lost ?? 0,
      });
  const numberOf = (people: number | null, sign: string) =>
    people ? `${sign}${count(people)}` : '';
  return (
    <li>
      <button
        type="button"
        className={styles.week}
        aria-pressed={props.isShown}
        title={label}
        onClick={() =>
          props.onChange(
            props.isShown
              ? { from: undefined, to: undefined }
              : { from: week.from, to: week.to },
          )
        }
      >
        <VisuallyHidden>{label}</VisuallyHidden>
        <span aria-hidden className={styles.up} style={{ height: props.up }}>
          <span className={styles.number}>{numberOf(week.gained, '+')}</span>
          {gained > 0 && (
            <span
              className={styles.gained}
              style={{ height: heightOf(gained) }}
            />
          )}
        </span>
        <span
          aria-hidden
          className={styles.down}
          style={{ height: props.down }}
        >
          {lost > 0 && (
            <span className={styles.lost} style={{ height: heightOf(lost) }} />
          )}
          <span className={styles.number}>
            {isHidden ? '?' : numberOf(week.lost, '−')}
          </span>
        </span>
        <span aria-hidden className={styles.day}>
          {dayOfYear(monday)}
        </span>
      </button>
    </li>
  );
}

/** How many gained and lost their registration in each of the last weeks; a week narrows the list to it. */
export function WeeklyBars(props: {
  values: ChangesValues;
  onChange: (values: ChangesValues) => void;
}) {
  const { values, onChange } = props;
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const { data } = useRead(
    'getChangeWeeks',
    {},
    { tenant, at, team: values.team },
    { keep: true },
  );
  const list = useRef<HTMLUListElement>(null);
  // Where not all have room, the newest are in sight.
  useEffect(() => {
    if (list.current) list.current.scrollLeft = list.current.scrollWidth;
  }, [data]);
  if (!data) return null;
  const { weeks } = data;
  if (weeks.length < 2) {
    return <p className={shared.note}>{t('changes.weeks.short')}</p>;
  }
  const bars = weekBars(weeks);
  const isAnyHidden = weeks.some(({ lost }) => lost === null);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <strong>{t('changes.weeks.title')}</strong>
        <span className={styles.key}>
          <span className={styles.gained} aria-hidden />
          {t('changes.weeks.gained')}
        </span>
        <span className={styles.key}>
          <span className={styles.lost} aria-hidden />
          {t('changes.weeks.lost')}
        </span>
      </figcaption>
      <ul
        ref={list}
        className={styles.bars}
        aria-label={t('changes.weeks.title')}
      >
        {bars.map(bar => (
          <Bar
            key={bar.week.from}
            bar={bar}
            isShown={isShownWeek(bar.week, values)}
            up={sideOf(bars.map(({ gained }) => gained))}
            down={sideOf(bars.map(({ lost }) => lost))}
            onChange={onChange}
          />
        ))}
      </ul>
      {isAnyHidden && <p className={shared.note}>{t('changes.weeks.why')}</p>}
    </figure>
  );
}
