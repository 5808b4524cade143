import type {
  AttemptFeature,
  CampaignState,
  DataSet,
  DeviceTrust,
  EntraGroupKind,
  MethodsMigration,
  PolicyLimit,
  RiskLevel,
  RiskState,
  RiskySignInOutcome,
  PropertyOnDemand,
  SignInKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { z } from 'zod';

/** What is read only where the configuration says so, by the setting. */
export type ChosenRead =
  | 'signInActivity'
  | 'mailboxPurpose'
  | 'perUserMethods'
  | 'entraGroups';

/** The data sets that a run reads. */
export type DataSetId = DataSet;

/** What a row becomes in the store. */
export interface CollectedRecord {
  /** Unique in its data set, at most 255 characters. */
  key: string;
  /**
   * What is stored and hashed. Its properties are always in the same order and its lists are sorted,
   * so that the same row gives the same JSON; fields that move by themselves are left out.
   */
  body: Record<string, unknown>;
  /** When Microsoft refreshed the row, where it says so: kept for the data set, not for the row. */
  refreshedAt?: string;
  /** Of a data set that is read by `delta`: there is none under the key any more, and the body means nothing. */
  gone?: true;
  /** With `gone`, where the key is `|<id>` and was there: the same goes for all whose keys end with it. */
  withMembers?: true;
  /** With `gone`, where the key was there before the run: what changed is not enough, and all is read from its beginning. */
  beginsAgain?: true;
}

/**
 * One data set of one source, as data. It does no input or output of its own: the run reads its
 * pages, checks each row with `row` and stores what `toRecords` makes of it.
 */
export interface Collector<Row = unknown> {
  id: DataSetId;
  title: string;
  source: 'graph' | 'catalog';
  /** Relative to the API version: `/users`. For the catalog, the kind that is read. */
  endpoint: string;
  /** Of Microsoft Graph; v1.0 unless told. Microsoft supports nothing of beta in production. */
  version?: 'beta';
  /** Query parameters of the first page; Graph bakes them into the links to the next ones. */
  query: Record<string, string>;
  headers?: Record<string, string>;
  /** The service class whose pace the calls keep. */
  pace: 'reports' | 'protection' | 'sign-ins' | 'directory' | 'catalog';
  /** The least privileged application permission; null where another one covers it. */
  permission: string | null;
  licence: string | null;
  /** Whether nobody knows that it can be read in the name of a person, too. */
  onlyByApplication?: true;
  /** What is so without the licence, in words, where nothing needs to be done then. */
  withoutLicence?: string;
  /** What the permission is for, in words for the person who has to grant it. */
  why: string;
  /** Microsoft's page on the endpoint. */
  documentation: string | null;
  /**
   * `always`: without it no figure can be given, so where it is not read the run publishes nothing.
   * `unless-refused`: the same where reading it fails; that the tenant does not give it (`skipped`) is no
   * failure, and true and worth showing: everybody is not known then. `no`: the run does without.
   */
  required: 'always' | 'unless-refused' | 'no';
  /**
   * What may be missing in a tenant that is well: with `licence`, one that it need not have; with
   * `always`, the whole data set, for whatever reason. It is told with the run, and is no problem of
   * the tenant's health.
   */
  optional?: 'licence' | 'always';
  /** An answer without rows is not believed: `never`, or `not-again` where there were rows before. */
  refuseEmpty?: 'never' | 'not-again';
  /**
   * It decides who counts, and where: a reading that has lost a tenth of its rows at once is doubted until
   * a second one agrees; with `or-vanish`, also one that has lost the last of a few.
   */
  doubtLoss?: 'tenth' | 'or-vanish';
  /** Graph says how many rows there are before it is read: the reading is doubted against that too. */
  expected?: true;
  /**
   * An old version is worse than none: it says who is powerful, or leaves, now. With `until-refused`, it stays where
   * reading it merely failed, and may with the next run.
   */
  onlyWhileGiven?: true | 'until-refused';
  /** Everybody has a row of it, so how old it is is how old the figure is. */
  ofEverybody?: true;
  /** A new tenant is read again while the catalog has more entities of this kind than were read. */
  followed?: true;
  /** It may go on having somebody who has left; the row of who was erased stays emptied. */
  outlivesPeople?: true;
  /**
   * What was erased of a record stays erased in every read of the record whose key ends with the same after the last
   * `|`: it outlives whoever was forgotten.
   */
  staysErased?: true;
  /** Only what was read last is kept, and no version before it. */
  keepsNoPast?: true;
  /** It is read only where the configuration says so, by this setting. */
  onlyWhereChosen?: Exclude<ChosenRead, 'perUserMethods'>;
  /**
   * It is read whole once, and then only what changed since: its last page says where. A record stays until it is told
   * as `gone`. `choice` says in words of its own which rows become records; with another one all is read again.
   */
  delta?: { choice: string };
  /** It decides no state and no figure: everybody stays as assessed when only it is another one. */
  decidesNothing?: true;
  /** It says whose data all the others are, so it is asked again wherever a run goes on. */
  identifiesTenant?: true;
  /** `one` where the answer is the one row itself, and not a list of rows; `count` where it is a number. */
  answer?: 'list' | 'one' | 'count';
  /**
   * Reads the endpoint once for each of a set of ids, which takes the place of `{id}` in it and in its
   * query; an id that Graph does not know has no rows. The rows come as `{ of: id, row }`.
   * `role-principals` are those who hold or can activate a role and are no people of the directory;
   * `nested-role-principals` are also those who can become a member of one of them, and
   * `role-principals-and-nested` the groups that are members of one, as read by the run before.
   * `policy-groups` are the groups that policies with MFA and the methods policy name, and `scope-groups` those that
   * scope rules name.
   * `accounts-without-mfa` are members' accounts that have not registered, also disabled ones, and `enabled-accounts`
   * all that are not disabled. They are asked for several at once: see `readForAccounts`, whose rows these have.
   */
  forEach?:
    | 'role-principals'
    | 'nested-role-principals'
    | 'role-principals-and-nested'
    | 'policy-groups'
    | 'scope-groups'
    | 'accounts-without-mfa'
    | 'enabled-accounts';
  /**
   * With `forEach` of accounts: each is asked for again after so many hours, at a time of its own, and before that only
   * when its user is another one; meanwhile what was read stays. Without it, with each read.
   */
  againHours?: number;
  /** With `forEach` of accounts: Graph may refuse some and give others, so that single refusals are no missing permission. */
  refusesSome?: true;
  /** With `forEach` of accounts: where there are more of them, none is asked for. */
  mostAccounts?: number;
  /** With `forEach` of accounts: whether what was stored of one is of this read, and no other; without it, it is. */
  keeps?(body: Record<string, unknown>): boolean;
  /** What is read in its stead where the tenant's plans show no Entra ID P1: of the same data set. */
  withoutPremium?: Collector;
  /** With `forEach`: an id that Graph does not know has the row null, so that it is not taken for none. */
  keepsNotFound?: boolean;
  /** With `forEach`: an id without rows has one that says so (`nobody`), so that it is known to be read. */
  keepsNobody?: boolean;
  /** With `forEach`: an id that a row leads to. Unless it is a person's, it is read too. */
  leadsTo?(row: Row): string | null;
  /** The property with the object id of whom a row is about; rows of nobody in the directory are left out. */
  ofPeople?: string;
  /** Its rows are events: what Microsoft no longer has is kept. Without `name`, they have `ofPeople`. */
  events?: {
    /**
     * The property with the user principal name, where they name people by it alone: rows come as
     * `{ of: object id, row }`, without those of nobody in the directory.
     */
    name?: string;
    /** The property with the time. */
    at: string;
    /** For so many days after it, an event is kept; older ones are not taken. */
    keptDays: number;
    /**
     * Only what is new is asked for: `{since}` in the query is so many days before the newest event that there is,
     * because what was told of it may be otherwise by now.
     */
    againDays?: number;
  };
  /**
   * Its rows are counted, and not kept: they come as `{ day, name, count }`. `{since}` in the query is the begin of a day;
   * what was counted of days before stays.
   */
  counted?: {
    /** Says of a row of the source when it was, and what it is called. */
    row: z.ZodType<{ at: string; name: string }>;
    /** For how many days it is asked at first, and for how many again: what became of one may change for a while. */
    firstDays: number;
    againDays: number;
  };
  /**
   * It is read once in so many hours, however often the tenant is; until then what was read stays as it is. Without
   * it, it is read with each run.
   */
  cadenceHours?: number;
  /**
   * Properties of the record's body that decide a figure. Null, which stands for absent too, is no
   * value of them: see `refuseMissing`.
   */
  decisive?: readonly string[];
  /** Whether one of them decides of this record; without it, each does. */
  decides?(property: string, body: Record<string, unknown>): boolean;
  row: z.ZodType<Row>;
  toRecords(row: Row): CollectedRecord[];
}

/** The body of a `users` record. Source: Microsoft Graph resource type `user`. */
export interface UserBody {
  displayName: string;
  userPrincipalName: string;
  mail: string | null;
  accountEnabled: boolean | null;
  userType: string | null;
  createdDateTime: string | null;
  employeeHireDate: string | null;
  /** `#microsoft.graph.agentUser` for agent identities; null for people. */
  type: string | null;
  /** Only where it is true, so that everybody else's record is the same as before it was read. */
  onPremisesSyncEnabled?: true;
  /** What scope rules name besides; null where the directory has none. Only where a rule names one. */
  properties?: Partial<Record<PropertyOnDemand, string | null>>;
  /** Of somebody who was forgotten: name, principal name and mail are gone. No read gives it. */
  erased?: true;
}

/**
 * The body of a `role-assignments` or `role-eligibility` record; its key starts with
 * `<principal id>|`. Source: resource types `unifiedRoleAssignment` and
 * `unifiedRoleEligibilityScheduleInstance`.
 */
export interface RoleBody {
  principalId: string;
  /** Of a built-in role, its template id. */
  roleDefinitionId: string;
  /** `/` for the whole tenant. */
  directoryScopeId: string | null;
  memberType?: string;
  startDateTime?: string;
  endDateTime?: string;
}

/** The body of a `role-definitions` record; its key is the id of the role. Source: `unifiedRoleDefinition`. */
export interface RoleDefinitionBody {
  displayName: string;
  isBuiltIn: boolean | null;
}

/** The body of a `role-groups` record; its key is the group's object id. */
export interface RoleGroupBody {
  displayName: string | null;
}

/**
 * The body of a `role-group-eligibility` record; its key starts with `<principal id>|`. Source:
 * `privilegedAccessGroupEligibilityScheduleInstance`.
 */
export interface RoleGroupEligibilityBody {
  /** Who can become a member: a person, or a group whose members can. Absent where nobody can be told. */
  principalId?: string;
  groupId: string;
  /** Only where the group was asked for and nobody can become its member; absent where Graph knows no such group. */
  nobody?: true;
  memberType?: string;
  startDateTime?: string;
  endDateTime?: string;
}

/** The body of a `role-group-members` record; its key is `<member id>|<group id>`. */
export interface RoleGroupMemberBody {
  memberId: string;
  groupId: string;
  /** Only where the member is a group itself. */
  isGroup?: true;
}

/** The body of the one `security-defaults` record. Source: `identitySecurityDefaultsEnforcementPolicy`. */
export interface SecurityDefaultsBody {
  isEnabled: boolean;
}

/** Whom a policy includes or excludes: ids in lower case, sorted; of users also `all` and the like. */
export interface PolicyPeople {
  users: string[];
  groups: string[];
  /** Template ids. */
  roles: string[];
  /** Some kind of guests or external users; which is not looked at. */
  guests?: true;
}

/** What a policy can be: the last one reports whom it would ask, and asks nobody. */
export const policyStates = [
  'enabled',
  'disabled',
  'enabledForReportingButNotEnforced',
] as const;

/** The body of a `conditional-access` record; its key is the policy's id. Source: `conditionalAccessPolicy`. */
export interface PolicyBody {
  displayName: string;
  state: (typeof policyStates)[number];
  include: PolicyPeople;
  exclude: PolicyPeople;
  /** Null where it asks for no MFA. */
  demands: 'mfa' | 'strength' | null;
  /** The name of the authentication strength, and its id in lower case. */
  strength?: string;
  strengthId?: string;
  /** Sorted. */
  limits: PolicyLimit[];
}

/** The body of an `authentication-strengths` record; its key is the id. Source: `authenticationStrengthPolicy`. */
export interface StrengthBody {
  displayName: string;
  /** What is enough, each of modes that go together, sorted: `["password", "sms"]`. */
  combinations: string[][];
  /** Modes of which not every one is enough, sorted: a key of some makers, a certificate of some issuers. */
  restricted: string[];
}

/** Whom a part of the authentication methods policy is for: ids in lower case, sorted. */
export interface MethodTargets {
  everybody: boolean;
  groups: string[];
  users: string[];
  /** Something that is neither a group nor a user. */
  others?: true;
}

/** One method of the policy. */
export interface AllowedMethodBody {
  /** As Microsoft names it; of a method of another provider, a GUID. */
  id: string;
  /** Only of a method of another provider: what the tenant calls it. */
  external?: string;
  enabled: boolean;
  include: MethodTargets;
  exclude: MethodTargets;
  /** Of Microsoft Authenticator, only where it is not the same for both: for whom it may ask, and replace a password. */
  push?: MethodTargets;
  passwordless?: MethodTargets;
  /** Of Microsoft Authenticator: whether its codes may be used. */
  codes?: boolean;
  /** Of voice calls: whether a phone of the office may be called. */
  officePhone?: boolean;
}

/** The body of the one `authentication-methods` record. Source: `authenticationMethodsPolicy`. */
export interface MethodsPolicyBody {
  migration: MethodsMigration | null;
  campaign: {
    state: CampaignState;
    snoozeDays: number | null;
    include: MethodTargets;
    exclude: MethodTargets;
  } | null;
  /** Sorted by id. */
  methods: AllowedMethodBody[];
}

/**
 * The body of a `registration-events` record; its key is `<object id>|<time>|<event id>`, the time as `toISOString`
 * writes it. Source: `userEventsSummary`.
 */
export interface RegistrationEventBody {
  at: string;
  feature: AttemptFeature;
  method: string;
  success: boolean;
  reason: string | null;
}

/** The body of a `risky-users` record; its key is the object id. Source: resource type `riskyUser`. */
export interface RiskyUserBody {
  level: RiskLevel | null;
  state: RiskState;
  /** The day of the last change; null where it is not told. */
  day: string | null;
}

/**
 * The body of a `risk-detections` record; its key is `<object id>|<day>|<detection id>`, the day as the time at which it
 * began. Source: resource type `riskDetection`.
 */
export interface RiskDetectionBody {
  day: string;
  /** As Microsoft names it. */
  type: string;
  level: RiskLevel | null;
  state: RiskState | null;
}

/** The body of a `risky-sign-ins` record, which counts them; its key is `<day>|<outcome>`. */
export interface RiskySignInsBody {
  day: string;
  outcome: RiskySignInOutcome;
  count: number;
}

/**
 * The body of a `devices` record; its key is `<object id of an owner>|<object id of the device>`, and there is one for
 * each owner. Source: resource type `device`.
 */
export interface DeviceBody {
  /** Null where there is none, or it was erased. */
  name: string | null;
  operatingSystem: string | null;
  version: string | null;
  trust: DeviceTrust | null;
  /** Null where nobody manages it: not known, never no. */
  compliant: boolean | null;
  managed: boolean | null;
  /** About when it was used last: the day. */
  lastSignIn: string | null;
  registeredAt: string | null;
  /** The object ids of all who own it, sorted. */
  owners: string[];
  /** Only where there are as many as Graph gives: there may be more. */
  maybeMore?: true;
  /** Only where the name was erased with a person: it never comes back. */
  erased?: true;
}

/**
 * The body of a `sign-in-activity` record; its key is the object id, and everybody has one. Its properties are in this
 * order: see `withoutSignIn`. Source: resource type `signInActivity`.
 */
export type SignInBody =
  | { day: string; kind: SignInKind }
  /** Never, or before Microsoft kept it. */
  | { day: null; kind: null };

/**
 * The body of a `mailbox-purpose` record; its key is the object id. Source: resource type `mailboxSettings`.
 */
export interface MailboxPurposeBody {
  /** As Microsoft names it; `none` without a mailbox of Exchange Online, null where it is refused. */
  purpose: string | null;
}

/** The body of a `policy-group-members` record; its key is `<member id>|<group id>`. */
export interface PolicyGroupMemberBody {
  memberId: string;
  groupId: string;
}

/**
 * The body of a group's own `groups` record, whose key is `|<group id>`. Source: resource type `group`. All other records
 * say what they say by their key, and their body is empty: `<object id>|<group id>` of a person who is directly in the
 * group, `+<group id>|<group id>` of a group that is directly in another one, and `-|<group id>` of a group that is not
 * chosen.
 */
export interface GroupBody {
  name: string;
  kind: EntraGroupKind;
}

/**
 * The body of a `scope-group-members` record; its key is `<member id>|<group id>`. Of a group without members, and of one
 * that is not found, there is one record without a member.
 */
export type ScopeGroupMemberBody =
  | { memberId: string; groupId: string }
  | { groupId: string; nobody?: true };

/** The body of a `leave-dates` record. Source: Microsoft Graph resource type `user`. */
export interface LeaveDateBody {
  employeeLeaveDateTime: string;
}

/** The body of the one `feature-summary` record. Source: `userRegistrationFeatureSummary`. */
export interface FeatureSummaryBody {
  /** Accounts that are not blocked, guests too. */
  users: number;
  mfaCapable: number | null;
}

/** The body of a `registrations` record. Source: resource type `userRegistrationDetails`. */
export interface RegistrationBody {
  userPrincipalName: string;
  userDisplayName: string;
  userType: string | null;
  isAdmin: boolean | null;
  /** Null where the row has no value, here and below. */
  isMfaRegistered: boolean | null;
  isMfaCapable: boolean | null;
  isPasswordlessCapable: boolean | null;
  isSsprRegistered: boolean | null;
  isSsprEnabled: boolean | null;
  isSsprCapable: boolean | null;
  /** Raw names, sorted. */
  methodsRegistered: string[] | null;
  isSystemPreferredAuthenticationMethodEnabled: boolean | null;
  systemPreferredAuthenticationMethods: string[];
  userPreferredMethodForSecondaryAuthentication: string | null;
  /** Only where it was made from the person's methods, for want of the report: what these do not say is null. */
  from?: 'methods';
}

/** The body of the one `organization` record; its key is the tenant id. */
export interface OrganizationBody {
  displayName: string;
  /** Whether Entra ID P1 is among the plans that work, or P2 or Governance, which are told as P2. */
  premium?: 'P2' | 'P1' | null;
}

/** The body of a `catalog-users` record; its key is the entity ref. */
export interface CatalogUserBody {
  displayName: string;
  /** `graph.microsoft.com/user-id` */
  objectId: string | null;
  /** Lower case. */
  email: string | null;
  /** Where the entity comes from; only where the catalog says it. */
  source?: string;
}

/** The body of a `catalog-groups` record; its key is the entity ref. */
export interface CatalogGroupBody {
  title: string;
  parentRef: string | null;
  /** `entra-mfa/target`, a percentage such as `100` or `92.5`; null for the configured target. */
  target: string | null;
  /** Only where there is anything, so that everybody else's record is as before it was read. */
  leads?: LeadCandidates;
  /** Every parent, sorted; only where there are several. */
  parentRefs?: string[];
  /** Where the entity comes from; only where the catalog says it. */
  source?: string;
}

/** What a Group says of who may lead it, by the name of what says it. Names and lists are sorted. */
export interface LeadCandidates {
  /** Entity refs, by the type of the relation. */
  relations?: Record<string, string[]>;
  /** As they are written. */
  annotations?: Record<string, string[]>;
  /** Of `spec.profile`, as they are written. */
  profile?: Record<string, string[]>;
}

/** The body of a `catalog-memberships` record; its key is `<user ref>|<group ref>`. */
export interface CatalogMembershipBody {
  userRef: string;
  groupRef: string;
  /** Only where the Group says it and the User does not. */
  byGroup?: true;
}

/** The body of a `catalog-ownership` record; its key is `<owner ref>|<entity ref>`. */
export interface CatalogOwnershipBody {
  ownerRef: string;
  entityRef: string;
  type: string | null;
  lifecycle: string | null;
  title?: string;
  /** The system that it is part of. */
  systemRef?: string;
  tier?: string;
}
