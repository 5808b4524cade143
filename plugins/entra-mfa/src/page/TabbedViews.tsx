import { useRouteRef } from '@backstage/core-plugin-api';
import { Alert, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { Route, Routes, useLocation } from '../navigation/router';
import { rootRouteRef } from '../navigation/routes';
import { isTabId } from '../navigation/tabs';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import { useWords } from '../messages/useWords';
import type { TabView } from './TabView';
import { useAllowedTabs } from './useAllowedTabs';
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
  const { t } = useWords();
  const titleOf = ({ id, path, title }: TabView) =>
    title ?? (isTabId(id) ? t(`overview.tabs.${id}`) : path);
  const links = useLinks(usePageParams());
  const segment = useSegment(base);
  const tabs = useAllowedTabs(props.tabs);
  const [first] = tabs;
  if (!first) return null;
  const selected = tabs.find(({ path }) => path === segment) ?? first;
  return (
    <Tabs selectedKey={selected.id}>
      <div className={styles.tabs}>
        <TabList aria-label={label}>
          {tabs.map(tab => (
            <Tab
              key={tab.id}
              id={tab.id}
              href={links.below(tab === first ? base : `${base}/${tab.path}`)}
            >
              {titleOf(tab)}
            </Tab>
          ))}
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
