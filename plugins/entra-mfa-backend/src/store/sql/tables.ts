import type {
  assessmentKinds,
  AssessmentStepKind,
  ConnectionOrigin,
  ControlStatus,
  ControlResult,
  DataSet,
  EntraGroupKind,
  EpisodeState,
  NotEvaluatedReason,
  ReviewInterval,
  ReviewReviewerKind,
  ReviewScopeKind,
  TestOutcome,
  TrailKind,
  TrailOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EvidenceType } from '@entra-mfa/evidence';
import type { OwnersCounts } from '../../assess/owners/OwnersCounter';
import type { CoverageLine } from '../../assess/types';

/** `to_run` and `to_snapshot` of a row that is true now. */
export const STILL_TRUE = 2147483647;

/** The version of a data set of which the tenant can have nothing: no record is true at it. */
export const NOTHING = 0;

export interface TenantRow {
  tenant_id: string;
  display_name: string | null;
  last_run: number;
  last_run_published: number;
  last_snapshot: number;
  /** The number of the newest step on an exception that the figure depends on. */
  last_step: number;
}

export interface RunRow {
  tenant_id: string;
  run: number;
  state: 'running' | 'published' | 'failed' | 'overtaken';
  holder: string;
  started_at: Date | string | number;
  /** When the newest claim of it began; null for runs of earlier versions. */
  claimed_at: Date | string | number | null;
  /** A fingerprint of what it asks the sources for; null where nobody said. */
  queries: string | null;
  /** When it was heard of last, by the clock of the database. */
  heartbeat_at: Date | string | number;
  /** When it began, by the clock of the database; null for runs of earlier versions. */
  begun_at: Date | string | number | null;
  ended_at: Date | string | number | null;
  snapshot: number | null;
  /** JSON of the contract's `problemSchema`. While a run is gone on with, why it failed before. */
  problem: string | null;
  /** How many people Graph said there are; null where it was not asked or did not say. */
  expected_people: number | null;
}

export interface RunCollectorRow {
  tenant_id: string;
  run: number;
  data_set: DataSet;
  outcome:
    | 'running'
    | 'complete'
    | 'not-due'
    | 'partial'
    | 'skipped'
    | 'failed';
  problem: string | null;
  pages: number;
  rows: number;
  added: number;
  changed: number;
  removed: number;
  calls: number;
  waited_ms: number;
  request_ids: string;
  /** Null where a read was gone on with. */
  started_at: Date | string | number | null;
  /** JSON of `LostValues[]`; null where none are lost. */
  lost: string | null;
  /** JSON of `Doubt`; null where nothing is doubted. */
  doubt: string | null;
}

export interface StageRow {
  tenant_id: string;
  run: number;
  data_set: string;
  page: number;
  next_link: string | null;
  rows: number;
  /** Little-endian 32-bit places, in key order, among the records that the run found. */
  unchanged_keys: Buffer | null;
  /** Little-endian 32-bit seconds: when Microsoft refreshed each row that says so. */
  refreshed_seconds: Buffer | null;
  /** JSON: how many rows had no value, by property. */
  missing: string | null;
  /** Of a data set that is read by what changed: see DeltaRound. */
  delta_link?: string | null;
}

export interface DataSetRow {
  tenant_id: string;
  data_set: string;
  version: number;
  read_run: number;
  read_at: Date | string | number;
  rows: number;
  /** When Microsoft refreshed the median row. */
  report_refreshed_at: Date | string | number | null;
  /** Of a data set that is read by what changed: where the next round begins. */
  delta_link?: string | null;
}

export interface RecordRow {
  tenant_id: string;
  data_set: string;
  record_key: string;
  from_run: number;
  to_run: number;
  hash: string;
  body: string;
}

