import { nice, ticks } from 'd3-array';
import { curveStepAfter, line } from 'd3-shape';
import { TimeChart } from './TimeChart';
import styles from './TimeChart.module.css';

/** How many are left at a moment. */
export interface LeftPoint {
  time: number;
  people: number;
  hint: string;
}

/**
 * How many are left over time, and as a dashed line how many may be, down to the days that end it. Beside it there
 * has to be the same in text.
 */
export function BurnDownLine(props: {
  points: LeftPoint[];
  /** Begins with the last point. */
  needed: LeftPoint[];
  label: string;
  stepLabel: string;
  dayOf: (time: number) => string;
}) {
  const { points, needed, dayOf } = props;
  const ends = needed.slice(1);
  const most = Math.max(1, ...points.map(({ people }) => people));
  const [, top] = nice(0, most, 4);
  return (
    <TimeChart
      className={styles.uncovered}
      label={props.label}
      stepLabel={props.stepLabel}
      moments={[...points, ...ends].map(({ time, people, hint }, index) => ({
        time,
        hint,
        value: people,
        isMarked: points.length < 3 && index < points.length,
      }))}
      levels={ticks(0, top, 4)
        .filter(Number.isInteger)
        .map(value => ({ value, text: String(value) }))}
      marks={ends.map(({ time }) => ({ time, text: dayOf(time) }))}
      dayOf={dayOf}
    >
      {({ x, y }) => {
        const left = line<LeftPoint>(
          ({ time }) => x(time),
          ({ people }) => y(people),
        );
        return (
          <>
            <path className={styles.needed} d={left(needed) ?? undefined} />
            <path
              className={styles.line}
              d={left.curve(curveStepAfter)(points) ?? undefined}
            />
          </>
        );
      }}
    </TimeChart>
  );
}
