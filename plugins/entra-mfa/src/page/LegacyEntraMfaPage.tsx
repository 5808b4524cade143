import { Content, Header, Page } from '@backstage/core-components';
import { useWords } from '../words/useWords';
import { EntraMfaPage } from './EntraMfaPage';

/** The KPI page with the page shell that the old frontend system expects a page to bring. */
export function LegacyEntraMfaPage() {
  const { t } = useWords();
  return (
    <Page themeId="tool">
      <Header title={t('general.title')} />
      <Content noPadding>
        <div style={{ paddingTop: 24 }}>
          <EntraMfaPage />
        </div>
      </Content>
    </Page>
  );
}
