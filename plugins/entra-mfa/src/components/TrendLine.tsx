import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import styles from './Chart.module.css';

/** One moment of a trend. */
export interface TrendPoint {
  time: number;
  permille: number;
  hint: string;
}

const tick = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

function Hint(props: {
  active?: boolean;
  payload?: { payload: TrendPoint }[];
}) {
  const point = props.active ? props.payload?.[0]?.payload : undefined;
  return point ? <div className={styles.tooltip}>{point.hint}</div> : null;
}

/** Coverage over time with the target as a line. Beside it there has to be the same in text. */
export function TrendLine(props: {
  points: TrendPoint[];
  targetPermille: number;
  targetLabel: string;
  label: string;
  dayOf: (time: number) => string;
}) {
  const { points, targetPermille } = props;
  const values = [...points.map(point => point.permille), targetPermille];
  const bottom = Math.max(0, Math.min(...values) - 10);
  const top = Math.min(1000, Math.max(...values) + 10);
  const step =
    [10, 20, 50, 100].find(size => (top - bottom) / size <= 4) ?? 250;
  const low = Math.floor(bottom / step) * step;
  const high = Math.ceil(top / step) * step;
  const ticks = Array.from(
    { length: Math.floor((high - low) / step) + 1 },
    (_, index) => high - index * step,
  );
  return (
    <div className={styles.line} role="img" aria-label={props.label}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={points}
          accessibilityLayer={false}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
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
            domain={[low, high]}
            ticks={ticks}
            tickFormatter={(value: number) => `${value / 10} %`}
            width={48}
            tick={tick}
            stroke="none"
          />
          <ReferenceLine
            y={targetPermille}
            stroke="var(--bui-fg-primary)"
            strokeDasharray="4 4"
            label={{
              value: props.targetLabel,
              position: 'insideTopLeft',
              fill: 'var(--bui-fg-secondary)',
              fontSize: 12,
            }}
          />
          <Tooltip content={<Hint />} isAnimationActive={false} />
          <Line
            dataKey="permille"
            type="stepAfter"
            stroke="var(--emfa-covered)"
            strokeWidth={2}
            dot={points.length < 3}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
