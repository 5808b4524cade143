import { usePermission } from '@backstage/plugin-permission-react';
import {
  entraMfaConnectionManagePermission,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { ConnectView } from '../connections/ConnectView';
import { useConnect } from '../connections/useConnect';
import { Runs } from '../data/Runs';
import { HoldBanner } from '../hold/HoldBanner';
import { statusOf } from '../api/statusOf';
import { useOverview } from '../api/useOverview';
import { AdminConsent } from '../states/AdminConsent';
import { DisconnectedBanner } from '../states/DisconnectedBanner';
import { ErrorState } from '../states/ErrorState';
import { FirstRun } from '../states/FirstRun';
import { FormerTenants } from '../states/FormerTenants';
import { LoadingState } from '../states/LoadingState';
import { NotConfigured } from '../states/NotConfigured';
import { PastBanner } from '../states/PastBanner';
import { ProblemBanner } from '../states/ProblemBanner';
import { WrongValues } from '../states/WrongValues';
import { StaleBanner } from '../states/StaleBanner';
import { Navigate } from '../navigation/router';
import { useLinks } from '../navigation/useLinks';
import { TodaysRules } from '../whatif/TodaysRules';
import { useMine } from '../mine/useMine';
import { You } from '../mine/You';
import { Headline } from '../overview/Headline';
import { PageControls } from './PageControls';
import { PageTabs } from './PageTabs';
import { useSegment } from './TabbedViews';
import type { TabView } from './TabView';
import { useOnlyAudits } from './useOnlyAudits';
import { usePageParams } from '../navigation/usePageParams';
import { useRefreshAfterPublish } from './useRefreshAfterPublish';
import styles from './EntraMfaContent.module.css';

/** Props of {@link EntraMfaContent}. */
export interface ContentProps {
  tabs: readonly TabView[];
}

/** A new installation: who may connect tenants begins here, where that can be done without a restart. */
function NothingConnected({ overview }: { overview: Overview }) {
  const { allowed } = usePermission({
    permission: entraMfaConnectionManagePermission,
  });
  const { data } = useConnect({ enabled: allowed });
  return (
    <>
      <FormerTenants tenants={overview.tenants} />
      {data?.application ? <ConnectView /> : <NotConfigured />}
    </>
  );
}

function Unpublished({ overview }: { overview: Overview }) {
  return (
    <>
      <div className={styles.top}>
        <div className={styles.headline}>
          {overview.tenant?.disconnectedAt ? (
            <DisconnectedBanner overview={overview} />
          ) : (
            <FirstRun freshness={overview.freshness}>
              <AdminConsent overview={overview} />
            </FirstRun>
          )}
        </div>
        <PageControls overview={overview} />
      </div>
      <Runs />
    </>
  );
}

function Published(props: {
  overview: Overview;
  counts: NonNullable<Overview['counts']>;
  tabs: readonly TabView[];
  isOfAnotherDay: boolean;
}) {
  const { overview, counts, tabs, isOfAnotherDay } = props;
  const params = usePageParams();
  const { at } = params;
  const { freshness, hold, snapshot, tenant } = overview;
  // Behind the first tab, the room is for what the tab shows.
  const segment = useSegment('');
  const isFirst = segment === undefined || segment === tabs[0]?.path;
  // What is held has a band of its own.
  const problems = freshness.problems.filter(
    ({ code, dataSet }) =>
      !(hold && code === 'sudden-fall' && dataSet === null) &&
      !(
        code === 'shrunk-answer' &&
        hold?.dataSets?.some(one => one.dataSet === dataSet)
      ),
  );
  const isOver = freshness.health === 'disconnected';
  // Figures of a past day are meant to be old: they are not stale, and nothing is to be done.
  const stale = isOver || (freshness.stale && !at);
  return (
    <>
      {at && snapshot && <PastBanner at={at} snapshot={snapshot} />}
      {hold && tenant && (
        <HoldBanner
          tenant={tenant.id}
          hold={hold}
          past={at !== undefined || isOver}
        />
      )}
      <DisconnectedBanner overview={overview} />
      {stale && !isOver && <StaleBanner freshness={freshness} />}
      {!at && (
        <ProblemBanner problems={problems}>
          <AdminConsent overview={overview} />
        </ProblemBanner>
      )}
      {!isOver && (
        <You tenant={params.tenant} at={at} isOnlyUrgent={!isFirst} />
      )}
      <div className={styles.top}>
        <div className={styles.headline}>
          <Headline
            overview={overview}
            counts={counts}
            isLine={!isFirst}
            stale={stale}
            past={at !== undefined}
          />
          {at && <TodaysRules key={at} overview={overview} />}
        </div>
        <PageControls overview={overview} isOfAnotherDay={isOfAnotherDay} />
      </div>
      <div data-stale={stale} className={styles.body}>
        <PageTabs tabs={tabs} />
      </div>
    </>
  );
}

/** For who may only audit: the assessments that are assigned to them, and no figures. */
function Audited({ tabs }: ContentProps) {
  const links = useLinks(usePageParams());
  const segment = useSegment('');
  const compliance = tabs.filter(({ id }) => id === 'compliance');
  return compliance.some(({ path }) => path === segment) ? (
    <div className={styles.body}>
      <PageTabs tabs={compliance} />
    </div>
  ) : (
    <Navigate replace to={links.assessments()} />
  );
}

function State({ tabs }: ContentProps) {
  const params = usePageParams();
  const { data, error, refetch, isPlaceholderData } = useOverview(params);
  // Asked beside the figures, so that nothing moves down when it is there.
  useMine(params);
  useRefreshAfterPublish(data);
  const onlyAudits = useOnlyAudits();
  if (onlyAudits) return <Audited tabs={tabs} />;
  const isAsked = statusOf(error) === 403 && onlyAudits === undefined;
  if (error && !data && !isAsked) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  if (!data) return <LoadingState />;
  if (data.freshness.health === 'not-configured') {
    return <NothingConnected overview={data} />;
  }
  return data.counts ? (
    <Published
      overview={data}
      counts={data.counts}
      tabs={tabs}
      isOfAnotherDay={isPlaceholderData}
    />
  ) : (
    <Unpublished overview={data} />
  );
}

/** The KPI page without a page shell: the same in both frontend systems. */
export function EntraMfaContent(props: ContentProps) {
  return (
    <div className={styles.page}>
      <WrongValues wrong={usePageParams().wrong} />
      <State {...props} />
    </div>
  );
}