export interface SnapshotRow {
  tenant_id: string;
  snapshot: number;
  run: number;
  at: Date | string | number;
  read_at: Date | string | number | null;
  report_refreshed_at: Date | string | number | null;
  rules_version: string;
  /** JSON of `RuleSettings`. */
  settings: string;
  /** JSON: data set id to its `SnapshotDataSet`. */
  data_sets: string;
  reassess_at: Date | string | number | null;
  /** Whether another report can change an assessment by being another. */
  waits_for_report: boolean | number;
  /** The newest step that it has assessed; null for snapshots of earlier versions. */
  judged_step: number | null;
  /** From when on it is stale; null for snapshots of earlier versions. */
  fresh_until: Date | string | number | null;
}

/** What a test of a snapshot came to. */
export interface ControlTestRow {
  tenant_id: string;
  test: ControlResult['test'];
  from_snapshot: number;
  to_snapshot: number;
  outcome: TestOutcome;
  reason: NotEvaluatedReason | null;
  count: number | null;
  of_count: number | null;
  target_permille: number | null;
  short: number | null;
  days: number | null;
}

/** The status of a control, but for its age: see `snapshot.fresh_until`. */
export interface ControlStatusRow {
  tenant_id: string;
  /** `framework/id`. */
  control: string;
  from_snapshot: number;
  to_snapshot: number;
  status: Exclude<ControlStatus, 'stale'>;
  /** JSON of the ids of the tests that it follows from. */
  tests: string;
  disabled_reason: string | null;
}

/** An assessment, but for its steps. */
export interface AssessmentRow {
  tenant_id: string;
  assessment: number;
  /** Counted up by who changes it or takes a step: whoever looked at another one is too late. */
  revision: number;
  title: string;
  kind: (typeof assessmentKinds)[number];
  /** UTC days, both included: ISO dates. */
  from_day: string;
  to_day: string;
  /** JSON of `framework/id`. */
  controls: string;
  supersedes: number | null;
  prepared_by: string;
  prepared_at: Date | string | number;
}

/** A step of an assessment. */
export interface AssessmentStepRow {
  tenant_id: string;
  assessment: number;
  step: number;
  kind: AssessmentStepKind;
  taken_by: string;
  taken_at: Date | string | number;
  note: string | null;
  superseded_by: number | null;
}

/** A comment on an assessment. */
export interface AssessmentCommentRow {
  tenant_id: string;
  assessment: number;
  comment: number;
  /** `framework/id`; null for all of it. */
  control: string | null;
  text: string;
  written_by: string;
  written_at: Date | string | number;
}

/** Who may read an assessment as its auditor. */
export interface AssessmentAuditorRow {
  tenant_id: string;
  assessment: number;
  auditor_ref: string;
  assigned_at: Date | string | number;
}

/** What an assessment rests on: an item of evidence, or the statement of a snapshot. */
export interface AssessmentPinRow {
  tenant_id: string;
  assessment: number;
  kind: 'item' | 'snapshot';
  fingerprint: string;
}

/** What an assessment came to when it was submitted last. */
export interface AssessmentResultRow {
  tenant_id: string;
  assessment: number;
  /** The step that submitted it. */
  step: number;
  controls: number;
  met_throughout: number;
  /** Canonical JSON of the contract's `assessmentResultSchema`. */
  content: string;
  fingerprint: string;
}

/** Which version of a data set a snapshot assessed. */
export interface SnapshotDataSet {
  version: number;
  readRun: number;
  /** ISO 8601. */
  readAt: string;
  /** Of the registrations, where they were made from each person's methods and not by the report. */
  from?: 'methods';
}

/** An item of evidence that was found at least once. */
export interface EvidenceItemRow {
  tenant_id: string;
  fingerprint: string;
  type: EvidenceType;
  /** Its place in the log, from 0. */
  leaf: number;
  stored_at: Date | string | number;
  /** Canonical JSON of the format's `EvidenceItem`. */
  content: string;
}

/** At which snapshots an item held. */
export interface EvidenceHeldRow {
  tenant_id: string;
  type: EvidenceType;
  from_snapshot: number;
  to_snapshot: number;
  fingerprint: string;
}

/** Hashes of the log: see the format's `Tile`. */
export interface EvidenceTileRow {
  tenant_id: string;
  level: number;
  tile: number;
  hashes: Buffer;
}

