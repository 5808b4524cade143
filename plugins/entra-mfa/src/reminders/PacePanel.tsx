import type { ReminderProgress } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { PaceChart } from './PaceChart';
import styles from './reminders.module.css';

/** One decimal, cut off. */
const cut = (value: number) => (Math.floor(value * 10) / 10).toFixed(1);

/** What the campaign changed against the pace before it. */
export function PacePanel(props: {
  pace: NonNullable<ReminderProgress['pace']>;
  isOfTeam: boolean;
}) {
  const { pace, isOfTeam } = props;
  const { t, inDecimals } = useWords();
  const figure = (value: number | null) =>
    value === null
      ? t('reminders.pace.unknown')
      : t('reminders.pace.perWeek', { figure: inDecimals(cut(value)) });
  return (
    <Panel
      title={t('reminders.pace.title')}
      aside={t(isOfTeam ? 'reminders.pace.aside_team' : 'reminders.pace.aside')}
    >
      <dl className={styles.figures}>
        <div>
          <dt>{t('reminders.pace.before')}</dt>
          <dd>{figure(pace.before)}</dd>
        </div>
        <div>
          <dt>{t('reminders.pace.since')}</dt>
          <dd>{figure(pace.since)}</dd>
        </div>
      </dl>
      <PaceChart weeks={pace.weeks} />
      <p className={styles.small}>{t('reminders.pace.note')}</p>
    </Panel>
  );
}
