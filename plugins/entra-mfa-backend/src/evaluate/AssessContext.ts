import type { RoleHolders } from '../assess/roles/RoleHolders';
import type { ReportStatus, RolesStatus } from '../assess/types';
import type { FeatureSummaryBody } from '../collectors/types';
import type { Changes } from './Changes';
import type { LoadedPolicies } from './loadPolicies';
import type { ScopeGroups } from './loadScopeGroups';
import type { RulesChange } from './RulesChange';
import type { RunContext } from '../collect/RunContext';

/** What every step of one assessment is given. */
export interface AssessContext extends RunContext {
  /** How the rules are others than before; null where they are not. */
  rulesChange: RulesChange | null;
  /** The snapshot's number and time. */
  number: number;
  at: Date;
  report: ReportStatus;
  roles: RoleHolders;
  rolesStatus: RolesStatus;
  policies: LoadedPolicies;
  /** The version of what people tried; null where it was never read. */
  eventsVersion: number | null;
  /** The object ids of who is at risk; nobody where it was not read. */
  atRisk: ReadonlySet<string>;
  /** What the mailboxes that nobody has alone are for, by object id. */
  mailboxes: ReadonlyMap<string, string>;
  /** The groups that scope rules and exceptions name. */
  scopeGroups: ScopeGroups;
  /** Microsoft's own count, where it was given. */
  microsoft: FeatureSummaryBody | null;
  /** When Microsoft refreshed the report, and whether since the snapshot before. */
  reportRefreshedAt: Date | null;
  isNewReport: boolean;
  /** Whether leave dates were read. */
  leaveDates: boolean;
  changes: Changes;
}
