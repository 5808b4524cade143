/** What a group of the tenant is. @public */
export const entraGroupKinds = ['security', 'microsoft-365'] as const;

/** One of {@link entraGroupKinds}. @public */
export type EntraGroupKind = (typeof entraGroupKinds)[number];

/** The data sets that the plugin itself reads, of Microsoft Graph and of the catalog. @public */
export const dataSets = [
  'organization',
  'people-count',
  'users',
  'registrations',
  'feature-summary',
  'leave-dates',
  'devices',
  'sign-in-activity',
  'mailbox-purpose',
  'groups',
  'role-definitions',
  'role-assignments',
  'role-eligibility',
  'role-groups',
  'role-group-eligibility',
  'role-group-members',
  'security-defaults',
  'conditional-access',
  'authentication-methods',
  'authentication-strengths',
  'policy-group-members',
  'registration-events',
  'risky-users',
  'risk-detections',
  'risky-sign-ins',
  'scope-group-members',
  'catalog-users',
  'catalog-groups',
  'catalog-memberships',
  'catalog-ownership',
] as const;

/** One of {@link dataSets}. @public */
export type KnownDataSet = (typeof dataSets)[number];

/** The services of Microsoft Graph that have limits of their own; Identity Protection has that of Conditional Access. @public */
export const graphServices = [
  'reports',
  'sign-ins',
  'conditional-access',
  'directory',
] as const;

/** One of {@link graphServices}. @public */
export type GraphService = (typeof graphServices)[number];

/**
 * How often a person is asked for MFA: at every sign-in, by some policy only at some of them, or by none.
 *
 * @public
 */
export const askedLevels = ['always', 'sometimes', 'never'] as const;

/** One of {@link askedLevels}. @public */
export type AskedLevel = (typeof askedLevels)[number];

/**
 * For what a policy does not ask at every sign-in: it holds only for user actions or authentication contexts, some
 * apps, kinds of client, devices or platforms, flows, locations, at a risk, or under a condition that is not known
 * here (`other`); with `alternatives`, another control is enough. None of them is evaluated.
 *
 * @public
 */
export const policyLimits = [
  'actions',
  'alternatives',
  'apps',
  'clients',
  'devices',
  'flows',
  'locations',
  'other',
  'risk',
] as const;

/** One of {@link policyLimits}. @public */
export type PolicyLimit = (typeof policyLimits)[number];

/**
 * What an authentication strength demands: only methods that cannot be phished, only ones without a password, any MFA, or
 * less than that, as one factor is enough for it.
 *
 * @public
 */
export const strengthDemands = [
  'phishing-resistant',
  'passwordless',
  'any-mfa',
  'less-than-mfa',
] as const;

/** One of {@link strengthDemands}. @public */
export type StrengthDemand = (typeof strengthDemands)[number];

/** How bad a risk is; `hidden` where the licence does not show it. @public */
export const riskLevels = ['low', 'medium', 'high', 'hidden'] as const;

/** One of {@link riskLevels}. @public */
export type RiskLevel = (typeof riskLevels)[number];

/** What has become of a risk: somebody is at risk while it is `at-risk` or `compromised`. @public */
export const riskStates = [
  'at-risk',
  'compromised',
  'remediated',
  'dismissed',
  'safe',
] as const;

/** One of {@link riskStates}. @public */
export type RiskState = (typeof riskStates)[number];

/**
 * What became of a risky sign-in: a policy stopped it, it failed, whoever it was proved to be the person, such as by MFA,
 * or was let in.
 *
 * @public
 */
export const riskySignInOutcomes = [
  'let-in',
  'proved',
  'blocked',
  'failed',
] as const;

/** One of {@link riskySignInOutcomes}. @public */
export type RiskySignInOutcome = (typeof riskySignInOutcomes)[number];

/**
 * What is known of a last sign-in: that it was successful, or only that it was tried, by the person or by a program in
 * their name.
 *
 * @public
 */
export const signInKinds = [
  'successful',
  'interactive',
  'non-interactive',
] as const;

/** One of {@link signInKinds}. @public */
export type SignInKind = (typeof signInKinds)[number];

/**
 * How a device belongs to the directory: of its owner and only registered, joined to it, or joined to a domain of the
 * organization and to the directory.
 *
 * @public
 */
export const trustTypes = ['registered', 'joined', 'hybrid-joined'] as const;

