import styles from './Chart.module.css';

/** How what stands at an axis is written. */
export const tick = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

/** What a chart says of the moment that is pointed at. */
export function Hint(props: {
  active?: boolean;
  payload?: { payload: { hint: string } }[];
}) {
  const point = props.active ? props.payload?.[0]?.payload : undefined;
  return point ? <div className={styles.tooltip}>{point.hint}</div> : null;
}
