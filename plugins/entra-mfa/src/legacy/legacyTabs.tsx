import { lazy, Suspense, type ComponentType } from 'react';
import { tabs } from '../navigation/tabs';
import { LoadingState } from '../states/LoadingState';
import { ComplianceView } from '../page/ComplianceView';
import type { TabView } from '../page/TabView';
import { views } from '../page/views';

function elementOf(load: () => Promise<ComponentType>): JSX.Element {
  const View = lazy(async () => ({ default: await load() }));
  return (
    <Suspense fallback={<LoadingState />}>
      <View />
    </Suspense>
  );
}

function viewOf(tab: (typeof tabs)[number]): TabView {
  const { id, path, permission, inside = [] } = tab;
  return {
    id,
    path,
    permission,
    element:
      id === 'compliance' ? (
        <ComplianceView base={`/${path}`} tabs={inside.map(viewOf)} />
      ) : (
        elementOf(views[id])
      ),
  };
}

/** The tabs for the old frontend system, which knows no extensions. */
export const legacyTabs: readonly TabView[] = tabs.map(viewOf);