/** One of {@link trustTypes}. @public */
export type DeviceTrust = (typeof trustTypes)[number];

/** The types of evidence that is kept. @public */
export const evidenceTypes = [
  'registration-summary',
  'user-inventory-summary',
  'privileged-summary',
  'strength-and-methods',
  'policies',
  'sync-record',
  'control-tests',
  'control-status',
  'break-glass-register',
  'exceptions-in-force',
  'changes',
  'access-reviews',
  'holds',
  'risk-summary',
  'remediation',
] as const;

/** One of {@link evidenceTypes}. @public */
export type EvidenceType = (typeof evidenceTypes)[number];

/** What somebody did with a method: registered it, or used it to reset the password. @public */
export const attemptFeatures = ['registration', 'reset'] as const;

/** One of {@link attemptFeatures}. @public */
export type AttemptFeature = (typeof attemptFeatures)[number];

/**
 * What the authentication methods policy says of a method and a person: allowed, not allowed, not known (the members
 * of a group are not, or which of several methods of one name it is), or that another policy decides (`elsewhere`).
 *
 * @public
 */
export const methodVerdicts = [
  'allowed',
  'not-allowed',
  'not-known',
  'elsewhere',
] as const;

/** One of {@link methodVerdicts}. @public */
export type MethodVerdict = (typeof methodVerdicts)[number];

/**
 * How far the tenant has moved its methods into the one policy. Until it is `complete`, the older settings of per-user
 * MFA and of password reset still count beside it.
 *
 * @public
 */
export const methodsMigrations = [
  'not-begun',
  'in-progress',
  'complete',
] as const;

/** One of {@link methodsMigrations}. @public */
export type MethodsMigration = (typeof methodsMigrations)[number];

/** Whether people are nudged to register a method at sign-in; `default` leaves it to Microsoft. @public */
export const campaignStates = ['default', 'enabled', 'disabled'] as const;

/** One of {@link campaignStates}. @public */
export type CampaignState = (typeof campaignStates)[number];

/**
 * What is checked of a break-glass account:
 *
 * - `exists`, `enabled`, `cloud-only`: it can sign in, whatever happens on premises
 * - `own-method`: it has registered a method usable for MFA other than a phone, which somebody carries
 * - `phishing-resistant`: one of its methods cannot be phished
 * - `differs`: it does not rest on the kind of method that most daily administrators use
 * - `permanent-role`: it holds Global Administrator without having to activate it
 * - `drill`: somebody tried lately that it lets them in
 *
 * @public
 */
export const breakGlassCheckIds = [
  'exists',
  'enabled',
  'cloud-only',
  'own-method',
  'phishing-resistant',
  'differs',
  'permanent-role',
  'drill',
] as const;

/** One of {@link breakGlassCheckIds}. @public */
export type BreakGlassCheckId = (typeof breakGlassCheckIds)[number];

/**
 * What speaks for a control. Each judges one thing of a snapshot; see docs/compliance.md.
 *
 * @public
 */
export const controlTestIds = [
  'coverage',
  'members-capable',
  'all-phishing-resistant',
  'privileged-covered',
  'privileged-phishing-resistant',
  'privileged-not-phone-only',
  'roles-of-disabled',
  'break-glass',
  'joiners',
  'leavers',
  'lost-registrations',
  'exceptions',
  'review',
  'policies',
  'sync',
] as const;

/** One of {@link controlTestIds}. @public */
export type ControlTestId = (typeof controlTestIds)[number];

/** What a test can come to. One that could not run is not evaluated, never met. @public */
export const testOutcomes = ['met', 'not-met', 'not-evaluated'] as const;

/** One of {@link testOutcomes}. @public */
export type TestOutcome = (typeof testOutcomes)[number];

/**
 * Why a test could not run.
 *
 * - `nobody`: nobody of whom it can be told
 * - `roles-not-known`: not all of roles was read
 * - `people-not-known`: of some people it is not known
 * - `not-read`: what it needs is not read
 * - `register-not-known`: of a break-glass account not everything could be read
 * - `not-judged`: a test that a module added could not decide
 *
 * @public
 */
export const notEvaluatedReasons = [
  'nobody',
  'roles-not-known',
  'people-not-known',
  'not-read',
  'register-not-known',
  'not-judged',
] as const;

/** One of {@link notEvaluatedReasons}. @public */
export type NotEvaluatedReason = (typeof notEvaluatedReasons)[number];

