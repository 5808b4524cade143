import { useRouteRef } from '@backstage/core-plugin-api';
import { Navigate, useLocation } from '../navigation/router';
import { rootRouteRef } from '../navigation/routes';
import { movedPaths, tabs as ownTabs } from '../navigation/tabs';
import { useWords } from '../messages/useWords';
import { TabbedViews, useSegment } from './TabbedViews';
import type { TabView } from './TabView';

/** Where an address leads that no tab has: one of an earlier version, or that of a tab with another path. */
function movedTo(
  segment: string | undefined,
  tabs: readonly TabView[],
): string | undefined {
  if (!segment || tabs.some(({ path }) => path === segment)) return undefined;
  const own = ownTabs.find(({ path }) => path === segment);
  return own ? tabs.find(({ id }) => id === own.id)?.path : movedPaths[segment];
}

/** The views of the page as tabs. */
export function PageTabs({ tabs }: { tabs: readonly TabView[] }) {
  const { t } = useWords();
  const root = useRouteRef(rootRouteRef)();
  const { pathname, search } = useLocation();
  const segment = useSegment('');
  const moved = movedTo(segment, tabs);
  if (segment && moved) {
    const rest = pathname.slice(root.length + 1 + segment.length);
    return <Navigate replace to={`${root}/${moved}${rest}${search}`} />;
  }
  return <TabbedViews label={t('overview.tabs.label')} base="" tabs={tabs} />;
}
