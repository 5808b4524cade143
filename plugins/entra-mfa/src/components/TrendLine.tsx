import { area, curveStepAfter, line } from 'd3-shape';
import { TimeChart } from './TimeChart';
import styles from './TimeChart.module.css';

/** One moment of a trend. */
export interface TrendPoint {
  time: number;
  permille: number;
  hint: string;
}

/** One moment of a forecast: the likely figure, and the range it may lie in. */
export interface TrendForecast {
  time: number;
  likely: number | null;
  range: [low: number, high: number];
  hint: string;
}

/** A moment that is marked, by the number of what is said of it. */
export interface TrendMark {
  time: number;
  number: string;
}

/** Round figures that hold the values, from the lowest. */
function levelsOf(values: readonly number[]) {
  const bottom = Math.max(0, Math.min(...values) - 10);
  const top = Math.min(1000, Math.max(...values) + 10);
  const step =
    [10, 20, 50, 100].find(size => (top - bottom) / size <= 4) ?? 250;
  const low = Math.floor(bottom / step);
  const high = Math.ceil(top / step);
  return Array.from({ length: high - low + 1 }, (_, index) => {
    const value = (low + index) * step;
    return { value, text: `${value / 10} %` };
  });
}

/**
 * Coverage over time with the target as a line, what is forecast as a dashed one with its range, and marks where
 * something is to be said. Beside it there has to be the same in text.
 */
export function TrendLine(props: {
  points: TrendPoint[];
  targetPermille: number;
  targetLabel: string;
  label: string;
  stepLabel: string;
  dayOf: (time: number) => string;
  /** Begins with the last point. */
  forecast?: TrendForecast[];
  marks?: TrendMark[];
  /** Of a moment of `points` that is chosen. */
  onChoose?: (time: number) => void;
}) {
  const { points, targetPermille, forecast = [], marks = [], onChoose } = props;
  const last = points[points.length - 1];
  return (
    <TimeChart
      className={styles.covered}
      label={props.label}
      stepLabel={props.stepLabel}
      moments={[
        ...points.map(({ time, permille, hint }) => ({
          time,
          hint,
          value: permille,
          isMarked: points.length < 3,
        })),
        ...forecast
          .slice(1)
          .map(({ time, likely, hint }) => ({ time, hint, value: likely })),
      ]}
      levels={levelsOf([
        ...points.map(({ permille }) => permille),
        targetPermille,
      ])}
      target={{ value: targetPermille, text: props.targetLabel }}
      marks={marks.map(({ time, number }) => ({ time, text: number }))}
      dayOf={props.dayOf}
      onChoose={onChoose && (time => time <= last.time && onChoose(time))}
    >
      {({ x, y }) => (
        <>
          <path
            className={styles.range}
            d={
              area<TrendForecast>(
                ({ time }) => x(time),
                ({ range }) => y(range[0]),
                ({ range }) => y(range[1]),
              )(forecast) ?? undefined
            }
          />
          <path
            className={styles.expected}
            d={
              line<TrendForecast>(
                ({ time }) => x(time),
                ({ likely }) => y(likely ?? 0),
              ).defined(({ likely }) => likely !== null)(forecast) ?? undefined
            }
          />
          <path
            className={styles.line}
            d={
              line<TrendPoint>(
                ({ time }) => x(time),
                ({ permille }) => y(permille),
              ).curve(curveStepAfter)(points) ?? undefined
            }
          />
        </>
      )}
    </TimeChart>
  );
}
