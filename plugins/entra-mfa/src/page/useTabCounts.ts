import { usePermission } from '@backstage/plugin-permission-react';
import { entraMfaSyncPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
import { needsAttention, useConnections } from '../connections/useConnections';
import { useWords } from '../messages/useWords';
import { useMine } from '../mine/useMine';
import type { TabId } from '../navigation/tabs';
import { usePageParams } from '../navigation/usePageParams';

/** What waits behind a tab for the reader to act on. */
export interface TabCount {
  count: number;
  /** What is counted, for who does not see where the number stands. */
  text: string;
}

/**
 * The tabs behind which somebody has to act, the reader, and on how much; of a past day none. Told by what
 * the page has read anyway; only of several tenants, who may start a sync asks for their connections.
 */
export function useTabCounts(): Partial<Record<string, TabCount>> {
  const { t } = useWords();
  const params = usePageParams();
  const { tenant, at } = params;
  const { data: mine } = useMine(params, { enabled: false });
  const { data: overview } = useRead(
    'getOverview',
    {},
    { tenant, at },
    { enabled: false, keep: true },
  );
  const { allowed } = usePermission({ permission: entraMfaSyncPermission });
  // Of one tenant the overview tells it.
  const several = (overview?.tenants.length ?? 0) > 1;
  const { data: connections } = useConnections({
    enabled: allowed && several && at === undefined,
  });
  if (at) return {};
  const counts: Partial<Record<TabId, TabCount>> = {};
  const requests = mine?.requests ?? 0;
  if (requests > 0) {
    const text = t('overview.tabCount.requests', { count: requests });
    counts.exceptions = { count: requests, text };
    counts.compliance = counts.exceptions;
  }
  const waiting = connections
    ? connections.items.filter(needsAttention).length
    : Math.min(1, overview?.freshness.problems.length ?? 0);
  if (allowed && waiting > 0) {
    const text = t('overview.tabCount.connections', { count: waiting });
    counts.connections = { count: waiting, text };
  }
  return counts;
}
