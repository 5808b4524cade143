import {
  RiArrowGoBackLine,
  RiDraftLine,
  RiEyeLine,
  RiHistoryLine,
  RiLockFill,
} from '@remixicon/react';
import type { AssessmentState } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import shared from '../components/shared.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';

const icons = {
  draft: RiDraftLine,
  'in-review': RiEyeLine,
  returned: RiArrowGoBackLine,
  approved: RiLockFill,
  superseded: RiHistoryLine,
};

/** What an assessment is: its sign, and always its word. */
export function AssessmentStateLabel({ state }: { state: AssessmentState }) {
  const { t } = useWords();
  const Icon = icons[state];
  return (
    <span className={shared.label}>
      <Icon size={16} aria-hidden />
      {t(`assessments.state.${camel(state)}`)}
    </span>
  );
}
