import { MyTeams } from '../mine/MyTeams';
import { usePageParams } from '../navigation/usePageParams';
import { RemediationPanel } from '../remediation/RemediationPanel';
import { TeamsTab } from '../teams/TeamsTab';
import shared from '../components/shared.module.css';

/** The teams that the reader leads, and those of everybody. */
export function TeamsView() {
  const { tenant, at } = usePageParams();
  return (
    <div className={shared.stack}>
      <MyTeams tenant={tenant} at={at} />
      <TeamsTab />
      <RemediationPanel />
    </div>
  );
}
