import type {
  Asking,
  Basis,
  PersonMark,
  PhoneDelivery,
  PhoneEnds,
  PersonState,
  ScopeClass,
  StateReason,
  Tier,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { countsSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { Asked } from './policies/types';
import type { GroupsOfPerson, ScopeRule } from './scope/types';
import type {
  FeatureSummaryBody,
  RegistrationBody,
  UserBody,
} from '../collectors/types';

/** After how many days a drill is overdue where nothing else is configured. */
export const defaultDrillDays = 90;

/** What the rules are given. A change of any of it is a change of the rules' version. */
export interface RuleSettings {
  basis: Basis;
  targetPermille: number;
  /** Object ids, lower case. */
  breakGlassIds: string[];
  /** Whether guests are counted as members are. */
  countGuests: boolean;
  /** What an account without a user type is; without it, not known. */
  userTypeNull?: 'member';
  /** Accounts that are left out by an explicit list, each with its owner. */
  listed: { objectId: string; owner: string; reason: string }[];
  /** After how many days a drill of a break-glass account is overdue; without it, {@link defaultDrillDays}. */
  drillDays?: number;
  /** Role definition ids, lower case, of roles that count as privileged besides those that Microsoft marks so. */
  privilegedRoles?: string[];
  /** Patterns on the user principal name, with an owner; matched without regard to case. */
  listedPatterns: { pattern: string; owner: string; reason: string }[];
  /** Rules that leave people out, in the order in which they are asked; only where there are some. */
  scopeRules?: ScopeRule[];
  /** Whether it counts what mailboxes are for; only where it is read. */
  mailboxes?: true;
  /** Which sources of the catalog define teams; without it, see `TeamSources`. It changes nobody's state. */
  teamSources?: readonly string[];
  /** What of a Group tells who leads it; without it, the default. It changes nobody's state. */
  leads?: LeadSettings;
  /** Who delivers the tenant's SMS and voice; without it, Microsoft, until it ends. It changes nobody's state. */
  phoneDelivery?: PhoneDelivery;
}

/** What was read of the data sets about roles, and why not. */
export interface RolesStatus {
  active: ReadStatus;
  eligible: ReadStatus;
  groups: ReadStatus;
  /** Absent from snapshots of earlier versions. */
  groupEligibility?: ReadStatus;
}

/** What of a Group tells who leads it, by name. */
export interface LeadSettings {
  /** Types of relations to users or groups. */
  relations: string[];
  annotations: string[];
  /** Fields of `spec.profile`. */
  profile: string[];
}

/** Whether a data set was read, and why not. */
export type ReadStatus = 'read' | 'no-licence' | 'no-permission' | 'not-read';

/** Why the report can say nothing of anybody, or `read` where it can. */
export type ReportStatus = ReadStatus | 'report-empty';

/**
 * The roles that a person holds and can activate, by template id, sorted; null where they are not
 * known, which is never none.
 */
export interface PersonRoles {
  active: readonly string[] | null;
  eligible: readonly string[] | null;
  /** Present where `eligible` has only what comes with groups, because the rest was not read. */
  eligibleInPart?: true;
  /** Whether roles that are held through groups are among them. */
  groupsKnown: boolean;
  /** Whether roles are among them that come with a group of which they can become a member. */
  groupEligibilityKnown: boolean;
}

/** All that is known of one person, for one assessment. */
export interface PersonFacts {
  objectId: string;
  user: UserBody;
  registration: RegistrationBody | null;
  report: ReportStatus;
  /** When Microsoft refreshed the report: the time of its median row; null where it does not say. */
  reportRefreshedAt: Date | null;
  /** Whether Microsoft refreshed the report since the previous assessment. */
  isNewReport: boolean;
  /** Reports in a row without a row, each refreshed since the one before, before this one; at most 2. */
  noRowRuns: number;
  /** Since when the account is known to be there and enabled; null where it is not, or not known. */
  enabledSince: Date | null;
  roles: PersonRoles;
  /** The groups that scope rules name. */
  scopeGroups: GroupsOfPerson;
  /** How they are asked for MFA: it decides no state. */
  asked: Asked;
  /** When they last tried to register and failed, and did not manage to since: see `lastFailure`. */
  failedAt: Date | null;
  /** Whether they are at risk, as far as it was read: it decides no state. */
  isAtRisk: boolean;
  /** What their mailbox is for, as Microsoft names it; null where it is not known. */
  mailbox: string | null;
  /** The exception in force, if any. */
  exception: {
    id: string;
    until: string;
    approver: string;
    /** The Entra group by which it fits, by name or object id; only where the assessment is explained. */
    entraGroup?: string;
  } | null;
}

/** One assessment. */
export interface Assessment {
  state: PersonState;
  reason: StateReason;
  scopeClass: ScopeClass | null;
  /** The name of the scope rule that leaves the person out; null unless one does. */
  scopeRule: string | null;
  registered: boolean | null;
  capable: boolean | null;
  /** Null where no report row is known. */
  tier: Tier | null;
  methods: string[];
  marks: PersonMark[];
  /** The day on which the person's only method stops, an ISO date; null for everybody else. */
  phoneEnds: string | null;
  privileged: boolean | null;
  noRowRuns: number;
  /** The exception by which the person is exempt; null unless they are. */
  exceptionId: string | null;
}

/** A line of counts as it is stored, with what it comes to on either basis. */
export type StoredCounts = Omit<
  z.infer<typeof countsSchema>,
  'phoneEnds' | 'atRiskUncovered'
> & {
  /** Absent where there is nobody. */
  atRiskUncovered?: number;
  bases: Record<Basis, { covered: number; uncovered: number }>;
  /** Absent from snapshots of earlier versions. */
  phoneEnds?: PhoneEnds;
};

/** A `coverage` row without its keys: what a roll-up comes to. */
export interface CoverageLine {
  people: number;
  covered: number;
  uncovered: number;
  in_scope: number;
  direct_covered: number;
  direct_uncovered: number;
  phone_only: number;
  /** JSON of the contract's `phoneEndsSchema`; null in snapshots of earlier versions. */
  phone_ends: string | null;
  unknown: number;
  /** JSON of the contract's `countsSchema`; for the tenant, with `TenantCounts`. */
  counts: string;
}

/** Adds up the people of one team and its sub-teams; each person is added once. */
export interface TeamRollUp {
  /** @param where - `direct` for the team's own members */
  add(person: Assessment, where: { direct: boolean; inCatalog: boolean }): void;
  line(): CoverageLine;
}

/** What a person is to the counts that others make. */
export interface CountedAccount {
  enabled: boolean;
  guest: boolean;
  /** The directory says member; who has no user type is neither. */
  member: boolean;
}

/** Adds up everybody of the directory. */
export interface TenantRollUp {
  /**
   * @param where - `ownTeams` are the numbers of the teams whose member the person is; `account` is
   * what the counts of Microsoft and CIS take them for, a member who can sign in unless told
   */
  add(
    person: Assessment,
    where: {
      inCatalog: boolean;
      ownTeams: readonly number[];
      account?: CountedAccount;
    },
  ): void;
  /** @param rest - what is not told by the people one by one */
  line(rest: {
    catalogUsersNotInEntra: number;
    rowsWithoutPerson: number;
    /** What was read of roles; nothing unless told. */
    roles?: RolesStatus;
    /** How many roles the configuration adds to those that Microsoft marks as privileged. */
    privilegedRolesAdded?: number;
    /** What asks for MFA, where it was read. */
    asking?: Omit<Asking, 'list'> | null;
    /** The rules that leave people out; nothing where there are none. */
    scopeRules?: { name: string; groupKnown: boolean }[];
    /** Microsoft's own count, where it was read. */
    microsoft?: FeatureSummaryBody | null;
  }): CoverageLine;
}