/**
 * The status of a control.
 *
 * - `met`: every test that speaks for it is met, on fresh data
 * - `not-met`: one of them is not
 * - `not-evaluated`: none is missed, and one could not run
 * - `stale`: the data is older than the limit
 * - `disabled`: the configuration says that it does not apply, and why; not in scope of the coverage
 *
 * @public
 */
export const controlStatuses = [
  'met',
  'not-met',
  'not-evaluated',
  'stale',
  'disabled',
] as const;

/** One of {@link controlStatuses}. @public */
export type ControlStatus = (typeof controlStatuses)[number];

/** What a day was for a control: its status, or that there was no data yet. @public */
export const controlDays = [...controlStatuses, 'no-data'] as const;

/** One of {@link controlDays}. @public */
export type ControlDay = (typeof controlDays)[number];

/** How much it matters that a control is met. @public */
export const severities = ['low', 'medium', 'high', 'critical'] as const;

/** One of {@link severities}. @public */
export type Severity = (typeof severities)[number];

/** What a check can come to. What could not be read is not known, never failed. @public */
export const checkOutcomes = ['passed', 'failed', 'not-known'] as const;

/** One of {@link checkOutcomes}. @public */
export type CheckOutcome = (typeof checkOutcomes)[number];

/**
 * What a check can find. What it is about is in the values beside it.
 *
 * - `no-account`, `missing`: the directory has nobody with the object id
 * - `no-row`, `report-not-read`, `roles-not-read`, `groups-not-read`, `enabled-not-told`: not known, and why
 * - `methods`: has `kinds` of methods, the best of them of a `tier`; `phone-only`: has a phone alone;
 *   `no-method`: has none usable for MFA
 * - `phishing-resistant`, `not-phishing-resistant`: the best method is of a `tier`
 * - `differs`, `same`: compared with `dailyKind`, which most daily administrators use;
 *   `nothing-to-compare`: the account has none, `no-daily-method`: they have none
 * - `permanent`, `active-and-eligible`, `eligible-only`, `no-role`: how it holds Global Administrator
 * - `drill-recent`, `drill-overdue`: the last one was `days` ago, on a day; `no-drill`: there was none
 *
 * @public
 */
export const breakGlassCheckCodes = [
  'exists',
  'missing',
  'no-account',
  'enabled',
  'disabled',
  'enabled-not-told',
  'cloud-only',
  'synchronised',
  'methods',
  'phone-only',
  'no-method',
  'phishing-resistant',
  'not-phishing-resistant',
  'no-row',
  'report-not-read',
  'differs',
  'same',
  'nothing-to-compare',
  'no-daily-method',
  'permanent',
  'active-and-eligible',
  'eligible-only',
  'no-role',
  'roles-not-read',
  'groups-not-read',
  'drill-recent',
  'drill-overdue',
  'no-drill',
] as const;

/** One of {@link breakGlassCheckCodes}. @public */
export type BreakGlassCheckCode = (typeof breakGlassCheckCodes)[number];

/**
 * Methods that fail together are of one kind: the same device, app or provider is behind them. A
 * method that is not known here is a kind of its own, by the name that Microsoft gives it.
 *
 * @public
 */
export const methodKinds = [
  'phone',
  'microsoft-authenticator',
  'software-passcode',
  'hardware-passcode',
  'security-key',
  'synced-passkey',
  'windows-hello',
  'mac-os',
  'certificate',
] as const;

/** One of {@link methodKinds}. @public */
export type MethodKind = (typeof methodKinds)[number];

/**
 * How a person is another one than before. Each person who changed has exactly one kind, the first
 * that fits, so that the counts add up to the people who changed.
 *
 * - `lost`: was registered, is not, and is still there
 * - `downgraded`: registered before and after, with a weaker best method, or one that the policy does
 *   not allow any more
 * - `left`: no longer in the directory
 * - `joined`: new in the directory
 * - `gained`: was not registered, and is
 * - `upgraded`: registered before and after, with a stronger best method, or one that the policy
 *   allows at last
 * - `scope`: counts now, or is left out now, or is left out for another reason
 * - `exception`: an exception began or ended
 * - `rule`: nothing but the rules changed
 * - `certainty`: became known, or not known
 * - `renamed`: has another name or user principal name
 *
 * @public
 */
