import {
  RiDraftLine,
  RiFlagLine,
  RiPauseCircleLine,
  RiPlayCircleFill,
  RiTimeLine,
} from '@remixicon/react';
import type { ReminderCampaign } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import styles from './reminders.module.css';

const icons = {
  draft: RiDraftLine,
  running: RiPlayCircleFill,
  stopped: RiPauseCircleLine,
  over: RiFlagLine,
};

/** Where a campaign stands, and why it sends nothing at the moment. */
export function CampaignStateLabel(props: {
  campaign: Pick<ReminderCampaign, 'state' | 'waits'>;
}) {
  const { state, waits } = props.campaign;
  const { t } = useWords();
  const Icon = waits ? RiTimeLine : icons[state];
  return (
    <span className={styles.state} data-state={waits ? 'waits' : state}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <span>
        {t(`reminders.state.${state}`)}
        {waits && (
          <div className={styles.small}>
            {t(`reminders.waits.${camel(waits)}`)}
          </div>
        )}
      </span>
    </span>
  );
}
