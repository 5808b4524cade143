import {
  coreExtensionData,
  createExtensionInput,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { tabs, type TabDefinition } from './navigation/tabs';
import type { TabView } from './page/TabView';
import { views } from './page/views';
import { overview } from './messages/overview';

const { icon, reactElement, routePath, routeRef, title } = coreExtensionData;

const nameOf = ({ path }: TabDefinition) => path;
const idOf = (tab: TabDefinition) => `sub-page:entra-mfa/${nameOf(tab)}`;
const paramsOf = (tab: TabDefinition) => ({
  path: tab.path,
  title: overview.tabs[tab.id],
});

// As PageBlueprint takes its own.
const taken = [
  routePath,
  routeRef.optional(),
  reactElement,
  title.optional(),
  icon.optional(),
];

/** A page that is attached to another one. Releases of Backstage have further data beside this. */
interface AttachedPage {
  /** Of its extension. */
  id: string;
  path: string;
  title: string | undefined;
  element: JSX.Element;
}

/** The tabs that are attached to a page, in the order that the portal gives them. */
export function tabViewsOf(
  attached: readonly AttachedPage[],
  own: readonly TabDefinition[] = tabs,
): TabView[] {
  return attached.map(page => {
    const tab = own.find(one => idOf(one) === page.id);
    return {
      ...page,
      id: tab?.id ?? page.id,
      permission: tab?.permission,
      // The English title is the texts': they are shown in the reader's language.
      title:
        tab && page.title === overview.tabs[tab.id] ? undefined : page.title,
    };
  });
}

function subPageOf(tab: TabDefinition, attachTo?: { id: string }) {
  const { id } = tab;
  if (id === 'compliance') throw new Error('It has a row of its own');
  return SubPageBlueprint.make({
    name: nameOf(tab),
    ...(attachTo && { attachTo: { ...attachTo, input: 'pages' } }),
    params: {
      ...paramsOf(tab),
      loader: async () => {
        const View = await views[id]();
        return <View />;
      },
    },
  });
}

function rowOf(tab: TabDefinition) {
  return SubPageBlueprint.makeWithOverrides({
    name: nameOf(tab),
    inputs: {
      pages: createExtensionInput(taken),
    },
    factory(originalFactory, { config, inputs }) {
      return originalFactory({
        ...paramsOf(tab),
        loader: async () => {
          const { ComplianceView } = await import('./page/ComplianceView');
          return (
            <ComplianceView
              base={`/${config.path ?? tab.path}`}
              tabs={tabViewsOf(
                inputs.pages.map(page => ({
                  id: page.node.spec.id,
                  path: page.get(routePath),
                  title: page.get(title),
                  element: page.get(reactElement),
                })),
                tab.inside,
              )}
            />
          );
        },
      });
    },
  });
}

/** Each tab as an extension: an operator can hide, order and rename them, and add one. */
export const subPages = tabs.flatMap(tab =>
  tab.inside
    ? [rowOf(tab), ...tab.inside.map(one => subPageOf(one, { id: idOf(tab) }))]
    : [subPageOf(tab)],
);
