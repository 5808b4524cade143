import type { ReactNode } from 'react';
import { InfoCard } from '@backstage/core-components';
import { FramesContext, type Frames } from '../components/frames';
import styles from './legacy.module.css';

const titleOf = (component: string, variant: string) => ({
  component,
  variant,
});

const frames: Frames = {
  panel: ({ title, aside, className, children }) => (
    <InfoCard
      title={title}
      titleTypographyProps={titleOf('h2', 'h5')}
      action={aside && <div className={styles.aside}>{aside}</div>}
      className={className}
    >
      {children}
    </InfoCard>
  ),
  card: ({ title, className, children }) => (
    <InfoCard
      title={title}
      titleTypographyProps={titleOf('h3', 'h5')}
      variant="gridItem"
      className={className}
    >
      {children}
    </InfoCard>
  ),
};

/** The frames of a portal on the old frontend system, so that what stands in them looks at home there. */
export function LegacyFrames({ children }: { children: ReactNode }) {
  return (
    <FramesContext.Provider value={frames}>{children}</FramesContext.Provider>
  );
}
