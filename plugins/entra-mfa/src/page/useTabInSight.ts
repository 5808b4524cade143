import { useEffect, type RefObject } from 'react';
import { scrollToTab } from './scrollToTab';

/** Brings the open tab into sight where the row is wider than the screen. */
export function useTabInSight(
  ref: RefObject<HTMLElement>,
  open: string | undefined,
  /** What stands in the row: it is another row with another text. */
  text: string,
): void {
  useEffect(() => {
    // The tabs have their places when the row is drawn, not when it is rendered.
    const frame = requestAnimationFrame(() => {
      if (ref.current && open) scrollToTab(ref.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [ref, open, text]);
}