/** What the log was after a snapshot, whose statement is the last leaf. */
export interface EvidenceCheckpointRow {
  tenant_id: string;
  size: number;
  /** In hexadecimal. */
  root: string;
  snapshot: number;
  /** Of the statement. */
  fingerprint: string;
  at: Date | string | number;
  /** Null while it is not signed. */
  note: string | null;
}

export interface PersonRow {
  tenant_id: string;
  object_id: string;
  from_snapshot: number;
  to_snapshot: number;
  display_name: string;
  user_principal_name: string;
  sort_name: string;
  search_text: string;
  entity_ref: string | null;
  state: string;
  reason: string;
  scope_class: string | null;
  registered: boolean | number | null;
  capable: boolean | number | null;
  tier: string | null;
  tier_rank: number;
  methods: string;
  marks: string;
  privileged: boolean | number | null;
  privileged_rank: number;
  no_row_runs: number;
  /** Null where the directory never said. */
  enabled: boolean | number | null;
  /** See assess/enablement.ts. */
  enablement_since: Date | string | number | null;
  /** When the directory says that the person leaves; null where it does not, or may not be asked. */
  leave_at: Date | string | number | null;
  since: Date | string | number;
  created_at: Date | string | number | null;
  /** The scope rule that leaves the person out; null unless one does. */
  scope_rule: string | null;
  /** The exception by which the person is exempt; null unless they are. */
  exception_id: string | null;
  /** The day on which the person's only method stops, an ISO date; null for everybody else. */
  phone_ends: string | null;
}

/** What one snapshot changed of one person. Conditions are packed: see assess/condition.ts. */
export interface PersonChangeRow {
  tenant_id: string;
  snapshot: number;
  object_id: string;
  condition_before: number;
  condition_after: number;
  renamed: boolean | number;
  by_rules: boolean | number;
  /** The snapshot of the person's change before; 0 without one. */
  previous_snapshot: number;
  /** The snapshot of the person's next change; STILL_TRUE without one. */
  next_snapshot: number;
}

/**
 * How many rows of `person_change` there are up to a snapshot that changed somebody.
 *
 * `totals` is JSON: pairs of the number of a transition (see read/changes/transitions.ts) and how many.
 */
export interface PersonChangeTotalRow {
  tenant_id: string;
  snapshot: number;
  totals: string;
}

/** What was told once. */
export interface NoticeRow {
  tenant_id: string;
  notice_key: string;
  sent_at: Date | string | number;
}

export interface TeamRow {
  tenant_id: string;
  team_ref: string;
  from_snapshot: number;
  to_snapshot: number;
  title: string;
  sort_name: string;
  search_text: string;
  parent_ref: string | null;
  depth: number;
  /** Teams whose parent it is. */
  sub_teams: number;
  target_permille: number;
}

/** `lead_ref` is a user, or a group whose members lead the team. */
export interface TeamLeadRow {
  tenant_id: string;
  team_ref: string;
  lead_ref: string;
  from_snapshot: number;
  to_snapshot: number;
}

/** A User entity of a person besides `person.entity_ref`: see the migration that makes the table. */
export interface PersonEntityRow {
  tenant_id: string;
  object_id: string;
  entity_ref: string;
  from_snapshot: number;
  to_snapshot: number;
}

export interface PersonTeamRow {
  tenant_id: string;
  team_ref: string;
  object_id: string;
  from_snapshot: number;
  to_snapshot: number;
  direct: boolean | number;
}

/** A role that a person holds, or can activate; their own or through a group. */
export interface PersonRoleRow {
  tenant_id: string;
  role_id: string;
  object_id: string;
  kind: 'active' | 'eligible';
  from_snapshot: number;
  to_snapshot: number;
}

export interface CoverageRow extends CoverageLine {
  tenant_id: string;
  team_ref: string;
  from_snapshot: number;
  to_snapshot: number;
}

