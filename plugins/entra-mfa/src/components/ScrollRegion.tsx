import type { ReactNode } from 'react';
import table from './table.module.css';

/** Holds a table that may be wider than the screen. */
export function ScrollRegion(props: { label: string; children: ReactNode }) {
  return (
    <div
      className={table.scroll}
      role="group"
      aria-label={props.label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be scrollable by keyboard
      tabIndex={0}
    >
      {props.children}
    </div>
  );
}
