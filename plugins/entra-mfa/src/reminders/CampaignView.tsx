import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useRead } from '../api/useRead';
import { useParams } from '../navigation/router';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';
import { CampaignPanel } from './CampaignPanel';
import { PacePanel } from './PacePanel';
import { TeamsPanel } from './TeamsPanel';
import styles from './reminders.module.css';
import shared from '../components/shared.module.css';

/** One campaign: what it says, to whom and when; how far it is; and what it changed. */
export function CampaignView() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const params = usePageParams();
  const links = useLinks(params);
  const { data, error, refetch } = useRead(
    'getReminder',
    { id },
    { tenant: params.tenant },
  );
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  const { campaign, pace } = data;
  return (
    <div className={shared.stack}>
      <Link href={links.reminders()} className={styles.back}>
        <RiArrowLeftLine size={16} aria-hidden /> {t('reminders.view.back')}
      </Link>
      <CampaignPanel
        campaign={campaign}
        mayManage={data.mayManage}
        tenant={params.tenant}
      />
      {campaign.startedAt !== null && (
        <>
          <TeamsPanel {...data} />
          {pace && (
            <PacePanel
              pace={pace}
              isOfTeam={campaign.filter.team !== undefined}
            />
          )}
        </>
      )}
    </div>
  );
}
