import { usePermission } from '@backstage/plugin-permission-react';
import {
  entraMfaConnectionForgetPermission,
  entraMfaConnectionManagePermission,
  entraMfaSyncPermission,
  type Connection,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useOverview } from '../api/useOverview';
import shared from '../components/shared.module.css';
import { BudgetPanel } from '../connections/BudgetPanel';
import { ConnectionDataSets } from '../connections/ConnectionDataSets';
import { ConnectionList } from '../connections/ConnectionList';
import { ConnectionSettings } from '../connections/ConnectionSettings';
import { ConnectionOverview } from '../connections/ConnectionOverview';
import { ConnectView } from '../connections/ConnectView';
import { Trail } from '../connections/Trail';
import { useConnections } from '../connections/useConnections';
import { Runs } from '../data/Runs';
import { UnmatchedPanel } from '../data/UnmatchedPanel';
import { useWords } from '../messages/useWords';
import { Route, Routes, useParams } from '../navigation/router';
import { pathOfTab } from '../navigation/tabs';
import { usePageParams } from '../navigation/usePageParams';
import { EmptyState } from '../states/EmptyState';
import { ErrorState } from '../states/ErrorState';
import { LoadingState } from '../states/LoadingState';
import { TabbedViews } from './TabbedViews';
import type { TabView } from './TabView';

/** One connection behind tabs of its own. */
function ConnectionTabs(props: { overview: Overview; connection: Connection }) {
  const { overview, connection } = props;
  const { t } = useWords();
  const { tenant, name } = connection;
  const { at } = usePageParams();
  const { loading, allowed } = usePermission({
    permission: entraMfaSyncPermission,
  });
  const manages = usePermission({
    permission: entraMfaConnectionManagePermission,
  });
  const forgets = usePermission({
    permission: entraMfaConnectionForgetPermission,
  });
  const isOfPage = tenant === overview.tenant?.id;
  const tabs: TabView[] = [
    {
      id: 'connection-overview',
      path: 'overview',
      title: t('connections.tabs.overview'),
      element: (
        <ConnectionOverview
          connection={connection}
          isToldAbove={isOfPage && at === undefined}
        />
      ),
    },
    {
      id: 'connection-data-sets',
      path: 'data-sets',
      title: t('connections.tabs.dataSets'),
      element: (
        <div className={shared.stack}>
          <ConnectionDataSets connection={connection} />
          {isOfPage && <UnmatchedPanel overview={overview} />}
        </div>
      ),
    },
    {
      id: 'connection-runs',
      path: 'runs',
      title: t('connections.tabs.runs'),
      element: <Runs tenant={isOfPage ? undefined : tenant} />,
    },
    {
      id: 'connection-budget',
      path: 'budget',
      title: t('connections.tabs.budget'),
      element: <BudgetPanel tenant={tenant} />,
    },
    {
      id: 'connection-trail',
      path: 'trail',
      title: t('connections.tabs.trail'),
      element: <Trail tenant={tenant} />,
    },
    {
      id: 'connection-settings',
      path: 'settings',
      title: t('connections.tabs.settings'),
      element: <ConnectionSettings key={tenant} connection={connection} />,
    },
  ].filter(
    ({ id }) =>
      (allowed || id !== 'connection-trail') &&
      (manages.allowed || forgets.allowed || id !== 'connection-settings'),
  );
  // Which tabs there are is not known yet.
  if (loading || manages.loading || forgets.loading) return <LoadingState />;
  return (
    <TabbedViews
      key={tenant}
      label={t('connections.tabs.label', { tenant: name })}
      base={`${pathOfTab('connections')}/${tenant}`}
      tabs={tabs}
    />
  );
}

function Connections({ overview }: { overview: Overview }) {
  const { t } = useWords();
  const { connection = overview.tenant?.id } = useParams();
  const { data, error, refetch } = useConnections();
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState />;
  if (data.items.length === 0) {
    return <EmptyState title={t('connections.none')} />;
  }
  const shown =
    data.items.find(({ tenant }) => tenant === connection?.toLowerCase()) ??
    data.items[0];
  return (
    <div className={shared.stack}>
      <ConnectionList connections={data.items} shown={shown.tenant} />
      <ConnectionTabs overview={overview} connection={shown} />
    </div>
  );
}

/** What reads each tenant: how it does, what it reads, and what happened to it. */
export function ConnectionsView() {
  const { data } = useOverview(usePageParams());
  if (!data) return null;
  return (
    <Routes>
      <Route index element={<Connections overview={data} />} />
      <Route path="connect" element={<ConnectView />} />
      <Route path=":connection/*" element={<Connections overview={data} />} />
    </Routes>
  );
}
