import type { Overview } from 'backstage-plugin-entra-mfa-common';
import { CisPanel } from './CisPanel';
import { CrossCheckPanel } from './CrossCheckPanel';
import { LostBand } from '../changes/LostBand';
import { GapPanel } from './GapPanel';
import { MethodsPanel } from './MethodsPanel';
import { NotCountedPanel } from './NotCountedPanel';
import { PhonePanel } from './PhonePanel';
import { RegisteredPanel } from './RegisteredPanel';
import { StrengthPanel } from './StrengthPanel';
import { TrendPanel } from './TrendPanel';
import styles from './overview.module.css';

/** Props of a part of the overview. */
export interface OverviewPartProps {
  overview: Overview;
  counts: NonNullable<Overview['counts']>;
}

/** Who must act, is it getting better, is it any good, and who is not counted. */
export function OverviewTab(props: OverviewPartProps) {
  return (
    <div className={styles.overview}>
      <LostBand />
      <div className={styles.three}>
        <RegisteredPanel {...props} />
        <GapPanel {...props} />
        <TrendPanel {...props} />
      </div>
      <StrengthPanel {...props} />
      <PhonePanel {...props} />
      <NotCountedPanel {...props} />
      <MethodsPanel {...props} />
      <CisPanel {...props} />
      <CrossCheckPanel {...props} />
    </div>
  );
}
