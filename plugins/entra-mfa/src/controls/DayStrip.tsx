import {
  controlDays,
  type ControlDay,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './controls.module.css';

const WIDTH = 4;
const HEIGHT = 16;

/** Each status has a form of its own: how high a day is says it without its colour. */
const forms: Record<ControlDay, readonly [top: number, height: number] | null> =
  {
    met: [0, 16],
    'not-met': [9, 7],
    'not-evaluated': [6, 4],
    stale: [14, 2],
    disabled: [7, 1],
    'no-data': null,
  };

/** What a control was on each day, as a strip; the same in words for who does not see it. */
export function DayStrip(props: {
  days: readonly ControlDay[];
  className?: string;
  /** What it is called, where its days are not the last ones. */
  labelOf?: (count: number, counts: string) => string;
}) {
  const { days, className = styles.strip } = props;
  const { t } = useWords();
  const labelOf =
    props.labelOf ??
    ((count: number, told: string) =>
      t('controls.strip', { count, counts: told }));
  const counts = controlDays
    .map(day => ({ day, count: days.filter(one => one === day).length }))
    .filter(({ count }) => count > 0)
    .map(({ day, count }) =>
      t('controls.stripCount', {
        count,
        status: t(`controls.status.${camel(day)}`),
      }),
    );
  return (
    <svg
      className={className}
      viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={labelOf(days.length, counts.join(', '))}
    >
      {days.map((day, index) => {
        const form = forms[day];
        return (
          form && (
            <rect
              key={index}
              data-status={day}
              x={index * WIDTH}
              y={form[0]}
              width={WIDTH - 1}
              height={form[1]}
            />
          )
        );
      })}
    </svg>
  );
}

/** What the forms of a strip mean. */
export function StripLegend({ days }: { days: readonly ControlDay[] }) {
  const { t } = useWords();
  const shown = controlDays.filter(day => days.includes(day) && forms[day]);
  return (
    <ul className={styles.legend} aria-label={t('controls.legend')}>
      {shown.map(day => (
        <li key={day}>
          <svg
            className={styles.key}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            aria-hidden
          >
            <rect
              data-status={day}
              x={0}
              y={forms[day]![0]}
              width={WIDTH}
              height={forms[day]![1]}
            />
          </svg>
          {t(`controls.status.${camel(day)}`)}
        </li>
      ))}
    </ul>
  );
}
