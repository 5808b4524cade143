import type {
  Basis,
  PersonMark,
  PersonState,
  ScopeClass,
  StateReason,
  Tier,
} from 'backstage-plugin-entra-mfa-common';
import type { RegistrationBody, UserBody } from '../collectors/types';

/** What the rules are given. A change of any of it is a change of the rules' version. */
export interface RuleSettings {
  basis: Basis;
  targetPermille: number;
  /** Object ids, lower case. */
  breakGlassIds: string[];
  /** Whether guests are counted as members are. */
  countGuests: boolean;
  /** Accounts that are left out by an explicit list, each with its owner. */
  listed: { objectId: string; owner: string; reason: string }[];
  /** Patterns on the user principal name, with an owner; matched without regard to case. */
  listedPatterns: { pattern: string; owner: string; reason: string }[];
}

/** Why the report can say nothing of anybody, or `read` where it can. */
export type ReportStatus = 'read' | 'no-licence' | 'no-permission' | 'not-read';

/** All that is known of one person, for one judgement. */
export interface PersonFacts {
  objectId: string;
  user: UserBody;
  registration: RegistrationBody | null;
  report: ReportStatus;
  /** Whether the report was read whole since the previous judgement. */
  reportReadAgain: boolean;
  /** Complete reads in a row without a row, before this one; at most 2. */
  noRowRuns: number;
  /** Null while roles are not read. */
  privileged: boolean | null;
  /** The exception in force, if any. */
  exception: { until: string; approver: string } | null;
}

/** One judgement. */
export interface Assessment {
  state: PersonState;
  reason: StateReason;
  scopeClass: ScopeClass | null;
  registered: boolean | null;
  capable: boolean | null;
  /** Null where no report row is known. */
  tier: Tier | null;
  methods: string[];
  marks: PersonMark[];
  privileged: boolean | null;
  noRowRuns: number;
}
