import { Route, Routes, useLocation } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { BreakGlassTab } from '../breakglass/BreakGlassTab';
import { ChangesTab } from '../changes/ChangesTab';
import { DataTab } from '../data/DataTab';
import { ExceptionsTab } from '../exceptions/ExceptionsTab';
import type { OverviewPartProps } from '../overview/OverviewPartProps';
import { OverviewTab } from '../overview/OverviewTab';
import { PeopleTab } from '../people/PeopleTab';
import { PersonView } from '../people/PersonView';
import { ReviewsTab } from '../reviews/ReviewsTab';
import { ReviewView } from '../reviews/ReviewView';
import { useReviews } from '../reviews/useReviews';
import { RolesView } from '../roles/RolesView';
import { rootRouteRef } from '../navigation/routes';
import { ServicesTab } from '../services/ServicesTab';
import { TeamsTab } from '../teams/TeamsTab';
import { WhatIfTab } from '../whatif/WhatIfTab';
import { useWords } from '../words/useWords';
import { useLinks } from '../navigation/useLinks';
import { usePageParams } from '../navigation/usePageParams';
import styles from './EntraMfaContent.module.css';

const names = [
  'overview',
  'teams',
  'people',
  'services',
  'changes',
  'exceptions',
  'reviews',
  'whatif',
  'breakglass',
  'data',
] as const;

/** Which tab the address is in; an address that no tab knows shows the overview. */
function useTab(): (typeof names)[number] {
  const root = useRouteRef(rootRouteRef)();
  const { pathname } = useLocation();
  const [segment] = pathname.slice(root.length).split('/').filter(Boolean);
  return names.find(name => name === segment) ?? 'overview';
}

/** Reviews are for who conducts them, or sees somebody in one. */
function useShown(tab: (typeof names)[number]) {
  const { data } = useReviews(usePageParams().tenant);
  const [first] = data?.pages ?? [];
  const hasReviews = first && (first.mayConduct || first.items.length > 0);
  return names.filter(
    name => name !== 'reviews' || hasReviews || tab === 'reviews',
  );
}

/** The views of the page as tabs; each has an address. */
export function PageTabs(props: OverviewPartProps) {
  const { t } = useWords();
  const links = useLinks(usePageParams());
  const tab = useTab();
  const shown = useShown(tab);
  return (
    <Tabs selectedKey={tab}>
      <div className={styles.tabs}>
        <TabList aria-label={t('overview.tabs.label')}>
          {shown.map(name => (
            <Tab key={name} id={name} href={links[name]()}>
              {t(`overview.tabs.${name}`)}
            </Tab>
          ))}
        </TabList>
      </div>
      <TabPanel id={tab} className={styles.content}>
        {tab === 'overview' && <OverviewTab {...props} />}
        {tab === 'teams' && <TeamsTab />}
        {tab === 'people' && (
          <Routes>
            <Route path="/people" element={<PeopleTab />} />
            <Route path="/people/roles" element={<RolesView />} />
            <Route path="/people/:tenant/:id" element={<PersonView />} />
          </Routes>
        )}
        {tab === 'services' && <ServicesTab />}
        {tab === 'changes' && <ChangesTab />}
        {tab === 'whatif' && <WhatIfTab />}
        {tab === 'exceptions' && <ExceptionsTab />}
        {tab === 'reviews' && (
          <Routes>
            <Route path="/reviews" element={<ReviewsTab />} />
            <Route path="/reviews/:number" element={<ReviewView />} />
          </Routes>
        )}
        {tab === 'breakglass' && <BreakGlassTab />}
        {tab === 'data' && <DataTab overview={props.overview} />}
      </TabPanel>
    </Tabs>
  );
}
