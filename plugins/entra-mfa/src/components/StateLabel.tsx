import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiForbid2Line,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import type { PersonState } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import styles from './StateLabel.module.css';

const icons = {
  covered: RiCheckboxCircleFill,
  uncovered: RiCloseCircleFill,
  unknown: RiQuestionLine,
  exempt: RiTimeLine,
  'out-of-scope': RiForbid2Line,
};

/** A state: its own sign, its colour, and always its word. */
export function StateLabel(props: { state: PersonState; label: string }) {
  const Icon = icons[props.state];
  return (
    <span className={styles.label} data-state={props.state}>
      <Icon className={styles.icon} size={16} aria-hidden />
      {props.label}
    </span>
  );
}
