import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { Hint, tick } from './chartParts';
import styles from './Chart.module.css';

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
  dayOf: (time: number) => string;
}) {
  const { points, needed } = props;
  const drawn = [
    ...points.map(point => ({
      ...point,
      ...(point.time === needed[0].time && { needed: needed[0].people }),
    })),
    ...needed.slice(1).map(({ time, people, hint }) => ({
      time,
      needed: people,
      hint,
    })),
  ];
  return (
    <div className={styles.line} role="img" aria-label={props.label}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={drawn}
          accessibilityLayer={false}
          margin={{ top: 18, right: 32, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--emfa-line)" />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={props.dayOf}
            minTickGap={40}
            tick={tick}
            stroke="var(--emfa-line)"
          />
          <YAxis
            domain={[0, 'auto']}
            allowDecimals={false}
            width={48}
            tick={tick}
            stroke="none"
          />
          {needed.slice(1).map(({ time }) => (
            <ReferenceLine
              key={time}
              x={time}
              stroke="var(--bui-fg-primary)"
              strokeDasharray="4 4"
              label={{
                value: props.dayOf(time),
                position: 'top',
                fill: 'var(--bui-fg-secondary)',
                fontSize: 12,
              }}
            />
          ))}
          <Tooltip content={<Hint />} isAnimationActive={false} />
          <Line
            className={styles.needed}
            dataKey="needed"
            type="linear"
            stroke="var(--bui-fg-primary)"
            strokeWidth={2}
            strokeDasharray="5 4"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="people"
            type="stepAfter"
            stroke="var(--emfa-uncovered)"
            strokeWidth={2}
            dot={points.length < 3}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
