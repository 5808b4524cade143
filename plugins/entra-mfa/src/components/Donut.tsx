import { useState, type ReactNode } from 'react';
import { arc, pie, type PieArcDatum } from 'd3-shape';
import styles from './Chart.module.css';

/** A part of a whole, and what opens when it is pressed; nothing where the reader could see nobody. */
export interface DonutPart {
  key: string;
  count: number;
  color: string;
  hint: string;
  onOpen?: () => void;
}

const anglesOf = pie<DonutPart>()
  .sort(null)
  .value(({ count }) => count);
const shapeOf = arc<PieArcDatum<DonutPart>>().innerRadius(35).outerRadius(49);

/**
 * A donut whose parts open what they count. It is for the pointer; beside it there has to be the
 * same in text, with links for the keyboard.
 */
export function Donut(props: { parts: DonutPart[]; children: ReactNode }) {
  const [pointed, setPointed] = useState<DonutPart>();
  return (
    <div className={styles.donut}>
      <svg aria-hidden className={styles.fill} viewBox="-50 -50 100 100">
        {anglesOf(props.parts).map(angles => {
          const part = angles.data;
          return (
            <path
              key={part.key}
              className={styles.part}
              style={part.onOpen ? undefined : { cursor: 'default' }}
              d={shapeOf(angles) ?? undefined}
              fill={part.color}
              onClick={part.onOpen}
              onMouseEnter={() => setPointed(part)}
              onMouseLeave={() => setPointed(undefined)}
            />
          );
        })}
      </svg>
      <div className={styles.middle}>{props.children}</div>
      {pointed && (
        <div className={`${styles.tooltip} ${styles.hint}`}>{pointed.hint}</div>
      )}
    </div>
  );
}
