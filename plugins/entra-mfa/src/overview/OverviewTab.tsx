import { AttemptsPanel } from './AttemptsPanel';
import { CisPanel } from './CisPanel';
import { CrossCheckPanel } from './CrossCheckPanel';
import { LostBanner } from '../changes/LostBanner';
import { GapPanel } from './GapPanel';
import { MethodsPanel } from './MethodsPanel';
import { NotCountedPanel } from './NotCountedPanel';
import type { OverviewPartProps } from './OverviewPartProps';
import { AskedPanel } from '../policies/AskedPanel';
import { MethodsPolicyPanel } from '../policies/MethodsPolicyPanel';
import { PhonePanel } from './PhonePanel';
import { RegisteredPanel } from './RegisteredPanel';
import { StrengthPanel } from './StrengthPanel';
import { AtRiskBanner } from '../risk/AtRiskBanner';
import { RiskySignInsPanel } from '../risk/RiskySignInsPanel';
import { TrendPanel } from './TrendPanel';
import { MyTeams } from '../mine/MyTeams';
import { usePageParams } from '../navigation/usePageParams';
import shared from '../components/shared.module.css';
import styles from './overview.module.css';

/** The reader's own teams; then of all: who must act, is it getting better, is it any good, and who is not counted. */
export function OverviewTab(props: OverviewPartProps) {
  const { tenant, at } = usePageParams();
  return (
    <div className={shared.stack}>
      <MyTeams tenant={tenant} at={at} />
      <AtRiskBanner {...props} />
      <LostBanner />
      <div className={styles.three}>
        <RegisteredPanel {...props} />
        <GapPanel {...props} />
        <TrendPanel {...props} />
      </div>
      <StrengthPanel {...props} />
      <AskedPanel {...props} />
      <RiskySignInsPanel {...props} />
      <PhonePanel {...props} />
      <NotCountedPanel {...props} />
      <MethodsPanel {...props} />
      <MethodsPolicyPanel {...props} />
      <AttemptsPanel {...props} />
      <CisPanel {...props} />
      <CrossCheckPanel {...props} />
    </div>
  );
}
