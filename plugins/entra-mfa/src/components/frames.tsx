import { createContext, useContext, type ReactNode } from 'react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import shared from './shared.module.css';
import styles from './Panel.module.css';

/** What a frame has in it. */
export interface FrameProps {
  title: string;
  /** What belongs beside the heading. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

type Frame = (props: FrameProps) => JSX.Element;

/** What stands around parts of a page and around cards: each frontend system has frames of its own. */
export interface Frames {
  panel: Frame;
  card: Frame;
}

const frames: Frames = {
  panel: ({ title, aside, className = '', children }) => (
    <Card className={`${styles.panel} ${className}`}>
      <CardHeader>
        <div className={styles.head}>
          <Text as="h2" variant="title-x-small" weight="bold">
            {title}
          </Text>
          {aside && <div className={shared.small}>{aside}</div>}
        </div>
      </CardHeader>
      <CardBody className={styles.body}>{children}</CardBody>
    </Card>
  ),
  card: ({ title, className, children }) => (
    <EntityInfoCard title={title} className={className}>
      {children}
    </EntityInfoCard>
  ),
};

/** Put other frames in here. */
export const FramesContext = createContext(frames);

/** The frames of the portal. */
export const useFrames = () => useContext(FramesContext);
