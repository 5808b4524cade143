import { useState, type ReactNode } from 'react';
import styles from './Chart.module.css';

/** A part of a whole, and what opens when it is pressed; nothing where the reader could see nobody. */
export interface DonutPart {
  key: string;
  count: number;
  color: string;
  hint: string;
  onOpen?: () => void;
}

/**
 * A donut whose parts open what they count. It is for the pointer; beside it there has to be the
 * same in text, with links for the keyboard. Two arcs need no library of charts, which would be half of what
 * the page loads before anything is seen.
 */
export function Donut(props: { parts: DonutPart[]; children: ReactNode }) {
  const [pointed, setPointed] = useState<DonutPart>();
  const whole = props.parts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return (
    <div className={styles.donut}>
      <svg aria-hidden className={styles.fill} viewBox="-50 -50 100 100">
        {props.parts.map(part => {
          const start = before;
          before += part.count;
          return (
            <circle
              key={part.key}
              className={styles.part}
              style={part.onOpen ? undefined : { cursor: 'default' }}
              r="42"
              pathLength={whole}
              strokeDasharray={`${part.count} ${whole - part.count}`}
              strokeDashoffset={-start}
              stroke={part.color}
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
