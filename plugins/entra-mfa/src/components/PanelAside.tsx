import type { ReactNode } from 'react';
import styles from './Panel.module.css';

/** Several things beside the heading of a panel: what there is to say, then what can be done. */
export function PanelAside({ children }: { children: ReactNode }) {
  return <div className={styles.aside}>{children}</div>;
}
