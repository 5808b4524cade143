import {
  Area,
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

/**
 * Coverage over time with the target as a line, what is forecast as a dashed one with its range, and marks where
 * something is to be said. Beside it there has to be the same in text.
 */
export function TrendLine(props: {
  points: TrendPoint[];
  targetPermille: number;
  targetLabel: string;
  label: string;
  dayOf: (time: number) => string;
  /** Begins with the last point. */
  forecast?: TrendForecast[];
  marks?: TrendMark[];
  /** Of a moment of `points` that is chosen. */
  onChoose?: (time: number) => void;
}) {
  const { points, targetPermille, forecast = [], marks = [] } = props;
  const { onChoose } = props;
  const values = [...points.map(point => point.permille), targetPermille];
  const drawn = [
    ...points.map(point => ({
      ...point,
      ...(forecast[0]?.time === point.time && {
        likely: forecast[0].likely,
        range: forecast[0].range,
      }),
    })),
    ...forecast.slice(1),
  ];
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
        <ComposedChart
          data={drawn}
          accessibilityLayer={false}
          margin={{
            top: marks.length > 0 ? 18 : 8,
            right: 8,
            bottom: 0,
            left: 0,
          }}
          style={onChoose && { cursor: 'pointer' }}
          onClick={({ activeLabel }) => {
            const chosen = points.find(({ time }) => time === activeLabel);
            if (chosen) onChoose?.(chosen.time);
          }}
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
          {marks.map(({ time, number }) => (
            <ReferenceLine
              key={time}
              x={time}
              stroke="var(--bui-fg-secondary)"
              strokeDasharray="1 3"
              label={{
                value: number,
                position: 'top',
                fill: 'var(--bui-fg-primary)',
                fontSize: 12,
              }}
            />
          ))}
          <Tooltip content={<Hint />} isAnimationActive={false} />
          {forecast.length > 0 && (
            <Area
              dataKey="range"
              type="linear"
              stroke="none"
              fill="var(--emfa-covered)"
              fillOpacity={0.18}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
          {forecast.length > 0 && (
            <Line
              className={styles.forecast}
              dataKey="likely"
              type="linear"
              stroke="var(--emfa-covered)"
              strokeWidth={2}
              strokeDasharray="5 4"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
          <Line
            dataKey="permille"
            type="stepAfter"
            stroke="var(--emfa-covered)"
            strokeWidth={2}
            dot={points.length < 3}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
