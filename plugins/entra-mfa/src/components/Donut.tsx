import type { ReactNode } from 'react';
import { Cell, Pie, PieChart, ResponsiveContainer, Tooltip } from 'recharts';
import styles from './Chart.module.css';

/** A part of a whole, and what opens when it is pressed. */
export interface DonutPart {
  key: string;
  label: string;
  count: number;
  color: string;
  hint: string;
  onOpen: () => void;
}

function Hint(props: { active?: boolean; payload?: { payload: DonutPart }[] }) {
  const part = props.active ? props.payload?.[0]?.payload : undefined;
  return part ? <div className={styles.tooltip}>{part.hint}</div> : null;
}

/**
 * A donut whose parts open what they count. It is for the pointer; beside it there has to be the
 * same in text, with links for the keyboard.
 */
export function Donut(props: { parts: DonutPart[]; children: ReactNode }) {
  return (
    <div className={styles.donut}>
      <div aria-hidden className={styles.fill}>
        <ResponsiveContainer width="100%" height="100%">
          <PieChart accessibilityLayer={false}>
            <Pie
              data={props.parts}
              dataKey="count"
              nameKey="label"
              innerRadius="68%"
              outerRadius="100%"
              startAngle={90}
              endAngle={-270}
              stroke="var(--bui-bg-neutral-1)"
              isAnimationActive={false}
              rootTabIndex={-1}
              onClick={(_, index) => props.parts[index]?.onOpen()}
            >
              {props.parts.map(part => (
                <Cell key={part.key} fill={part.color} cursor="pointer" />
              ))}
            </Pie>
            <Tooltip
              content={<Hint />}
              isAnimationActive={false}
              allowEscapeViewBox={{ x: true, y: true }}
            />
          </PieChart>
        </ResponsiveContainer>
      </div>
      <div className={styles.middle}>{props.children}</div>
    </div>
  );
}
