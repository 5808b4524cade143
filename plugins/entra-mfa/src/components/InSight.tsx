import {
  Suspense,
  useEffect,
  useRef,
  useState,
  type ReactElement,
} from 'react';

/** Shows what is loaded when it comes into sight, such as the library of charts. Its place is kept for it. */
export function InSight(props: { className: string; children: ReactElement }) {
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
    <div ref={place} className={props.className}>
      {isInSight && <Suspense fallback={null}>{props.children}</Suspense>}
    </div>
  );
}