export const changeKinds = [
  'lost',
  'downgraded',
  'left',
  'joined',
  'gained',
  'upgraded',
  'scope',
  'exception',
  'rule',
  'certainty',
  'renamed',
] as const;

/** One of {@link changeKinds}. @public */
export type ChangeKind = (typeof changeKinds)[number];

/**
 * What can become of an exception.
 *
 * - `requested`: waits for a decision
 * - `in-force`: approved, and neither over nor ended
 * - `refused`, `withdrawn`: it never was in force
 * - `lapsed`: nobody decided before its end date was over
 * - `ended`: ended early by somebody
 * - `expired`: its end date is over
 *
 * @public
 */
export const exceptionStates = [
  'requested',
  'in-force',
  'refused',
  'withdrawn',
  'lapsed',
  'ended',
  'expired',
] as const;

/** One of {@link exceptionStates}. @public */
export type ExceptionState = (typeof exceptionStates)[number];

/** What may be done with an exception, and whether the caller may do it now. @public */
export const exceptionActions = [
  'approve',
  'refuse',
  'end',
  'withdraw',
] as const;

/** One of {@link exceptionActions}. @public */
export type ExceptionAction = (typeof exceptionActions)[number];

/** A decision on a request. @public */
export const exceptionDecisions = ['approved', 'refused'] as const;

/** What lists of exceptions can be sorted by: when they were asked for, or their last day. @public */
export const exceptionSorts = ['requested', 'until'] as const;

/** Why there is no forecast. @public */
export const noForecastReasons = [
  'stale',
  'too-few',
  'too-short',
  'not-rising',
  'too-far',
] as const;

/** How a forecast stands to the date that the organisation has set. @public */
export const forecastVerdicts = ['on-time', 'uncertain', 'late'] as const;

/**
 * What became of a hold.
 *
 * - `open`: the figure is held
 * - `released`: released by hand
 * - `recovered`: the figure came back by itself, or a second reading agreed
 * - `superseded`: a later run found another figure, which is held instead
 *
 * @public
 */
export const holdOutcomes = [
  'open',
  'released',
  'recovered',
  'superseded',
] as const;

/** What lists of people can be sorted by. @public */
export const personSorts = ['privileged', 'name', 'since', 'tier'] as const;

/** What lists of changes can be sorted by: the kind of change, the name, or when it was. @public */
export const changeSorts = ['kind', 'name', 'at'] as const;

/** What one side knows and the other does not. @public */
export const unmatchedKinds = ['catalog-user', 'report-row'] as const;

/**
 * How something is reached.
 *
 * - `owner`: the team or person itself is the owner
 * - `team`: a team owns it whose member the person is
 * - `sub-team`: a team below the team owns it
 * - `parent`: a team above owns it, to which the people below belong too
 *
 * @public
 */
export const reachPaths = ['owner', 'team', 'sub-team', 'parent'] as const;

/** One of {@link reachPaths}. @public */
export type ReachPath = (typeof reachPaths)[number];

/** What lists of services can be sorted by: how their owners are off, or the name. @public */
export const serviceSorts = [
  'uncovered',
  'coverage',
  'phoneOnly',
  'privileged',
  'name',
] as const;

/**
 * Why somebody is on the list of a review; several can fit.
 *
 * - `privileged`: holds or can activate a privileged role, or is disabled and holds a role
 * - `new`: in the directory now, and not at the review before
 * - `left-but-enabled`: enabled after the leave date of the directory; or in scope without a catalog user,
 *   and with one since the review before
 * - `disabled`: disabled since the review before, as who has left should be
 * - `no-method`: in scope without a method, though the account is no longer new
 *
 * @public
 */
export const reviewReasons = [
  'privileged',
  'new',
  'left-but-enabled',
  'disabled',
  'no-method',
] as const;

/** One of {@link reviewReasons}. @public */
export type ReviewReason = (typeof reviewReasons)[number];

/**
 * What is decided on a person.
 *
 * - `keep`: all stays as it is
 * - `remove-access`: roles or access should go
 * - `register`: was asked to register a method
 * - `no-account`: the account should go
 *
 * A decision is a record. It changes nothing in Entra.
 *
 * @public
 */
export const reviewDecisions = [
  'keep',
  'remove-access',
  'register',
  'no-account',
] as const;

/** One of {@link reviewDecisions}. @public */
export type ReviewDecision = (typeof reviewDecisions)[number];

