import { nice, ticks } from 'd3-array';
import type { ReminderProgress } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { TimeChart } from '../components/TimeChart';
import { useWords } from '../messages/useWords';
import styles from './reminders.module.css';

const WEEK = 7 * 86_400_000;

/** How many were fixed in each week as bars, with a line where the campaign began. */
export function PaceChart(props: {
  weeks: NonNullable<ReminderProgress['pace']>['weeks'];
}) {
  const { t, dayOf, dayOfYear } = useWords();
  const weeks = props.weeks.map(week => ({
    ...week,
    time: Date.parse(week.from),
  }));
  if (weeks.length < 2) return null;
  const [, top] = nice(0, Math.max(1, ...weeks.map(({ fixed }) => fixed)), 4);
  const begin = weeks.find(({ isSince }) => isSince)?.time;
  // The last bar has its week to the right of its beginning.
  const end = weeks[weeks.length - 1].time + WEEK;
  return (
    <TimeChart
      label={t('reminders.pace.chart')}
      stepLabel={t('reminders.pace.step')}
      moments={[
        ...weeks.map(({ time, from, fixed }) => ({
          time,
          hint: t('reminders.pace.week', { day: dayOf(from), count: fixed }),
        })),
        { time: end, hint: dayOf(new Date(end).toISOString()) },
      ]}
      levels={ticks(0, top, 4)
        .filter(Number.isInteger)
        .map(value => ({ value, text: String(value) }))}
      marks={
        begin === undefined
          ? []
          : [{ time: begin, text: t('reminders.pace.began') }]
      }
      dayOf={time => dayOfYear(new Date(time).toISOString())}
    >
      {({ x, y }) =>
        weeks.map(({ time, fixed, isSince }) => (
          <rect
            key={time}
            className={styles.bar}
            data-since={isSince || undefined}
            x={x(time) + 0.6}
            width={Math.max(0, x(time + WEEK) - x(time) - 1.2)}
            y={y(fixed)}
            height={y(0) - y(fixed)}
          />
        ))
      }
    </TimeChart>
  );
}
