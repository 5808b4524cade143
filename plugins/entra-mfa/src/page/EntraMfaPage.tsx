import { useMemo } from 'react';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  PageLayout,
  pluginHeaderActionsApiRef,
  type IconElement,
} from '@backstage/frontend-plugin-api';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { rootRouteRef } from '../navigation/routes';
import { useWords } from '../messages/useWords';
import { EntraMfaContent, type ContentProps } from './EntraMfaContent';

/** The KPI page as the new frontend system mounts it, below a header of the portal's. */
export function EntraMfaPage(
  props: ContentProps & {
    /** As the operator calls the page; without it, as the texts do. */
    title?: string;
    icon: IconElement;
  },
) {
  const { icon, tabs } = props;
  const { t } = useWords();
  const title = props.title ?? t('general.title');
  const titleLink = useRouteRef(rootRouteRef)();
  const actions = useApi(pluginHeaderActionsApiRef);
  // Drawn again, the portal's layout mounts all that is in it anew: at each change of the address.
  return useMemo(
    () => (
      <PageLayout
        title={title}
        icon={icon}
        titleLink={titleLink}
        headerActions={actions.getPluginHeaderActions('entra-mfa')}
      >
        <main>
          <EntraMfaProvider>
            <EntraMfaContent tabs={tabs} />
          </EntraMfaProvider>
        </main>
      </PageLayout>
    ),
    [title, icon, titleLink, actions, tabs],
  );
}
