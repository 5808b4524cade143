import { Link, Skeleton } from '@backstage/ui';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { useOverview } from '../api/useOverview';
import { Headline } from '../overview/Headline';
import { useLinks } from '../navigation/useLinks';
import { ErrorState } from '../states/ErrorState';
import { FirstRun } from '../states/FirstRun';
import { MyTeamsBrief } from '../mine/MyTeams';
import { You } from '../mine/You';
import { useWords } from '../messages/useWords';
import styles from './cards.module.css';

function Figure() {
  const { t } = useWords();
  const links = useLinks({});
  const { data, error, refetch } = useOverview({});
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <Skeleton width="100%" height={96} />;
  if (data.freshness.health === 'not-configured') {
    return <Link href={links.page()}>{t('states.notConfigured.title')}</Link>;
  }
  return (
    <div className={styles.home}>
      <You />
      <MyTeamsBrief />
      {data.counts ? (
        <Headline
          overview={data}
          counts={data.counts}
          stale={data.freshness.stale}
          brief
        />
      ) : (
        <FirstRun freshness={data.freshness} />
      )}
      <Link href={links.page()} variant="body-small">
        {t('cards.home.open')}
      </Link>
    </div>
  );
}

/** The figure against its target, for the home page. */
export function HomeCard() {
  return (
    <EntraMfaProvider>
      <Figure />
    </EntraMfaProvider>
  );
}
