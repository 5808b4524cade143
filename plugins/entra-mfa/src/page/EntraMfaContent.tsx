import { Route, Routes } from 'react-router-dom';
import { Tab, TabList, Tabs } from '@backstage/ui';
import { OverviewTab } from '../overview/OverviewTab';
import { useOverview } from '../overview/useOverview';
import { TeamsTab } from '../teams/TeamsTab';
import { PeopleTab } from '../people/PeopleTab';
import { PersonView } from '../people/PersonView';
import { DataTab } from '../data/DataTab';
import { Runs } from '../data/Runs';
import { ErrorState } from '../states/ErrorState';
import { FirstRun } from '../states/FirstRun';
import { LoadingState } from '../states/LoadingState';
import { NotConfigured } from '../states/NotConfigured';
import { NothingBefore, PastBand } from '../states/PastBand';
import { ProblemBand } from '../states/ProblemBand';
import { StaleBand } from '../states/StaleBand';
import { useWords } from '../words/useWords';
import { Headline } from './Headline';
import { PageControls } from './PageControls';
import { useLinks } from './useLinks';
import { usePageParams } from './usePageParams';
import styles from './EntraMfaContent.module.css';

function PageTabs() {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  return (
    <div className={styles.tabs}>
      <Tabs>
        <TabList aria-label={t('overview.tabs.label')}>
          <Tab id="overview" href={links.overview()}>
            {t('overview.tabs.overview')}
          </Tab>
          <Tab id="teams" href={links.teams()}>
            {t('overview.tabs.teams')}
          </Tab>
          <Tab id="people" href={links.people()} matchStrategy="prefix">
            {t('overview.tabs.people')}
          </Tab>
          <Tab id="data" href={links.data()}>
            {t('overview.tabs.data')}
          </Tab>
        </TabList>
      </Tabs>
    </div>
  );
}

/** The KPI page without a page shell: the same in both frontend systems. */
export function EntraMfaContent() {
  const params = usePageParams();
  const { data, error, refetch } = useOverview(params);
  if (error && !data) {
    return (
      <div className={styles.page}>
        <ErrorState error={error} onRetry={refetch} />
      </div>
    );
  }
  if (!data) {
    return (
      <div className={styles.page}>
        <LoadingState />
      </div>
    );
  }
  const { freshness, counts, snapshot } = data;
  if (freshness.health === 'not-configured') {
    return (
      <div className={styles.page}>
        <NotConfigured />
      </div>
    );
  }
  if (!counts || !snapshot) {
    return (
      <div className={styles.page}>
        <div className={styles.top}>
          <div>
            {params.at ? (
              <NothingBefore at={params.at} />
            ) : (
              <FirstRun freshness={freshness} />
            )}
          </div>
          <PageControls overview={data} />
        </div>
        <Runs />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      {params.at && <PastBand at={params.at} snapshot={snapshot} />}
      {freshness.stale && <StaleBand freshness={freshness} />}
      <ProblemBand problems={freshness.problems} />
      <div className={styles.top}>
        <Headline overview={data} counts={counts} />
        <PageControls overview={data} />
      </div>
      <PageTabs />
      <div data-stale={freshness.stale} className={styles.content}>
        <Routes>
          <Route
            path="/"
            element={<OverviewTab overview={data} counts={counts} />}
          />
          <Route path="/teams" element={<TeamsTab />} />
          <Route path="/people" element={<PeopleTab />} />
          <Route path="/people/:tenant/:id" element={<PersonView />} />
          <Route path="/data" element={<DataTab overview={data} />} />
        </Routes>
      </div>
    </div>
  );
}
