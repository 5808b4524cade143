import { Content, Header, Page } from '@backstage/core-components';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { useWords } from '../messages/useWords';
import { EntraMfaContent } from '../page/EntraMfaContent';
import { LegacyFrames } from './LegacyFrames';
import { legacyTabs } from './legacyTabs';

/** The KPI page with the page shell that the old frontend system expects a page to bring. */
export function LegacyEntraMfaPage() {
  const { t } = useWords();
  return (
    <Page themeId="tool">
      <Header title={t('general.title')} />
      <Content>
        <LegacyFrames>
          <EntraMfaProvider>
            <EntraMfaContent tabs={legacyTabs} />
          </EntraMfaProvider>
        </LegacyFrames>
      </Content>
    </Page>
  );
}
