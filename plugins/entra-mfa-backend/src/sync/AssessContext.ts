import type { ReportStatus, RuleSettings } from '../assess/types';
import type { Changes } from './Changes';
import type { RunContext } from './RunContext';

/** What every step of one assessment is given. */
export interface AssessContext extends RunContext {
  rules: RuleSettings;
  /** The snapshot's number and time. */
  number: number;
  at: Date;
  report: ReportStatus;
  /** Whether the report was read whole since the snapshot before. */
  reportReadAgain: boolean;
  changes: Changes;
}
