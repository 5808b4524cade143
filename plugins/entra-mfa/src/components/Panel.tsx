import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import styles from './Panel.module.css';

/** A part of a page with its heading, and what belongs beside the heading. */
export function Panel(props: {
  title: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Card className={`${styles.panel} ${props.className ?? ''}`}>
      <CardHeader>
        <div className={styles.head}>
          <Text as="h2" variant="title-x-small" weight="bold">
            {props.title}
          </Text>
          {props.aside && <div className={styles.aside}>{props.aside}</div>}
        </div>
      </CardHeader>
      <CardBody className={styles.body}>{props.children}</CardBody>
    </Card>
  );
}
