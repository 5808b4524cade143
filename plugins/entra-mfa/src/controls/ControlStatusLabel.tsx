import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiForbid2Line,
  RiHistoryLine,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import type { ControlDay } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './controls.module.css';

const icons = {
  met: RiCheckboxCircleFill,
  'not-met': RiCloseCircleFill,
  'not-evaluated': RiQuestionLine,
  stale: RiHistoryLine,
  disabled: RiForbid2Line,
  'no-data': RiSubtractLine,
};

/** The status of a control: its own sign, its colour, and always its word. */
export function ControlStatusLabel(props: {
  status: ControlDay;
  /** How many have it. */
  count?: number;
}) {
  const { status, count } = props;
  const { t } = useWords();
  const Icon = icons[status];
  const word = t(`controls.status.${camel(status)}`);
  return (
    <span className={styles.status} data-status={status}>
      <Icon className={styles.icon} size={16} aria-hidden />
      {count === undefined
        ? word
        : t('controls.of', { value: count, status: word })}
    </span>
  );
}
