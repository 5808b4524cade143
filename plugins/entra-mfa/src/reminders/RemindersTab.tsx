import { Skeleton } from '@backstage/ui';
import { entraMfaRemindersManagePermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { reminderChecks } from '../navigation/reminderFilter';
import { useCheckedValues } from '../navigation/useCheckedValues';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { WrongValues } from '../states/WrongValues';
import { CampaignList } from './CampaignList';
import { NewCampaignDialog } from './NewCampaignDialog';
import styles from './reminders.module.css';

/** Campaigns that remind people, the newest first; and for who may, a way to make one. */
export function RemindersTab() {
  const { t } = useWords();
  const { tenant, at } = usePageParams();
  const { values, wrong } = useCheckedValues(reminderChecks);
  const { data, error, refetch } = useRead('getReminders', {}, { tenant });
  const campaigns = data?.items ?? [];
  return (
    <Panel
      title={t('reminders.title')}
      aside={
        data?.mayManage && (
          <NewCampaignDialog
            key={JSON.stringify(values)}
            tenant={tenant}
            filter={values}
          />
        )
      }
    >
      <p className={styles.intro}>{t('reminders.intro')}</p>
      <WrongValues wrong={wrong} />
      {at && <p className={styles.intro}>{t('reminders.past')}</p>}
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <Skeleton width="100%" height={160} />}
      {data && campaigns.length === 0 && (
        <EmptyState title={t('reminders.none.title')}>
          {data.mayManage
            ? t('reminders.none.text')
            : t('reminders.none.mayNot', {
                permission: (
                  <code>{entraMfaRemindersManagePermission.name}</code>
                ),
              })}
        </EmptyState>
      )}
      {campaigns.length > 0 && <CampaignList campaigns={campaigns} />}
    </Panel>
  );
}
