import { Content, Header, Page } from '@backstage/core-components';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { useWords } from '../messages/useWords';
import { EntraMfaContent } from './EntraMfaContent';
import { legacyTabs } from './legacyTabs';

/** The KPI page with the page shell that the old frontend system expects a page to bring. */
export function LegacyEntraMfaPage() {
  const { t } = useWords();
  return (
    <Page themeId="tool">
      <Header title={t('general.title')} />
      <Content>
        <EntraMfaProvider>
          <EntraMfaContent tabs={legacyTabs} />
        </EntraMfaProvider>
      </Content>
    </Page>
  );
}