/** What items can be filtered by: a decision, or that there is none yet. @public */
export const reviewItemStates = ['open', ...reviewDecisions] as const;

/** What can be decided in a review of who has a role, or is in a group or team: whether they still need it. @public */
export const reviewMemberDecisions = ['keep', 'remove-access'] as const;

/**
 * What is reviewed.
 *
 * - `risks`: who changed since the review before, or carries a risk, in the whole tenant
 * - `role`: who holds a directory role, active or eligible
 * - `group`: who is in a group of Entra, or in one inside it
 * - `team`: who is in a team of the portal, or in one below it
 *
 * @public
 */
export const reviewScopeKinds = ['risks', 'role', 'group', 'team'] as const;

/** One of {@link reviewScopeKinds}. @public */
export type ReviewScopeKind = (typeof reviewScopeKinds)[number];

/**
 * Who is asked to decide. Whoever conducts reviews may decide in any.
 *
 * - `conductor`: whoever conducts reviews, and nobody else
 * - `leads`: of each person, who leads the nearest team of theirs that has a lead
 * - `users`: the users who are named, each on everybody
 *
 * @public
 */
export const reviewReviewerKinds = ['conductor', 'leads', 'users'] as const;

/** One of {@link reviewReviewerKinds}. @public */
export type ReviewReviewerKind = (typeof reviewReviewerKinds)[number];

/** How many users can be named as reviewers. @public */
export const reviewUsersLimit = 20;

/** How many handovers of a review are told. @public */
export const reviewHandoversTold = 20;

/** How often a review is opened again. @public */
export const reviewIntervals = [
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
] as const;

/** One of {@link reviewIntervals}. @public */
export type ReviewInterval = (typeof reviewIntervals)[number];

/**
 * Why the next review of a schedule is not open yet.
 *
 * - `not-yet`: its day has not come
 * - `open`: the one before is still open
 * - `failed`: the last sync failed
 * - `held`: a figure is held back
 * - `stale`: what is known is too old
 * - `not-read`: no sync has been good since its day
 * - `not-found`: what it is of is not in the newest snapshot, or is not read
 *
 * @public
 */
export const reviewWaits = [
  'not-yet',
  'open',
  'failed',
  'held',
  'stale',
  'not-read',
  'not-found',
] as const;

/** One of {@link reviewWaits}. @public */
export type ReviewWait = (typeof reviewWaits)[number];

/** Whose people of a review are listed: the caller's, or those who were given to nobody. @public */
export const reviewItemReviewers = ['me', 'nobody'] as const;

/**
 * What the people of a review can be sorted by: privileged or not, the name, or the risk. Every reason adds
 * to the risk: a privileged account and one of who has left most, then no method, then the others.
 *
 * @public
 */
export const reviewItemSorts = ['privileged', 'name', 'risk'] as const;

/** What was read of a data set, and why not. @public */
export const readStatuses = [
  'read',
  'no-licence',
  'no-permission',
  'not-read',
] as const;

/** One of {@link readStatuses}. @public */
export type ReadStatus = (typeof readStatuses)[number];

/** Whether a role is held now, or can be activated. @public */
export const roleKinds = ['active', 'eligible'] as const;

/** How somebody is in a group that holds a role. @public */
export const groupMemberships = ['member', 'eligible'] as const;

/**
 * Why Microsoft's own count may differ: it leaves guests out, it has accounts that the directory has
 * as disabled, it has accounts that the directory no longer has, or it was made at another time.
 *
 * @public
 */
export const crossCheckReasons = [
  'guests',
  'disabled',
  'rows-without-person',
  'refreshed',
] as const;

/** One of {@link crossCheckReasons}. @public */
export type CrossCheckReason = (typeof crossCheckReasons)[number];

/** What can become of a collector in a run. @public */
export const collectorOutcomes = [
  'running',
  'complete',
  'not-due',
  'partial',
  'skipped',
  'failed',
] as const;

/** What lists of teams can be sorted by. @public */
export const teamSorts = [
  'short',
  'uncovered',
  'direct',
  'coverage',
  'phoneOnly',
  'people',
  'counted',
  'name',
] as const;

/** What lists of groups of the tenant can be sorted by. @public */
export const entraGroupSorts = [
  'short',
  'uncovered',
  'coverage',
  'people',
  'name',
] as const;

/** The directions of a sort: names from A, few before many, early before late; and the other way. @public */
export const sortOrders = ['asc', 'desc'] as const;

