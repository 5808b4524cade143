import { useState, type MouseEvent, type ReactNode } from 'react';
import { bisectCenter, ticks } from 'd3-array';
import styles from './TimeChart.module.css';

const DAY = 86_400_000;

const across = (y: number) => `M0 ${y}H100`;
const down = (x: number) => `M${x} 0V100`;

/** A moment that can be pointed at, and what is said of it. */
export interface ChartMoment {
  time: number;
  hint: string;
  /** Where its line is. */
  value?: number | null;
  /** Whether that is marked, pointed at or not. */
  isMarked?: boolean;
}

/** Where something stands in a chart, in percent of its width and of its height from the top. */
export interface ChartScales {
  x: (time: number) => number;
  y: (value: number) => number;
}

/**
 * A chart over time: the scales, the words at its sides, and what is said of the moment that the pointer or the
 * keyboard is at. What is drawn in it is its child. Everything stands in percent, so that it fits any width without
 * being measured. Beside it there has to be the same in text.
 */
export function TimeChart(props: {
  label: string;
  /** What going from moment to moment with the keyboard is called. */
  stepLabel: string;
  /** At least two, in their order. */
  moments: readonly ChartMoment[];
  /** What stands at the left, from the bottom of the chart to its top. */
  levels: readonly { value: number; text: string }[];
  /** A line across, with its words. */
  target?: { value: number; text: string };
  /** Lines from top to bottom, with their words. */
  marks: readonly { time: number; text: string }[];
  dayOf: (time: number) => string;
  onChoose?: (time: number) => void;
  className?: string;
  children: (scales: ChartScales) => ReactNode;
}) {
  const { moments, levels, target, marks, dayOf, onChoose } = props;
  const [pointed, setPointed] = useState<number>();
  const times = moments.map(({ time }) => time);
  const last = times.length - 1;
  const begin = times[0];
  const span = times[last] - begin;
  const low = levels[0].value;
  const high = levels[levels.length - 1].value;
  const x = (time: number) => ((time - begin) / span) * 100;
  const y = (value: number) => (1 - (value - low) / (high - low)) * 100;
  const days = ticks(0, span / DAY, 5).filter(Number.isInteger);
  // Of an earlier day there are fewer moments.
  const shown = Math.min(pointed ?? last, last);
  const at = pointed === undefined ? undefined : moments[shown];
  const indexAt = ({ clientX, currentTarget }: MouseEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return bisectCenter(times, begin + ((clientX - left) / width) * span);
  };
  const dots = moments.filter(one => one.isMarked || one === at);
  return (
    <div className={[styles.chart, props.className].join(' ')}>
      <div className={styles.plot}>
        <svg
          className={styles.lines}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={props.label}
        >
          {levels.map(({ value }) => (
            <path key={value} className={styles.level} d={across(y(value))} />
          ))}
          {target && (
            <path className={styles.target} d={across(y(target.value))} />
          )}
          {marks.map(({ time }) => (
            <path key={time} className={styles.mark} d={down(x(time))} />
          ))}
          {at && <path className={styles.pointed} d={down(x(at.time))} />}
          {props.children({ x, y })}
        </svg>
        <div aria-hidden>
          {levels.map(({ value, text }) => (
            <span
              key={value}
              className={styles.value}
              style={{ top: `${y(value)}%` }}
            >
              {text}
            </span>
          ))}
          <div>
            {days.map(day => (
              <span
                key={day}
                className={styles.day}
                style={{ left: `${x(begin + day * DAY)}%` }}
              >
                {dayOf(begin + day * DAY)}
              </span>
            ))}
          </div>
          {target && (
            <span
              className={styles.targetText}
              style={{ top: `${y(target.value)}%` }}
            >
              {target.text}
            </span>
          )}
          {marks.map(({ time, text }) => (
            <span
              key={time}
              className={styles.markText}
              style={{ left: `${x(time)}%` }}
            >
              {text}
            </span>
          ))}
          {dots.map(({ time, value }) =>
            typeof value === 'number' ? (
              <span
                key={time}
                className={styles.dot}
                style={{ left: `${x(time)}%`, top: `${y(value)}%` }}
              />
            ) : null,
          )}
        </div>
        <input
          className={styles.steps}
          data-choosable={onChoose && ''}
          type="range"
          aria-label={props.stepLabel}
          aria-valuetext={moments[shown].hint}
          min={0}
          max={last}
          value={shown}
          onChange={event => setPointed(Number(event.target.value))}
          onFocus={() => setPointed(before => before ?? last)}
          onBlur={() => setPointed(undefined)}
          onMouseMove={event => setPointed(indexAt(event))}
          onMouseLeave={() => setPointed(undefined)}
          // The pointer is where it is in time, which a range of numbers does not know.
          onMouseDown={event => event.preventDefault()}
          onClick={event => onChoose?.(times[indexAt(event)])}
          onKeyDown={event => {
            if (event.key === 'Enter') onChoose?.(times[shown]);
          }}
        />
        {at && (
          <div
            aria-hidden
            className={styles.hint}
            style={
              x(at.time) > 50
                ? { right: `${100 - x(at.time)}%` }
                : { left: `${x(at.time)}%` }
            }
          >
            {at.hint}
          </div>
        )}
      </div>
    </div>
  );
}
