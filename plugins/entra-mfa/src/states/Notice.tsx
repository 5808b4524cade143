import type { ReactNode } from 'react';
import { Card, CardBody, Text } from '@backstage/ui';
import styles from './states.module.css';

/** What stands in the place of figures: what is the matter, and what to do. */
export function Notice(props: {
  title: string;
  role?: 'alert' | 'status';
  children?: ReactNode;
}) {
  return (
    <Card className={styles.notice}>
      <CardBody className={styles.noticeScroll}>
        <div role={props.role} className={styles.noticeBody}>
          <Text as="h2" variant="title-x-small" weight="bold">
            {props.title}
          </Text>
          {props.children}
        </div>
      </CardBody>
    </Card>
  );
}
