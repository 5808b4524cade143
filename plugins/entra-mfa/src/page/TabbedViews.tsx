import { useRef } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Alert, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { Route, Routes, useLocation } from '../navigation/router';
import { rootRouteRef } from '../navigation/routes';
import { isTabId, opensAt } from '../navigation/tabs';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import { LoadingState } from '../states/LoadingState';
import type { TabView } from './TabView';
import { useAllowedTabs } from './useAllowedTabs';
import { useTabInSight } from './useTabInSight';
import { useTabCounts } from './useTabCounts';
import styles from './EntraMfaContent.module.css';

/** The first part of the address behind `base`, such as `teams`. */
export function useSegment(base: string): string | undefined {
  const root = useRouteRef(rootRouteRef)();
  const { pathname } = useLocation();
  return pathname.slice(root.length + base.length).split('/')[1] || undefined;
}

/** Views as a row of tabs, each with an address; an address that no tab knows shows the first. */
export function TabbedViews(props: {
  label: string;
  /** Where their addresses begin, below the page's. */
  base: string;
  tabs: readonly TabView[];
}) {
  const { label, base } = props;
  const { t, count } = useWords();
  const titleOf = ({ id, path, title }: TabView) =>
    title ?? (isTabId(id) ? t(`overview.tabs.${id}`) : path);
  const links = useLinks(usePageParams());
  const segment = useSegment(base);
  const { tabs, isPending } = useAllowedTabs(props.tabs);
  const counts = useTabCounts();
  const row = useRef<HTMLDivElement>(null);
  const [first] = tabs;
  const selected = tabs.find(({ path }) => path === segment) ?? first;
  const open = selected?.id;
  useTabInSight(
    row,
    open,
    tabs.map(tab => `${tab.id} ${counts[tab.id]?.count}`).join(),
  );
  // Which tab it is, or which is the first, is not known yet.
  if (isPending && selected?.path !== segment) return <LoadingState />;
  if (!selected) return null;
  return (
    <Tabs selectedKey={selected.id}>
      <div ref={row} className={styles.tabs}>
        <TabList aria-label={label}>
          {tabs.map(tab => {
            const waits = counts[tab.id];
            return (
              <Tab
                key={tab.id}
                id={tab.id}
                href={links.below(
                  tab === first ? base : `${base}/${tab.path}`,
                  opensAt(tab.id),
                )}
                aria-label={waits && `${titleOf(tab)}, ${waits.text}`}
              >
                {titleOf(tab)}
                {waits && (
                  <span className={styles.count}>{count(waits.count)}</span>
                )}
              </Tab>
            );
          })}
        </TabList>
      </div>
      <TabPanel id={selected.id} className={styles.content}>
        <Routes>
          {tabs.map(({ id, path, element }) => (
            <Route key={id} path={`${path}/*`} element={element} />
          ))}
          <Route index element={first.element} />
          <Route
            path=":unheardOf/*"
            element={
              <>
                <Alert
                  status="warning"
                  icon
                  role="status"
                  title={t('states.wrong.page', { value: segment ?? '' })}
                />
                {first.element}
              </>
            }
          />
        </Routes>
      </TabPanel>
    </Tabs>
  );
}
