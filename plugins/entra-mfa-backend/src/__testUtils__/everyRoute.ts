import type { RouteName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { objectId } from './rows';
import type { Caller, TestApi } from './startTestApi';
import { tenantId } from './testTenant';

/** Whoever is signed in. */
export const signedIn = [
  'security',
  'service',
  'lead',
  'owner',
  'self',
  'countsOnly',
  'nobody',
] as const satisfies readonly Caller[];

/** The status for each of {@link signedIn}, in their order. */
type Statuses = [
  security: number,
  service: number,
  lead: number,
  owner: number,
  self: number,
  countsOnly: number,
  nobody: number,
];

/** A request, and what it answers to each caller. */
export interface RequestRow {
  request: string;
  body?: object;
  statuses: Statuses;
}

const row = (
  request: string,
  statuses: Statuses,
  body?: object,
): RequestRow => ({ request, statuses, ...(body && { body }) });

const person = `${tenantId}/${objectId(2)}`;
const unknown = objectId(77);
const words = 'Looked at';

/** Figures are for all but nobody; people for those who see some; and so on. */
const counts: Statuses = [200, 200, 200, 200, 200, 200, 403];
const controls: Statuses = [200, 200, 200, 200, 200, 403, 403];
const people: Statuses = [200, 200, 200, 200, 200, 403, 403];
const managed: Statuses = [200, 200, 403, 403, 403, 403, 403];
const nowhere: Statuses = [404, 404, 404, 404, 404, 404, 404];
const all: Statuses = [200, 200, 403, 403, 403, 403, 403];

/**
 * At least one request for every route of the contract: who may, who may not. Nothing that is sent
 * changes anything: what would be decided does not exist, or is refused for another reason.
 */
export const everyRoute: Record<RouteName, RequestRow[]> = {
  getOverview: [row('get /overview', counts)],
  getMine: [row('get /mine', counts)],
  getTeams: [row('get /teams', counts)],
  getTeam: [row('get /teams/group/default/payments', counts)],
  getTeamTenants: [row('get /teams/group/default/payments/tenants', counts)],
  overrideTarget: [
    row(
      'post /teams/group/default/payments/override',
      [200, 403, 403, 403, 403, 403, 403],
      { reason: words, purpose: 'template:default/service' },
    ),
  ],
  getTeamServices: [row('get /teams/group/default/payments/services', counts)],
  getServices: [row('get /services', counts)],
  getEntityOwners: [
    row('get /entities/component/default/checkout-web/owners', counts),
  ],
  getPersonTenants: [row(`get /people/${person}/tenants`, people)],
  getPersonServices: [row(`get /people/${person}/services`, people)],
  getPeople: [
    // An empty list that says so, for a page that draws it beside its counts.
    row('get /people', [200, 200, 200, 200, 200, 200, 200]),
  ],
  exportPeople: [
    row('get /people.csv', people),
    row('get /people.csv?names=true', all),
    row('get /people.xlsx', people),
  ],
  getPerson: [row(`get /people/${person}`, people)],
  erasePerson: [
    row(
      `post /people/${tenantId}/${unknown}/erase`,
      [404, 403, 403, 403, 403, 403, 403],
      { reason: words },
    ),
  ],
  getEntraGroups: [row('get /entra-groups', all)],
  getRoles: [row('get /roles', counts)],
  getChanges: [row('get /changes?from=2026-11-01', counts)],
  getChangeWeeks: [row('get /changes/weeks', counts)],
  getRemediation: [
    row('get /remediation', counts),
    row('get /remediation?team=group:default/payments', counts),
  ],
  getReminders: [row('get /reminders', counts)],
  getReminder: [
    row('get /reminders/unheard-of', [404, 404, 404, 404, 404, 404, 403]),
  ],
  previewReminders: [row('get /reminder-preview', managed)],
  createReminders: [
    row('post /reminders', [400, 403, 403, 403, 403, 403, 403], {
      title: words,
      text: words,
      filter: { q: 'nobody is found alone' },
      firstDay: '2026-12-01',
      everyDays: 7,
      until: '2026-12-31',
      leadAfter: null,
      securityAfter: null,
      quietFrom: null,
      quietTo: null,
      quietWeekends: false,
      timeZone: 'Europe/Berlin',
    }),
  ],
  startReminders: [
    row(
      'post /reminders/unheard-of/start',
      [404, 403, 403, 403, 403, 403, 403],
    ),
  ],
  stopReminders: [
    row('post /reminders/unheard-of/stop', [404, 403, 403, 403, 403, 403, 403]),
  ],
  getEvidence: [row('get /evidence', counts)],
  getEvidenceLeaf: [
    row('get /evidence/leaves/0', counts),
    row('get /evidence/leaves/999999', [404, 404, 404, 404, 404, 404, 403]),
  ],
  getEvidenceBundle: [
    row('get /evidence/bundle.zip', all),
    row('get /evidence/bundle.zip?names=true', all),
  ],
  // Of what is the same in another form, the one that is made faster.
  getEvidenceReport: [row('get /evidence/report.html', counts)],
  getEvidenceConsistency: [
    row(
      'get /evidence/consistency?from=999999',
      [404, 404, 404, 404, 404, 404, 403],
    ),
  ],
  getAttempts: [row('get /attempts', counts)],
  getUnmatched: [
    row('get /unmatched?kind=catalog-user', all),
    row('get /unmatched?kind=report-row', all),
  ],
  getExceptions: [row('get /exceptions', people)],
  getException: [
    row('get /exceptions/of-10', [200, 200, 404, 200, 404, 403, 403]),
    row('get /exceptions/unheard-of', [404, 404, 404, 404, 404, 403, 403]),
  ],
  requestException: [
    row('post /exceptions', [400, 403, 400, 400, 400, 403, 403], {
      subject: { kind: 'person', id: unknown },
      reason: words,
      until: '2026-12-31',
    }),
  ],
  decideException: [
    row(
      'post /exceptions/unheard-of/decision',
      [404, 403, 403, 404, 403, 403, 403],
      { decision: 'approved', note: words },
    ),
  ],
  endException: [
    row(
      'post /exceptions/unheard-of/end',
      [404, 403, 403, 404, 403, 403, 403],
      {
        note: words,
      },
    ),
  ],
  withdrawException: [
    row(
      'post /exceptions/unheard-of/withdraw',
      [404, 403, 404, 404, 404, 403, 403],
    ),
  ],
  getWhatIf: [row('get /what-if?phoneOff=true', counts)],
  previewScope: [row('get /scope-preview?leaveOut=mail%20eq%20null', all)],
  getReviews: [row('get /reviews', people)],
  openReview: [row('post /reviews', [409, 403, 403, 403, 403, 403, 403], {})],
  getReview: [row('get /reviews/1', people)],
  getReviewItems: [row('get /reviews/1/items', people)],
  // It is open: what is refused first is what the table is about.
  exportReviewItems: [
    row('get /reviews/1/items.csv', [409, 409, 409, 409, 409, 403, 403]),
    row(
      'get /reviews/1/items.csv?names=true',
      [409, 409, 403, 403, 403, 403, 403],
    ),
  ],
  decideReviewItem: [
    row(
      `post /reviews/1/items/${unknown}/decision`,
      [404, 403, 403, 403, 403, 403, 403],
      { decision: 'keep' },
    ),
  ],
  decideReviewItems: [
    row('post /reviews/1/decisions', [404, 403, 403, 403, 403, 403, 403], {
      decision: 'keep',
      ids: [unknown],
    }),
  ],
  closeReview: [
    row('post /reviews/1/close', [409, 403, 403, 403, 403, 403, 403], {}),
  ],
  handOverReview: [
    row('post /reviews/1/handover', [409, 403, 403, 403, 403, 403, 403], {
      from: 'user:default/unheard-of',
      to: 'user:default/other',
    }),
  ],
  createReviewSchedule: [
    row('post /review-schedules', [400, 403, 403, 403, 403, 403, 403], {
      title: words,
      scope: { kind: 'role', id: unknown },
      reviewers: { kind: 'leads' },
      dueDays: 14,
      every: 'quarterly',
      firstDay: '2031-01-01',
    }),
  ],
  changeReviewSchedule: [
    row(
      'post /review-schedules/unheard-of/change',
      [404, 403, 403, 403, 403, 403, 403],
      { title: words, version: 1 },
    ),
  ],
  stopReviewSchedule: [
    row(
      'post /review-schedules/unheard-of/stop',
      [404, 403, 403, 403, 403, 403, 403],
    ),
  ],
  getControls: [row('get /controls', controls)],
  getControl: [
    row('get /controls/mfa/MFA-01', controls),
    row('get /controls/mfa/none', [404, 404, 404, 404, 404, 403, 403]),
  ],
  getControlTeams: [
    row('get /controls/mfa/MFA-01/teams', controls),
    row('get /controls/mfa/none/teams', [404, 404, 404, 404, 404, 403, 403]),
  ],
  getTeamControls: [
    row('get /teams/group/default/payments/controls', controls),
    row(
      'get /teams/group/default/none/controls',
      [404, 404, 404, 404, 404, 403, 403],
    ),
  ],
  getAssessments: [row('get /assessments', controls)],
  getAssessment: [
    row('get /assessments/77', [404, 404, 404, 404, 404, 403, 403]),
  ],
  getAssessmentBundle: [
    row('get /assessments/77/bundle.zip', [404, 404, 404, 404, 404, 403, 403]),
  ],
  startAssessment: [
    row('post /assessments', [400, 403, 403, 403, 403, 403, 403], {
      controls: ['mfa/none'],
    }),
  ],
  changeAssessment: [
    row('post /assessments/77/change', [404, 403, 403, 403, 403, 403, 403], {
      title: words,
    }),
  ],
  submitAssessment: [
    row('post /assessments/77/submit', [404, 403, 403, 403, 403, 403, 403], {}),
  ],
  decideAssessment: [
    row('post /assessments/77/decision', [404, 403, 403, 403, 403, 403, 403], {
      decision: 'approved',
      step: 1,
    }),
  ],
  commentAssessment: [
    row('post /assessments/77/comments', [404, 403, 403, 403, 403, 403, 403], {
      text: words,
    }),
  ],
  getBreakGlass: [row('get /break-glass', counts)],
  recordDrill: [
    row(
      `post /break-glass/${tenantId}/${unknown}/drills`,
      [404, 403, 404, 404, 404, 403, 403],
      { on: '2026-11-20', note: words },
    ),
  ],
  getRuns: [row('get /runs', counts)],
  getTenants: [row('get /tenants', counts)],
  startSync: [
    row(`post /tenants/${tenantId}/sync`, [202, 202, 202, 202, 202, 403, 403]),
  ],
  // Of no tenant: it would ask Microsoft.
  checkConnection: [
    row('post /tenants/unheard-of/check', [404, 404, 404, 404, 404, 403, 403]),
  ],
  getHolds: [row(`get /tenants/${tenantId}/holds`, people)],
  releaseHold: [
    row(
      `post /tenants/${tenantId}/release`,
      [404, 403, 404, 404, 404, 403, 403],
      { reason: words },
    ),
  ],
  // For the catalog: its own checks come first, so that no user takes them for figures.
  getEntityStatus: [
    row('get /entity-status', [403, 200, 403, 403, 403, 403, 403]),
  ],
  exportEntraGroups: [row('get /entra-groups.csv', all)],
  exportTeams: [row('get /teams.csv', counts), row('get /teams.xlsx', counts)],
  exportTeamServices: [
    row('get /teams/group/default/payments/services.csv', counts),
    row(
      'get /teams/group/default/unheard-of/services.xlsx',
      [404, 404, 404, 404, 404, 404, 403],
    ),
  ],
  exportServices: [row('get /services.xlsx', counts)],
  exportRoles: [row('get /roles.csv', counts)],
  exportChanges: [
    row('get /changes.csv?from=2026-11-01', people),
    row('get /changes.xlsx?from=2026-11-01&names=true', all),
  ],
  exportUnmatched: [
    row('get /unmatched.csv?kind=report-row', all),
    row('get /unmatched.xlsx?kind=catalog-user&names=true', all),
  ],
  exportExceptions: [
    row('get /exceptions.csv', people),
    row('get /exceptions.xlsx?names=true', all),
  ],
  exportBreakGlass: [
    row('get /break-glass.csv', all),
    row('get /break-glass.xlsx?names=true', all),
  ],
  exportRuns: [row('get /runs.csv', counts)],
  getFeed: [
    row('get /feed/user-inventory', all),
    row('get /feed/user-inventory?names=true', all),
    row('get /feed/account-change?since=0', all),
    row('get /feed/device-inventory?since=0', all),
    row('get /feed/compliance-finding', all),
    row('get /feed/base-event', all),
  ],
  getConnections: [row('get /connections', counts)],
  getConnect: [row('get /connect', managed)],
  beginConnect: [
    row('post /connect', [404, 403, 403, 403, 403, 403, 403], {
      tenant: unknown,
    }),
  ],
  withdrawConnect: [
    row(
      'post /connect/unheard-of/withdraw',
      [404, 403, 403, 403, 403, 403, 403],
    ),
  ],
  // No tenant can be connected where nothing says so.
  openConsentLink: [row('get /connect/links/unheard-of', nowhere)],
  answerConsent: [row('get /connect/answer?state=unheard-of', nowhere)],
  changeConnection: [
    row(
      `post /tenants/${tenantId}/settings`,
      [409, 403, 403, 403, 403, 403, 403],
      { contact: null },
    ),
  ],
  disconnectTenant: [
    row(
      `post /tenants/${unknown}/disconnect`,
      [404, 403, 403, 403, 403, 403, 403],
    ),
  ],
  getTrail: [
    row(`get /tenants/${tenantId}/trail`, people),
    row(`get /tenants/${unknown}/trail`, [404, 404, 404, 404, 404, 403, 403]),
  ],
  getBudget: [row(`get /tenants/${tenantId}/budget`, counts)],
  getKpiPicture: [
    row('get /kpi.svg', counts),
    row('get /kpi.svg?team=group:default/payments&show=donut', counts),
  ],
  getControlPicture: [row('get /control.svg?control=mfa/MFA-01', controls)],
  getStorage: [row('get /storage', people)],
  getSinks: [row('get /sinks', counts)],
  getForgetting: [row(`get /tenants/${tenantId}/forgetting`, managed)],
  askForgetting: [
    row(
      `post /tenants/${tenantId}/forget`,
      [409, 403, 403, 403, 403, 403, 403],
      { name: 'Contoso', reason: words },
    ),
  ],
  approveForgetting: [
    row(
      `post /tenants/${tenantId}/forget/approve`,
      [409, 403, 403, 403, 403, 403, 403],
      { askedAt: '2026-11-21T00:00:00.000Z' },
    ),
  ],
  stopForgetting: [
    row(
      `post /tenants/${tenantId}/forget/stop`,
      [409, 403, 403, 403, 403, 403, 403],
    ),
  ],
};

/** Of the API itself. */
export const openApi = row(
  'get /openapi.json',
  [200, 200, 200, 200, 200, 200, 200],
);

/** Sends a row of the table. */
export function sendRow(
  api: TestApi,
  { request, body }: RequestRow,
  caller: Caller,
) {
  const [method, path] = request.split(' ');
  return method === 'get'
    ? api.get(path, caller)
    : api.post(path, caller).send(body ?? {});
}
