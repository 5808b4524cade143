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
  const { title, icon, tabs } = props;
  const { t } = useWords();
  const titleLink = useRouteRef(rootRouteRef)();
  const actions = useApi(pluginHeaderActionsApiRef);
  return (
    <PageLayout
      title={title ?? t('general.title')}
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
  );
}