/** A step that was not taken is null. */
export interface ExceptionRow {
  tenant_id: string;
  exception_id: string;
  subject_kind: 'person' | 'group' | 'rule' | 'entra-group';
  /** The object id, the group ref, the pattern, or the object id of the Entra group. */
  subject: string;
  reason: string;
  /** The last day in force, UTC: an ISO date. */
  until: string;
  /** How many people it fitted when it was asked for; 0 of an Entra group whose members were not known. */
  people_asked: number;
  requested_by: string;
  requested_at: Date | string | number;
  decision: 'approved' | 'refused' | null;
  decided_by: string | null;
  decided_at: Date | string | number | null;
  decision_note: string | null;
  /** The number of the approval; null where it has none, as those of earlier versions. */
  decided_step: number | null;
  withdrawn_at: Date | string | number | null;
  ended_by: string | null;
  ended_at: Date | string | number | null;
  end_note: string | null;
  /** As `decided_step`, of its early end. */
  ended_step: number | null;
}

/** A group of the tenant with the people who are in it or in a group inside it, each once. */
export interface EntraGroupRow {
  tenant_id: string;
  group_id: string;
  from_snapshot: number;
  to_snapshot: number;
  name: string;
  sort_name: string;
  search_text: string;
  kind: EntraGroupKind;
  people: number;
  covered: number;
  uncovered: number;
  unknown: number;
  exempt: number;
  not_read: number;
}

/** Something that is owned. Its owners are told as one set: see the migration that makes the table. */
export interface OwnedEntityRow {
  tenant_id: string;
  entity_ref: string;
  from_snapshot: number;
  to_snapshot: number;
  owner_set: string;
  title: string;
  sort_name: string;
  kind: string;
  type: string | null;
  lifecycle: string | null;
  tier: string | null;
  system_ref: string | null;
}

export interface OwnerSetRow {
  tenant_id: string;
  owner_set: string;
  owner_ref: string;
  from_snapshot: number;
  to_snapshot: number;
}

/** The people of all owners of a set, each once. */
export interface OwnerCoverageRow extends OwnersCounts {
  tenant_id: string;
  owner_set: string;
  from_snapshot: number;
  to_snapshot: number;
}

/** See the migration that makes the table. */
export interface BreakGlassDrillRow {
  tenant_id: string;
  object_id: string;
  drill_id: string;
  /** An ISO date. */
  held_on: string;
  note: string | null;
  recorded_by: string;
  recorded_at: Date | string | number;
}

export interface UnmatchedRow {
  tenant_id: string;
  kind: 'catalog-user' | 'report-row';
  unmatched_key: string;
  from_snapshot: number;
  to_snapshot: number;
  label: string;
}

/** A sudden fall, or a doubted reading, that one run found: see the migration that makes the table. */
export interface PublicationHoldRow {
  tenant_id: string;
  run: number;
  /** When the fall was first found. */
  since: Date | string | number;
  found_at: Date | string | number;
  snapshot: number;
  from_covered: number;
  from_uncovered: number;
  to_covered: number;
  to_uncovered: number;
  /** How many people make the fall; null of holds before it was kept. */
  people: number | null;
  /** JSON of `DoubtedDataSet[]`; null where the figure itself fell. */
  data_sets: string | null;
  released_by: string | null;
  released_at: Date | string | number | null;
  reason: string | null;
  closed_at: Date | string | number | null;
  closed_snapshot: number | null;
}

/** An access review, see the migration that makes the table. */
export interface ReviewRow {
  tenant_id: string;
  review: number;
  title: string;
  snapshot: number;
  baseline_snapshot: number;
  since: Date | string | number;
  previous_review: number | null;
  no_method_after_days: number;
  roles_not_known: number;
  opened_by: string;
  opened_at: Date | string | number;
  last_step_at: Date | string | number;
  closed_by: string | null;
  closed_at: Date | string | number | null;
  close_reason: string | null;
  /** JSON of the contract's `reviewCountsSchema`; null while it is open. */
  counts: string | null;
  scope_kind: ReviewScopeKind;
  /** Empty for `risks`. */
  scope_id: string;
  scope_name: string | null;
  reviewers_kind: ReviewReviewerKind;
  due_on: string | null;
  schedule_id: string | null;
}

