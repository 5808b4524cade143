import { Button } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { lazy, Suspense, useState, type ComponentPropsWithoutRef } from 'react';
import type { DayPicker } from './DayPicker';

const Opened = lazy(() =>
  import('./DayPicker').then(m => ({ default: m.DayPicker })),
);

/**
 * A day as a button, until somebody wants another one: then the field and its calendar, which are loaded for
 * that.
 */
export function LazyDayPicker({
  shown,
  ...props
}: ComponentPropsWithoutRef<typeof DayPicker> & {
  /** The day in words. */
  shown: string;
}) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <Button
      size="small"
      variant="secondary"
      aria-label={`${props['aria-label']} ${shown}`}
      iconEnd={<RiArrowDownSLine />}
      isPending={isWanted}
      onPress={() => setWanted(true)}
    >
      {shown}
    </Button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <Opened {...props} defaultOpen />
    </Suspense>
  );
}
