import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  type ComponentProps,
} from 'react';
import styles from './Chart.module.css';
import type { TrendLine } from './TrendLine';

const Drawn = lazy(() =>
  import('./TrendLine').then(m => ({ default: m.TrendLine })),
);

/** A trend whose library of charts is loaded when it comes into sight. Its place is kept for it. */
export function LazyTrendLine(props: ComponentProps<typeof TrendLine>) {
  const place = useRef<HTMLDivElement>(null);
  // What cannot watch shows it at once.
  const [isInSight, setInSight] = useState(!('IntersectionObserver' in window));
  useEffect(() => {
    if (isInSight) return undefined;
    const observer = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) setInSight(true);
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [isInSight]);
  return (
    <div ref={place} className={styles.line}>
      {isInSight && (
        <Suspense fallback={null}>
          <Drawn {...props} />
        </Suspense>
      )}
    </div>
  );
}