/** A person on the list of a review. The last four are null until somebody decides. */
export interface ReviewItemRow {
  tenant_id: string;
  review: number;
  object_id: string;
  /** See assess/reviews/reasonCodes.ts. */
  reasons: number;
  keep_needs_note: boolean | number;
  privileged_rank: number;
  sort_name: string;
  decisions: number;
  decision: string | null;
  note: string | null;
  decided_by: string | null;
  decided_at: Date | string | number | null;
  /** See assess/reviews/heldCodes.ts. */
  held: number;
}

/** A decision that was made; rows are only ever added. */
export interface ReviewDecisionRow {
  tenant_id: string;
  review: number;
  object_id: string;
  step: number;
  decision: string;
  note: string | null;
  decided_by: string;
  decided_at: Date | string | number;
}

/** Who was asked to decide on whom. */
export interface ReviewAssignmentRow {
  tenant_id: string;
  review: number;
  /** Empty for everybody on the list. */
  object_id: string;
  reviewer_ref: string;
  assigned_at: Date | string | number;
}

/** Which reviewer was told of a review on which day. */
export interface ReviewReminderRow {
  tenant_id: string;
  review: number;
  reviewer_ref: string;
  /** UTC. */
  day: string;
  sent_at: Date | string | number;
}

/** That somebody gave whom a reviewer had left to another one; rows are only ever added. */
export interface ReviewHandoverRow {
  tenant_id: string;
  review: number;
  step: number;
  from_ref: string;
  to_ref: string;
  items: number;
  given_by: string;
  given_at: Date | string | number;
}

/** A review that is opened again and again. */
export interface ReviewScheduleRow {
  tenant_id: string;
  schedule_id: string;
  title: string;
  scope_kind: ReviewScopeKind;
  scope_id: string;
  scope_name: string | null;
  reviewers_kind: ReviewReviewerKind;
  due_days: number | null;
  every: ReviewInterval;
  first_day: string;
  next_day: string;
  state: 'running' | 'stopped';
  last_review: number | null;
  created_by: string;
  created_at: Date | string | number;
  changed_by: string;
  changed_at: Date | string | number;
  /** One more with each change of its words. */
  version: number;
}

/** Who is named as reviewer of each review of a schedule. */
export interface ReviewScheduleUserRow {
  tenant_id: string;
  schedule_id: string;
  reviewer_ref: string;
  named_at: Date | string | number;
}

/** What people are asked to do, whom, and how often. */
export interface ReminderCampaignRow {
  tenant_id: string;
  campaign_id: string;
  title: string;
  text: string;
  /** JSON: the filter, as an address has it. */
  filter: string;
  /** ISO dates in its time zone. */
  first_day: string;
  every_days: number;
  until: string;
  lead_after: number | null;
  security_after: number | null;
  quiet_from: number | null;
  quiet_to: number | null;
  quiet_weekends: boolean | number;
  time_zone: string;
  state: 'draft' | 'running' | 'stopped';
  created_by: string;
  created_at: Date | string | number;
  started_at: Date | string | number | null;
  changed_by: string;
  changed_at: Date | string | number;
}

/** That somebody was reminded on a day. */
export interface ReminderSentRow {
  tenant_id: string;
  object_id: string;
  campaign_id: string;
  /** An ISO date in the time zone of the campaign. */
  day: string;
  sent_at: Date | string | number;
}

/** That somebody was forgotten, see the migration that makes the table. */
export interface ErasureRow {
  tenant_id: string;
  object_id: string;
  erased_at: Date | string | number;
  erased_by: string;
  reason: string;
}

/** From which snapshot on the people of a tenant are kept, and from which run on what runs did; 0 where all is. */
export interface RetentionRow {
  tenant_id: string;
  people_from: number;
  runs_from: number;
}

/** That everything of a tenant is to be forgotten, see the migration that makes the table. */
export interface ForgettingRow {
  tenant_id: string;
  origin: ConnectionOrigin;
  asked_by: string;
  asked_at: Date | string | number;
  reason: string;
  approved_by: string | null;
  approved_at: Date | string | number | null;
  due_at: Date | string | number | null;
  stopped_by: string | null;
  stopped_at: Date | string | number | null;
  begun_at: Date | string | number | null;
  done_at: Date | string | number | null;
  rows: number;
}

