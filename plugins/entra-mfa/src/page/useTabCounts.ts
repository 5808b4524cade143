import { usePermission } from '@backstage/plugin-permission-react';
import { entraMfaSyncPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useRead } from '../api/useRead';
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
 * the page has read anyway: nothing is asked for it.
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
  if (at) return {};
  const counts: Partial<Record<TabId, TabCount>> = {};
  const requests = mine?.requests ?? 0;
  if (requests > 0) {
    const text = t('overview.tabCount.requests', { count: requests });
    counts.exceptions = { count: requests, text };
    counts.compliance = counts.exceptions;
  }
  const problems = overview?.freshness.problems.length ?? 0;
  if (allowed && problems > 0) {
    const text = t('overview.tabCount.problems', { count: problems });
    counts.connections = { count: problems, text };
  }
  return counts;
}