/** One of {@link sortOrders}. @public */
export type SortOrder = (typeof sortOrders)[number];

/**
 * The direction of each sort of each list where none is asked for. Of `privileged`, `desc` has the privileged
 * first; of `tier`, `asc` the weakest; of a change's `kind`, `asc` the most important, as `changeKinds` has
 * them; of `since`, `asc` who is so for longest.
 *
 * @public
 */
export const naturalOrders = {
  people: { privileged: 'desc', name: 'asc', since: 'asc', tier: 'asc' },
  teams: {
    short: 'desc',
    uncovered: 'desc',
    direct: 'desc',
    coverage: 'asc',
    phoneOnly: 'desc',
    people: 'desc',
    counted: 'desc',
    name: 'asc',
  },
  entraGroups: {
    short: 'desc',
    uncovered: 'desc',
    coverage: 'asc',
    people: 'desc',
    name: 'asc',
  },
  services: {
    uncovered: 'desc',
    coverage: 'asc',
    phoneOnly: 'desc',
    privileged: 'desc',
    name: 'asc',
  },
  exceptions: { requested: 'desc', until: 'asc' },
  changes: { kind: 'asc', name: 'asc', at: 'desc' },
  reviewItems: { privileged: 'desc', name: 'asc', risk: 'desc' },
} as const satisfies {
  people: Record<(typeof personSorts)[number], SortOrder>;
  teams: Record<(typeof teamSorts)[number], SortOrder>;
  entraGroups: Record<(typeof entraGroupSorts)[number], SortOrder>;
  services: Record<(typeof serviceSorts)[number], SortOrder>;
  exceptions: Record<(typeof exceptionSorts)[number], SortOrder>;
  changes: Record<(typeof changeSorts)[number], SortOrder>;
  reviewItems: Record<(typeof reviewItemSorts)[number], SortOrder>;
};

/** Whose rules assess: those that made the figure, or those that are configured today. @public */
export const whatIfRules = ['then', 'today'] as const;

/** Of how many teams What if tells at most. @public */
export const whatIfTeams = 25;

/** How many people can be decided at once. @public */
export const reviewBulkLimit = 1_000;

/**
 * The states of a connection.
 *
 * - `connecting`: nothing has been read since it was connected
 * - `healthy`: the last read was complete
 * - `needs-attention`: the last read failed, or a part of it did: somebody has to act
 * - `disconnected`: it is not configured any more; its history stays
 *
 * @public
 */
export const connectionStates = [
  'connecting',
  'healthy',
  'needs-attention',
  'disconnected',
] as const;

/** One of {@link connectionStates}. @public */
export type ConnectionState = (typeof connectionStates)[number];

/**
 * What came of asking to connect a tenant: its answer is awaited; consent was given, and the tenant is connected;
 * an administrator refused; nobody answered in time; who asked took it back; or it did not work.
 *
 * @public
 */
export const connectRequestStates = [
  'waiting',
  'granted',
  'refused',
  'expired',
  'withdrawn',
  'failed',
] as const;

/** One of {@link connectRequestStates}. @public */
export type ConnectRequestState = (typeof connectRequestStates)[number];

/**
 * How a tenant is connected in the portal: by an administrator's consent, by somebody who signs in and whose own
 * rights decide what is read, or by an application of the tenant's own with a secret.
 *
 * @public
 */
export const connectKinds = ['consent', 'reader', 'application'] as const;

/** One of {@link connectKinds}. @public */
export type ConnectKind = (typeof connectKinds)[number];

/** Where a connection comes from: the portal's configuration, or its own page. @public */
export const connectionOrigins = ['config', 'portal'] as const;

/** One of {@link connectionOrigins}. @public */
export type ConnectionOrigin = (typeof connectionOrigins)[number];

/** What an episode of a connection is of: one of {@link connectionStates}, or `stale` over it. @public */
export const episodeStates = [...connectionStates, 'stale'] as const;

/** One of {@link episodeStates}. @public */
export type EpisodeState = (typeof episodeStates)[number];

