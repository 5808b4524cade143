import styles from './Sparkline.module.css';

const WIDTH = 240;
const HEIGHT = 32;

/** The line of a sparkline in a box of {@link WIDTH} by {@link HEIGHT}: each figure holds until the next. */
export function sparkPath(
  points: readonly { time: number; permille: number }[],
  [low, high]: readonly [number, number],
): string {
  const begin = points[0].time;
  const span = points[points.length - 1].time - begin;
  const x = (time: number) => Math.round(((time - begin) / span) * WIDTH);
  return points
    .map(({ time, permille }, index) => {
      const y = heightOf(permille, [low, high]);
      return index === 0 ? `M0 ${y}` : `H${x(time)}V${y}`;
    })
    .join('');
}

function heightOf(
  permille: number,
  [low, high]: readonly [number, number],
): number {
  return Math.round((1 - (permille - low) / (high - low)) * (HEIGHT - 4)) + 2;
}

/** A course in one line of text's height, with the target. Beside it there has to be the same in text. */
export function Sparkline(props: {
  points: readonly { time: number; permille: number }[];
  targetPermille: number;
  label: string;
}) {
  const { points, targetPermille, label } = props;
  const values = [...points.map(({ permille }) => permille), targetPermille];
  const range = [
    Math.max(0, Math.min(...values) - 10),
    Math.min(1000, Math.max(...values) + 10),
  ] as const;
  const target = heightOf(targetPermille, range);
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className={styles.target} d={`M0 ${target}H${WIDTH}`} />
      <path className={styles.line} d={sparkPath(points, range)} />
    </svg>
  );
}
