import { Button } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { lazy, Suspense, useState, type ComponentPropsWithoutRef } from 'react';
import type { PastDayPicker } from './PastDayPicker';

const Opened = lazy(() =>
  import('./PastDayPicker').then(m => ({ default: m.PastDayPicker })),
);

/**
 * A day as a button, until somebody wants another one: then the field and its calendar, which are loaded for
 * that.
 */
export function LazyDayPicker({
  shown,
  ...props
}: ComponentPropsWithoutRef<typeof PastDayPicker> & {
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
      <Opened {...props} />
    </Suspense>
  );
}
