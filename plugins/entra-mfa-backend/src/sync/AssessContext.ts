import type { RoleHolders } from '../assess/roles/RoleHolders';
import type { ReportStatus, RolesStatus, RuleSettings } from '../assess/types';
import type { FeatureSummaryBody } from '../collectors/types';
import type { Changes } from './Changes';
import type { RunContext } from './RunContext';

/** What every step of one assessment is given. */
export interface AssessContext extends RunContext {
  rules: RuleSettings;
  /** What the rules were given before, where that is not what they are given now. */
  oldRules: RuleSettings | null;
  /** The snapshot's number and time. */
  number: number;
  at: Date;
  report: ReportStatus;
  roles: RoleHolders;
  rolesStatus: RolesStatus;
  /** Microsoft's own count, where it was given. */
  microsoft: FeatureSummaryBody | null;
  /** Whether the report was read whole since the snapshot before. */
  reportReadAgain: boolean;
  changes: Changes;
}
