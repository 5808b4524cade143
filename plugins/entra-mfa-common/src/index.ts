/**
 * The contract, client, permissions, states and tiers that both sides of the Entra MFA plugin share.
 *
 * @packageDocumentation
 */
export * from './states';
export * from './tiers';
export * from './lists';
export * from './peoplePresets';
export * from './phoneDelivery';
export * from './problemCodes';
export * from './remediation';
export * from './reminders';
export * from './scopeFilter';
export * from './securityInfo';
export * from './connectionCheck';
export * from './consent';
export * from './credentials';
export * from './arithmetic';
export * from './permissions';
export * from './endpoints';
export * from './client';
export * from './fileFormats';
export * from './feed';
export type {
  Assessment,
  AssessmentChange,
  AssessmentComment,
  AssessmentListed,
  AssessmentResult,
  Assessments,
  AssessmentStep,
  AssessedControl,
} from './contract/assessments';
export type {
  Drill,
  BreakGlassCheckResult,
  BreakGlassAccount,
  BreakGlassFinding,
  BreakGlass,
  RecordDrillBody,
} from './contract/breakGlass';
export type {
  ChangesQuery,
  ChangeSide,
  Change,
  Changes,
  ChangeWeeks,
} from './contract/changes';
export type {
  Control,
  ControlCounts,
  ControlFramework,
  ControlListed,
  AddedTest,
  ControlResult,
  Controls,
  ControlWords,
} from './contract/controls';
export type {
  CheckedDataSet,
  ConnectionCheck,
} from './contract/connectionCheck';
export type {
  ChosenDataSet,
  Connect,
  ConnectRequest,
  ConnectStarted,
  ConnectionSettings,
  Disconnected,
} from './contract/connect';
export type {
  Connection,
  Connections,
  ConnectionEpisode,
  TrailDetails,
  TrailEvent,
  Trail,
} from './contract/connections';
export type { Budget } from './contract/budget';
export type { EvidenceSink, EvidenceSinks } from './contract/sinks';
export type { Storage } from './contract/storage';
export type { Forgetting, TenantForgetting } from './contract/forgetting';
export type { DataSet } from './contract/dataSets';
export type { PersonErased, Erasure } from './contract/erasure';
export type { ErrorBody } from './contract/errors';
export type {
  Exception,
  ExceptionSubject,
  Exceptions,
  ExceptionRequest,
  Exemption,
} from './contract/exceptions';
export type { Attempt, RegistrationAttempts } from './contract/attempts';
export type {
  Evidence,
  EvidenceCheckpoint,
  EvidenceConsistency,
  EvidenceLeaf,
} from './contract/evidence';
export type { Device } from './contract/devices';
export type { PersonRisk, RiskDetection, RiskySignIns } from './contract/risk';
export type { LastSignIn } from './contract/signIns';
export type { Asked, Asking, PolicyVerdict } from './contract/policies';
export type { AllowedMethods, MethodsPolicy } from './contract/methodsPolicy';
export type { Forecast } from './contract/forecast';
export type { PublicationHold, Holds, ReleaseAccepted } from './contract/hold';
export type { Mine } from './contract/mine';
export type { Overview } from './contract/overview';
export type {
  Person,
  PeopleFacets,
  PeopleFilter,
  PeopleQuery,
  People,
  ExplanationStep,
  PersonDetail,
  PersonTenants,
  Unmatched,
} from './contract/people';
export type {
  OwnedEntity,
  OwnersFigure,
  Service,
  ReachedService,
  ServiceGroup,
  ReachedGroup,
  Services,
  TeamServices,
  PersonServices,
  OwnerAtRisk,
  EntityOwners,
} from './contract/reach';
export type { GapTallyOf, Remediation } from './contract/remediation';
export type {
  ControlTeams,
  TeamControls,
  TeamStandingCounts,
  TeamStandingOf,
} from './contract/teamControls';
export type {
  ReminderCampaign,
  ReminderCampaigns,
  ReminderCounts,
  ReminderFilter,
  ReminderPlan,
  ReminderPreview,
  ReminderProgress,
} from './contract/reminders';
export type {
  ReviewCounts,
  Review,
  ReviewScope,
  ReviewScopeChoice,
  ReviewReviewers,
  ReviewReviewersChoice,
  ReviewFollowUp,
  ReviewHandedOver,
  ReviewHandover,
  ReviewSchedule,
  Reviews,
  ReviewItemsQuery,
  ReviewSide,
  ReviewDecided,
  ReviewItem,
  ReviewItems,
  ReviewDecidedMany,
} from './contract/reviews';
export type { RoleFigure, RoleSummary, RoleList } from './contract/roleList';
export type {
  RolesStatus,
  PrivilegedRoles,
  HeldRole,
  PersonRoles,
  CrossCheck,
  CisCount,
} from './contract/roles';
export type {
  CollectorRun,
  Run,
  Runs,
  Tenants,
  SyncAccepted,
  EntityStatus,
} from './contract/runs';
export type {
  StaleCause,
  AssessedCounts,
  Freshness,
  SeriesPoint,
  SyncProgress,
  PhoneEnds,
  TenantRef,
  Problem,
} from './contract/shared';
export type { TargetOverride } from './contract/overrides';
export type {
  TeamSummary,
  TeamsQuery,
  Teams,
  Team,
  TeamTenants,
} from './contract/teams';
export type {
  EntraGroupRef,
  EntraGroupSummary,
  EntraGroups,
  GroupOfPerson,
} from './contract/entraGroups';
export { totalOf, type TotalFigure } from './totalOf';
export type { ScopePreview } from './contract/scopePreview';
export type { WhatIfQuery, WhatIf, WhatIfTeam } from './contract/whatIf';