/** A connection, see the migration that makes the table. */
export interface ConnectionRow {
  tenant_id: string;
  last_event: number;
  last_episode: number;
  client_id: string | null;
  credential: string | null;
  /** JSON of ids; null before it was connected. */
  data_sets: string | null;
  /** JSON of ids of data sets, or `*` for all; null for none. */
  refused: string | null;
  last_run: number;
  last_run_ended_at: Date | string | number | null;
}

/** What happened to a connection; rows are only ever added. */
export interface ConnectionEventRow {
  tenant_id: string;
  sequence: number;
  at: Date | string | number;
  actor_kind: 'user' | 'service' | 'system';
  service: string | null;
  kind: TrailKind;
  outcome: TrailOutcome;
  /** JSON of the contract's `trailDetailsSchema`. */
  details: string;
}

/** Which user did it, where one did. */
export interface ConnectionEventUserRow {
  tenant_id: string;
  sequence: number;
  user_ref: string;
  at: Date | string | number;
}

/** A time in which a connection was in one state. Each has one that is open; a second one says that it is stale. */
export interface ConnectionEpisodeRow {
  tenant_id: string;
  episode: number;
  state: EpisodeState;
  began_at: Date | string | number;
  ended_at: Date | string | number | null;
  /** JSON of `Problem[]`: why. */
  problems: string;
}

/** A secret that the portal keeps. Without a key of the portal it is worth nothing. */
export interface SealedSecretRow {
  tenant_id: string;
  purpose: string;
  /** The key of the portal that wraps its own. */
  key_id: string;
  wrapped_key: string;
  /** A flattened JWE, as JSON. */
  sealed: string;
  sealed_at: Date | string | number;
}

/** A tenant that is or was connected in the portal. */
export interface PortalConnectionRow {
  /** How it is read. */
  kind: 'consent' | 'reader' | 'application';
  tenant_id: string;
  connected_at: Date | string | number;
  /** Null while it is read. */
  deleted_at: Date | string | number | null;
  contact: string | null;
  /** JSON of ids of data sets. */
  switched_off: string;
  /** Of its own application; null where it is read by the portal's. */
  client_id: string | null;
  secret_ends_at: Date | string | number | null;
  /** Since when the secret of its own application is used. */
  credential_at: Date | string | number | null;
}

/** A request to connect a tenant, see the migration that makes the table. */
export interface ConnectRequestRow {
  /** How the tenant is to be read. */
  kind: 'consent' | 'reader' | 'application';
  id: string;
  tenant_id: string;
  handed_on: boolean | number;
  asked_by: string;
  asked_at: Date | string | number;
  expires_at: Date | string | number;
  link_hash: string | null;
  state_hash: string | null;
  state_expires_at: Date | string | number | null;
  outcome: 'granted' | 'refused' | 'withdrawn' | 'failed' | null;
  ended_at: Date | string | number | null;
  /** JSON of a `Problem`. */
  problem: string | null;
  contact: string | null;
  /** JSON of ids of data sets. */
  switched_off: string;
}

/** A snapshot that was pushed to a sink, or was to be. */
export interface EvidencePushRow {
  tenant_id: string;
  sink: string;
  snapshot: number;
  begun_at: Date | string | number;
  /** For the last time. */
  tried_at: Date | string | number;
  attempts: number;
  /** Null where it was not taken. */
  taken_at: Date | string | number | null;
  /** How many were taken. */
  people: number | null;
  /** An object id, up to which a cut push was taken. */
  resume_after: string | null;
  problem: string | null;
}

/** The report of an approved assessment that a sink has, or was to have. */
export interface EvidencePushDocumentRow {
  tenant_id: string;
  sink: string;
  assessment: number;
  tried_at: Date | string | number;
  taken_at: Date | string | number | null;
  problem: string | null;
}
