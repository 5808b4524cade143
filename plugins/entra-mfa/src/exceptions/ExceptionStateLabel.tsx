import {
  RiCloseCircleFill,
  RiForbid2Line,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import type { Exception } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './exceptions.module.css';

const icons = {
  requested: RiQuestionLine,
  'in-force': RiTimeLine,
  refused: RiCloseCircleFill,
  withdrawn: RiForbid2Line,
  lapsed: RiForbid2Line,
  ended: RiForbid2Line,
  expired: RiForbid2Line,
};

/** What has become of an exception: its own sign, and always its word. */
export function ExceptionStateLabel({ exception }: { exception: Exception }) {
  const { t, dayOf } = useWords();
  const Icon = icons[exception.state];
  return (
    <span className={styles.state} data-state={exception.state}>
      <Icon className={styles.icon} size={16} aria-hidden />
      {t(`exceptions.state.${camel(exception.state)}`, {
        date: dayOf(exception.until),
      })}
    </span>
  );
}