/**
 * What the audit trail of a connection tells.
 *
 * - `consent-asked`, `consent-refused`: somebody wanted to connect it; that was refused, or did not work
 * - `connected`, `disconnected`, `connected-again`: it began, ended, began again; in the configuration, or in the
 *   portal, by whom
 * - `credential-changed`: another app, or another kind of credential
 * - `data-sets-changed`: other data sets are read
 * - `reader-signed-in`, `reader-signed-in-again`: somebody signed in, and it is read in their name
 * - `settings-changed`: somebody else answers for it
 * - `read`, `read-failed`: a run published, or did not
 * - `consent-lost`, `consent-given`: a data set misses a permission or consent, or has it again
 * - `stale-began`, `stale-ended`: figures are older than the limit, or fresh again
 * - `exported`: a list left the portal as a file
 * - the others: somebody did it, see the table of audit events
 *
 * @public
 */
export const trailKinds = [
  'consent-asked',
  'consent-refused',
  'connected',
  'disconnected',
  'connected-again',
  'credential-changed',
  'data-sets-changed',
  'settings-changed',
  'reader-signed-in',
  'reader-signed-in-again',
  'read',
  'read-failed',
  'consent-lost',
  'consent-given',
  'stale-began',
  'stale-ended',
  'exported',
  'sync-asked',
  'hold-released',
  'exception-asked',
  'exception-decided',
  'exception-ended',
  'exception-withdrawn',
  'review-opened',
  'review-decided',
  'review-closed',
  'review-handed-over',
  'review-planned',
  'review-plan-changed',
  'review-plan-stopped',
  'drill-recorded',
  'assessment-started',
  'assessment-changed',
  'assessment-submitted',
  'assessment-decided',
  'assessment-commented',
  'person-erased',
  'forgetting-asked',
  'forgetting-approved',
  'forgetting-stopped',
  'forgetting-done',
] as const;

/**
 * What an assessment is.
 *
 * - `draft`: somebody prepares it
 * - `in-review`: submitted, and somebody else has to approve or return it
 * - `returned`: somebody else gave it back, with the reason
 * - `approved`: frozen
 * - `superseded`: frozen, and a newer one took its place
 *
 * @public
 */
export const assessmentStates = [
  'draft',
  'in-review',
  'returned',
  'approved',
  'superseded',
] as const;

/** One of {@link assessmentStates}. @public */
export type AssessmentState = (typeof assessmentStates)[number];

/** The steps of an assessment. @public */
export const assessmentSteps = [
  'drafted',
  'changed',
  'submitted',
  'returned',
  'approved',
  'superseded',
] as const;

/** One of {@link assessmentSteps}. @public */
export type AssessmentStepKind = (typeof assessmentSteps)[number];

/** What somebody may do with an assessment. `assign`: say which auditors may read it. @public */
export const assessmentActions = [
  'change',
  'submit',
  'approve',
  'return',
  'comment',
  'assign',
  'supersede',
] as const;

/** One of {@link assessmentActions}. @public */
export type AssessmentAction = (typeof assessmentActions)[number];

/** What an assessment is about: one day, or several in a row. @public */
export const assessmentKinds = ['day', 'period'] as const;

/** What is decided on an assessment that is in review. @public */
export const assessmentDecisions = ['approved', 'returned'] as const;

/** How far it is that everything of a tenant is forgotten. @public */
export const forgettingStates = [
  'asked',
  'approved',
  'under-way',
  'stopped',
  'done',
] as const;

/** One of {@link forgettingStates}. @public */
export type ForgettingState = (typeof forgettingStates)[number];

/**
 * How a push of evidence goes:
 *
 * - `waiting`: nothing was pushed yet
 * - `taken`: what was pushed last was taken
 * - `failed`: what was pushed last was not taken, or a report was not
 *
 * @public
 */
export const evidenceSinkStates = ['waiting', 'taken', 'failed'] as const;

/** One of {@link evidenceSinkStates}. @public */
export type EvidenceSinkState = (typeof evidenceSinkStates)[number];

/** Of what the sizes of what is kept are told, in this order. @public */
export const storageGroups = [
  'people',
  'records',
  'history',
  'runs',
  'decisions',
  'trail',
] as const;

/** One of {@link storageGroups}. @public */
export type StorageGroup = (typeof storageGroups)[number];

/** One of {@link trailKinds}. @public */
export type TrailKind = (typeof trailKinds)[number];

/** What came of what the audit trail tells; `partial`: a read without some of its data sets. @public */
export const trailOutcomes = ['done', 'partial', 'failed'] as const;

/** One of {@link trailOutcomes}. @public */
export type TrailOutcome = (typeof trailOutcomes)[number];
