import { lazy, type ComponentProps } from 'react';
import { InSight } from './InSight';
import styles from './Chart.module.css';
import type { TrendLine } from './TrendLine';

const Drawn = lazy(() =>
  import('./TrendLine').then(m => ({ default: m.TrendLine })),
);

/** A trend whose library of charts is loaded when it comes into sight. Its place is kept for it. */
export function LazyTrendLine(props: ComponentProps<typeof TrendLine>) {
  return (
    <InSight className={styles.line}>
      <Drawn {...props} />
    </InSight>
  );
}
