import type { PropsWithChildren } from 'react';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { useWords } from '../messages/useWords';
import { KpiContent } from './KpiContent';
import type { KpiOptions } from './KpiOptions';
import { readKpi } from './readKpi';

const Bare = ({ children }: PropsWithChildren<{}>) => <>{children}</>;

function Content({ tenant, team, show }: KpiOptions) {
  const { t } = useWords();
  return (
    <KpiContent
      read={readKpi({ tenant, team, show })}
      how={t('cards.kpi.howSetting')}
      frame={Bare}
      isQuiet={false}
    />
  );
}

/** The figure of a team or of the organization, for the home page. */
export function HomeKpiCard(options: KpiOptions) {
  return (
    <EntraMfaProvider>
      <Content {...options} />
    </EntraMfaProvider>
  );
}
