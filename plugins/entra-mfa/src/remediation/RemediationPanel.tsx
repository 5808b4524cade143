import { useState } from 'react';
import { Skeleton } from '@backstage/ui';
import { useRead } from '../api/useRead';
import { Panel } from '../components/Panel';
import { useWords } from '../messages/useWords';
import { usePageParams } from '../navigation/usePageParams';
import { ErrorState } from '../states/ErrorState';
import { TeamSelect } from '../teams/TeamSelect';
import { GapTable } from './GapTable';
import styles from './remediation.module.css';

/** What is to be mended in the tenant, or in a team that is chosen. */
export function RemediationPanel() {
  const { t, dayOf } = useWords();
  const { tenant, at } = usePageParams();
  const [team, setTeam] = useState<string>();
  const { data, error, refetch } = useRead(
    'getRemediation',
    {},
    { tenant, at, team },
    { keep: true },
  );
  return (
    <Panel title={t('remediation.title')} aside={t('remediation.aside')}>
      <div className={styles.choice}>
        <TeamSelect
          filter={{ team }}
          onChange={({ team: one }) => setTeam(one)}
        />
        {team && <span className={styles.note}>{t('remediation.ofTeam')}</span>}
      </div>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton width="100%" height={120} />}
      {data?.hidden && <p>{t('remediation.hidden')}</p>}
      {data && data.gaps.length > 0 && (
        <>
          <GapTable gaps={data.gaps} days={data.days} />
          <p className={styles.note}>
            {t('remediation.note', {
              days: data.days,
              since: data.since ? dayOf(data.since) : '',
            })}
          </p>
        </>
      )}
    </Panel>
  );
}
