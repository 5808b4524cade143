import type { ReactNode } from 'react';
import styles from './states.module.css';

/** A list with nothing in it: why, and what to do. */
export function EmptyState(props: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty} role="status">
      <strong>{props.title}</strong>
      {props.children && <p>{props.children}</p>}
    </div>
  );
}
