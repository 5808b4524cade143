import type { TeamStandingOf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import shared from '../components/shared.module.css';
import { useWords } from '../messages/useWords';
import { ControlStatusLabel } from './ControlStatusLabel';

/** The status of a control for a team, or that it is not told to the reader. */
export function TeamStatus({
  standing,
  isHidden = false,
}: {
  standing: TeamStandingOf;
  isHidden?: boolean;
}) {
  const { t } = useWords();
  const { status, withheld } = standing;
  return status === null && (withheld || isHidden) ? (
    <span className={shared.small}>{t('controls.team.notTold')}</span>
  ) : (
    <ControlStatusLabel status={status ?? 'no-data'} />
  );
}
