import { Link } from '@backstage/ui';
import type { ReminderProgress } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import { Panel } from '../components/Panel';
import table from '../components/table.module.css';
import { camel } from '../messages/camel';
import { useWords } from '../messages/useWords';
import { gapOf } from '../navigation/reminderFilter';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import styles from './reminders.module.css';

/** Of each team's own members: who was reminded, who has closed the gap since, who has not. */
export function TeamsPanel({
  teams,
  hiddenTeams,
  campaign: { filter },
}: Pick<ReminderProgress, 'teams' | 'hiddenTeams' | 'campaign'>) {
  const { t, count } = useWords();
  const links = useLinks(usePageParams());
  const title = t('reminders.teams.title');
  const gap = gapOf(filter);
  const list =
    gap === 'uncovered'
      ? { state: 'uncovered' }
      : { privileged: 'true', mark: 'phone-only' };
  return (
    <Panel title={title} aside={t('reminders.teams.aside')}>
      {teams.length === 0 ? (
        <p>{t('reminders.teams.none')}</p>
      ) : (
        <DataTable
          label={title}
          columns={[
            { label: t('reminders.column.team') },
            { label: t('reminders.column.reminded'), isNumber: true },
            { label: t(`reminders.fixed.${camel(gap)}`), isNumber: true },
            { label: t('reminders.column.open'), isNumber: true },
            {
              label: t('reminders.column.other'),
              isNumber: true,
              isExtra: true,
            },
          ]}
        >
          {teams.map(team => (
            <tr key={team.ref}>
              <th scope="row">
                <Link href={links.people({ team: team.ref, ...list })}>
                  {team.title}
                </Link>
              </th>
              <td className={table.number}>{count(team.reminded)}</td>
              <td className={table.number}>{count(team.fixed)}</td>
              <td className={table.number}>{count(team.open)}</td>
              <td className={`${table.number} ${table.extra}`}>
                {count(team.other)}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {hiddenTeams > 0 && (
        <p className={styles.small}>
          {t('reminders.teams.hidden', { count: hiddenTeams })}
        </p>
      )}
    </Panel>
  );
}
