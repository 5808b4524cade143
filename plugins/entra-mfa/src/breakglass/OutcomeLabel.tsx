import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiQuestionLine,
} from '@remixicon/react';
import type { CheckOutcome } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './breakGlass.module.css';

const icons = {
  passed: RiCheckboxCircleFill,
  failed: RiCloseCircleFill,
  'not-known': RiQuestionLine,
};

/** What a check came to: its own sign, its colour, and always its word. */
export function OutcomeLabel({ outcome }: { outcome: CheckOutcome }) {
  const { t } = useWords();
  const Icon = icons[outcome];
  return (
    <span className={styles.outcome} data-outcome={outcome}>
      <Icon className={styles.icon} size={16} aria-hidden />
      {t(`breakGlass.outcome.${camel(outcome)}`)}
    </span>
  );
}
