import { Link } from '@backstage/ui';
import type { ReminderCampaign } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { DataTable } from '../components/DataTable';
import table from '../components/table.module.css';
import { useWords } from '../messages/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { CampaignStateLabel } from './CampaignStateLabel';
import styles from './reminders.module.css';

/** Campaigns in a line each: where they stand, and what became of whom they reminded. */
export function CampaignList(props: {
  campaigns: readonly ReminderCampaign[];
}) {
  const { t, count, dayOf } = useWords();
  const links = useLinks(usePageParams());
  return (
    <DataTable
      label={t('reminders.title')}
      columns={[
        { label: t('reminders.column.campaign') },
        { label: t('reminders.column.state') },
        { label: t('reminders.column.days'), isExtra: true },
        { label: t('reminders.column.reminded'), isNumber: true },
        { label: t('reminders.column.fixed'), isNumber: true },
        { label: t('reminders.column.open'), isNumber: true },
      ]}
    >
      {props.campaigns.map(campaign => (
        <tr key={campaign.id}>
          <th scope="row">
            <Link href={links.campaign(campaign.id)}>{campaign.title}</Link>
          </th>
          <td>
            <CampaignStateLabel campaign={campaign} />
          </td>
          <td className={table.extra}>
            {t('reminders.days', {
              from: dayOf(campaign.firstDay),
              to: dayOf(campaign.until),
            })}
            <div className={styles.small}>
              {t('reminders.every', { count: campaign.everyDays })}
            </div>
          </td>
          {(['reminded', 'fixed', 'open'] as const).map(name => (
            <td key={name} className={table.number}>
              {campaign.counts ? count(campaign.counts[name]) : '–'}
            </td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}
