import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  entraMfaAssessmentApprovePermission as approveAssessments,
  entraMfaAssessmentAuditPermission as auditAssessments,
  entraMfaAssessmentPreparePermission as prepareAssessments,
  entraMfaBreakGlassRecordPermission as recordDrills,
  entraMfaComplianceReadPermission as readCompliance,
  entraMfaConnectionForgetPermission as forgetTenants,
  entraMfaConnectionManagePermission as manageConnections,
  entraMfaCountsReadPermission as readCounts,
  entraMfaExceptionDecidePermission as decideExceptions,
  entraMfaExceptionRequestPermission as requestExceptions,
  entraMfaHoldReleasePermission as releaseHolds,
  entraMfaPeopleExportPermission as exportNames,
  entraMfaPeopleReadPermission as readPeople,
  entraMfaPersonErasePermission as erasePeople,
  entraMfaRemindersManagePermission as manageReminders,
  entraMfaReviewConductPermission as conductReviews,
  entraMfaSyncPermission as startSyncs,
  entraMfaTargetOverridePermission as overrideTargets,
  type Assessment,
  type RouteName,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  peopleFilterSchema,
  reviewItemFilterSchema,
  routes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { EntraMfaConfig } from '../../config/types';
import { openAssessmentBundle } from '../assessments/openAssessmentBundle';
import { getBreakGlass } from '../breakGlass/getBreakGlass';
import { recordDrill } from '../breakGlass/recordDrill';
import { checkConnection } from '../check/checkConnection';
import { getChanges } from '../changes/getChanges';
import { getChangeWeeks } from '../changes/getChangeWeeks';
import { getConnections } from '../connections/getConnections';
import { getBudget } from '../connections/getBudget';
import { getStorage } from '../connections/getStorage';
import { getSinks } from '../connections/getSinks';
import { getTrail } from '../connections/getTrail';
import { getControl, getControls } from '../controls/getControls';
import { getControlTeams } from '../controls/getControlTeams';
import { getTeamControls } from '../controls/getTeamControls';
import { erasePerson } from '../erasure/erasePerson';
import { getEvidence } from '../evidence/getEvidence';
import { getEvidenceConsistency } from '../evidence/getEvidenceConsistency';
import { getEvidenceLeaf } from '../evidence/getEvidenceLeaf';
import { openBundle } from '../evidence/openBundle';
import { openReport } from '../evidence/openReport';
import { openFeed } from '../feed/openFeed';
import { exportPeople } from '../exports/exportPeople';
import { leadsTeam } from '../exports/leadsTeam';
import { peopleFile } from '../exports/peopleFile';
import { reviewFile } from '../exports/reviewFile';
import { getEntraGroups } from '../getEntraGroups';
import { getEntityStatus } from '../getEntityStatus';
import { getMine } from '../mine/getMine';
import { getAttempts } from '../getAttempts';
import { getOverview } from '../getOverview';
import { getPeople, withoutFigures } from '../getPeople';
import { getPerson } from '../getPerson';
import { getPersonTenants } from '../getPersonTenants';
import { getRuns } from '../getRuns';
import { getTeam } from '../getTeam';
import { getTeams } from '../getTeams';
import { getTeamTenants } from '../getTeamTenants';
import { getTenants } from '../getTenants';
import { getUnmatched } from '../getUnmatched';
import { getHolds } from '../holds/getHolds';
import { releaseHold } from '../holds/releaseHold';
import { drawControl } from '../pictures/drawControl';
import { drawKpi } from '../pictures/drawKpi';
import { isOpenControl, isOpenPicture } from '../pictures/isOpenPicture';
import { readControlFacts } from '../pictures/readControlFacts';
import { readKpiFacts } from '../pictures/readKpiFacts';
import { getEntityOwners } from '../reach/getEntityOwners';
import { getPersonServices } from '../reach/getPersonServices';
import { getServices } from '../reach/getServices';
import { getTeamServices } from '../reach/getTeamServices';
import { getRemediation } from '../remediation/getRemediation';
import {
  createReminders,
  startReminders,
  stopReminders,
} from '../reminders/changeReminders';
import { getReminder } from '../reminders/getReminder';
import { getReminders } from '../reminders/getReminders';
import { previewReminders } from '../reminders/previewReminders';
import {
  changeSchedule,
  createSchedule,
  stopReviews,
} from '../reviews/changeSchedules';
import { isReviewer } from '../reviews/isReviewer';
import { getRoles } from '../roleList/getRoles';
import { onlyUsers } from './Access';
import { exceptions, figures, people } from './accesses';
import {
  assessmentReaderOf,
  assessorOf,
  conductorOf,
  exceptionReaderOf,
  requesterOf,
  reviewReaderOf,
  userOf,
} from './actors';
import { archive } from './archive';
import { document } from './document';
import { command } from './command';
import type { Entry } from './Entry';
import { exportTable } from './exportTable';
import { feed } from './feed';
import { file } from './file';
import { filterOf } from './filterOf';
import {
  hideAppsOfAnswer,
  hideAppsOfConnections,
  hideAppsOfRuns,
  hideAppsOfTenants,
} from './hideApps';
import { json } from './json';
import { isNamed, namesOfList } from './namesOf';
import { page } from './page';
import { picture } from './picture';

/** Which app reads, and where to consent to it, is for who runs the sync. */
const withheldApps = { needs: startSyncs, without: hideAppsOfAnswer };

/** Whoever was asked to decide sees those people, and decides on them; the service looks at which they are. */
const orReviewer = {
  who: 'who was asked to decide in an open review, of those people',
  isSo: isReviewer,
};
const reviews = {
  anyOf: [conductReviews, readPeople],
  orWho: orReviewer,
  people: 'seen',
} as const;
const deciding = {
  anyOf: [conductReviews],
  orWho: orReviewer,
  people: 'seen',
  only: onlyUsers(`decide in a review (${conductReviews.name})`),
} as const;
const reviewing = {
  anyOf: [conductReviews],
  people: 'seen',
  only: onlyUsers(
    `open a review, change its reviewers, close it, or have it opened again and again (${conductReviews.name})`,
  ),
} as const;
const reviewDecideRefused =
  'without the permission and on somebody on whom the caller was not asked to decide, by a service, on oneself, on somebody who is not on the list, with a decision that the review does not ask for, without a note that is needed, or after the review was closed';
const reminding = {
  anyOf: [manageReminders],
  people: 'nobody',
  only: onlyUsers(
    `make, start or stop a campaign of reminders (${manageReminders.name})`,
  ),
} as const;
const remindersRefused =
  'without the permission, by a service, for a campaign that does not exist, one whose last day has passed, or one that stands so already';
/** Controls of teams; figures of few people go with their names. */
const teamControls = { anyOf: [readCompliance], people: 'seen' } as const;
const assessments = {
  anyOf: [
    readCompliance,
    prepareAssessments,
    approveAssessments,
    auditAssessments,
  ],
  people: 'nobody',
} as const;
const preparing = {
  anyOf: [prepareAssessments],
  people: 'nobody',
  only: onlyUsers(
    `start an assessment, change it or submit it (${prepareAssessments.name})`,
  ),
} as const;
const assessed = {
  tenantId: ({ tenant }: Assessment) => tenant.id,
  assessment: ({ number }: Assessment) => number,
};
const managing = {
  anyOf: [manageConnections],
  people: 'nobody',
  only: onlyUsers(
    `connect a tenant, or change or end a connection (${manageConnections.name})`,
  ),
} as const;
const forgetting = {
  anyOf: [forgetTenants],
  people: 'nobody',
  only: onlyUsers(
    `ask that a tenant is forgotten, approve it or stop it (${forgetTenants.name})`,
  ),
} as const;
const connectionRefused =
  'without the permission, by a service, or for a tenant that is not connected in the portal';
const whereConnected = {
  where: 'where `entraMfa.connect` is set, to whoever has the address',
  any: ({ connect }: EntraMfaConfig) => connect !== null,
};
const onlyUsersAct = onlyUsers(
  'ask for an exception, decide, end or withdraw one (entra-mfa.exception.*)',
);

/**
 * Every route of the API: who may call it, whose data it tells, what is put on record of it and what answers
 * it. The router is made of it, the permissions of the plugin are those that stand in it, and the tables of
 * docs/permissions.md and docs/operations.md are printed from it.
 */
export const routeTable: Record<RouteName, Entry> = {
  getOverview: json(routes.getOverview, {
    ...figures,
    withheld: withheldApps,
    handle: (context, call) => getOverview(context, call.query, call.people),
  }),
  // Of people it tells the caller alone, so it is no read of names.
  getMine: json(routes.getMine, {
    ...figures,
    handle: async (context, { query, caller, people: seen }) =>
      getMine(context, query, {
        people: seen,
        userRef: caller.userRef,
        refs: await caller.refs(),
        decides: await caller.allows(decideExceptions),
      }),
  }),
  getTeams: json(routes.getTeams, {
    ...figures,
    withheld: withheldApps,
    handle: (context, call) => getTeams(context, call.query, call.people),
  }),
  getTeam: json(routes.getTeam, {
    ...figures,
    withheld: withheldApps,
    handle: (context, call) =>
      getTeam(
        context,
        stringifyEntityRef(call.params),
        call.query,
        call.people,
      ),
  }),
  getTeamTenants: json(routes.getTeamTenants, {
    ...figures,
    handle: (context, call) =>
      getTeamTenants(
        context,
        stringifyEntityRef(call.params),
        call.query,
        call.people,
      ),
  }),
  // Nothing is kept but what is put on record: why something went on, and who said so.
  overrideTarget: command(routes.overrideTarget, {
    anyOf: [overrideTargets],
    people: 'nobody',
    only: onlyUsers(
      `say why something goes on though a team is not known to meet its target (${overrideTargets.name})`,
    ),
    audit: {
      event: 'target-override',
      severity: 'high',
      asked: {
        team: ({ params }) => stringifyEntityRef(params),
        purpose: ({ body }) => body.purpose,
        reason: ({ body }) => body.reason,
      },
      refused: 'without the permission, by a service, or without a reason',
    },
    handle: async ({ clock }, { params, caller }) => ({
      team: stringifyEntityRef(params),
      by: userOf(caller),
      at: clock.now().toISOString(),
    }),
  }),
  getTeamServices: json(routes.getTeamServices, {
    ...figures,
    withheld: withheldApps,
    handle: (context, call) =>
      getTeamServices(
        context,
        stringifyEntityRef(call.params),
        call.query,
        call.people,
      ),
  }),
  getServices: json(routes.getServices, {
    ...figures,
    withheld: withheldApps,
    handle: (context, call) => getServices(context, call.query, call.people),
  }),
  getEntityOwners: json(routes.getEntityOwners, {
    ...figures,
    names: answer => namesOfList(answer.visibility, answer.people),
    withheld: withheldApps,
    handle: (context, call) =>
      getEntityOwners(
        context,
        stringifyEntityRef(call.params),
        call.query,
        call.people,
      ),
  }),
  getPersonServices: json(routes.getPersonServices, {
    ...people,
    names: () => 1,
    withheld: withheldApps,
    handle: (context, call) =>
      getPersonServices(context, call.params, call.query, call.people),
  }),
  getPersonTenants: json(routes.getPersonTenants, {
    ...people,
    names: ({ items }) => items.length || null,
    handle: (context, call) =>
      getPersonTenants(context, call.params, call.query, call.people),
  }),
  // Who may see nobody gets an empty list that says so: a page draws it beside its counts.
  getPeople: json(routes.getPeople, {
    anyOf: [],
    people: 'seen',
    names: answer => namesOfList(answer.visibility, answer.items),
    withheld: {
      needs: readCounts,
      without: answer =>
        answer.visibility === 'all' ? answer : withoutFigures(answer),
    },
    handle: (context, call) => getPeople(context, call.query, call.people),
  }),
  // Names in a file need a permission of their own, as files are handed on. Who leads a team asks them anyway.
  exportPeople: file(routes.exportPeople, {
    ...people,
    given: {
      parameter: 'names',
      needs: exportNames,
      unless: {
        who: 'a team that the caller leads',
        isSo: async (context, query, caller) =>
          leadsTeam(context, query, await caller.refs()),
      },
    },
    audit: {
      event: 'people-export',
      asked: {
        named: ({ query }) => query.names,
        format: ({ params }) => params.format,
        filter: ({ query }) => filterOf(query, peopleFilterSchema),
      },
      found: {
        rows: ({ rows }) => rows,
        keyId: ({ file: { keyId } }) => keyId,
      },
      refused:
        'without `entra-mfa.people.read`, with names without `entra-mfa.people.export` of others than a team of one’s own, for a date without data, or without a key',
    },
    open: (context, call) => exportPeople(context, call.query, call.people),
    file: peopleFile,
  }),
  getPerson: json(routes.getPerson, {
    ...people,
    names: () => 1,
    // Who erased a person and why is for those who may erase.
    withheld: {
      needs: erasePeople,
      without: detail =>
        detail.erased
          ? { ...detail, erased: { at: detail.erased.at } }
          : detail,
    },
    handle: (context, call) =>
      getPerson(context, call.params, call.query, call.people),
  }),
  erasePerson: command(routes.erasePerson, {
    anyOf: [erasePeople],
    people: 'nobody',
    only: onlyUsers(`erase a person (${erasePeople.name})`),
    audit: {
      event: 'person-erase',
      severity: 'high',
      asked: {
        tenantId: ({ params }) => params.tenant,
        objectId: ({ params }) => params.id,
      },
      refused:
        'without the permission `entra-mfa.person.erase`, by a service, for an object id of which nothing is kept, while a sync runs, while the next sync would bring the person back, or with a reason that names them',
    },
    handle: (context, { params, body, caller }) =>
      erasePerson(context, params, body, userOf(caller)),
  }),
  // Of a group nobody keeps back few people: it is for who sees everybody.
  getEntraGroups: json(routes.getEntraGroups, {
    anyOf: [readCounts],
    people: 'everybody',
    handle: (context, { query }) => getEntraGroups(context, query),
  }),
  getRoles: json(routes.getRoles, {
    ...figures,
    handle: (context, call) => getRoles(context, call.query, call.people),
  }),
  // One person's changes are for who may see that person.
  getChanges: json(routes.getChanges, {
    ...figures,
    given: { parameter: 'person', people: 'some' },
    names: answer => namesOfList(answer.visibility, answer.items),
    handle: (context, call) => getChanges(context, call.query, call.people),
  }),
  getChangeWeeks: json(routes.getChangeWeeks, {
    ...figures,
    handle: (context, call) => getChangeWeeks(context, call.query, call.people),
  }),
  getRemediation: json(routes.getRemediation, {
    ...figures,
    handle: (context, call) => getRemediation(context, call.query, call.people),
  }),
  getReminders: json(routes.getReminders, {
    ...figures,
    handle: async (context, { query, caller, people: seen }) =>
      getReminders(context, query, {
        mayManage: await caller.allows(manageReminders),
        people: seen,
      }),
  }),
  getReminder: json(routes.getReminder, {
    ...figures,
    handle: async (context, { params, query, caller, people: seen }) =>
      getReminder(context, params, query, {
        mayManage: await caller.allows(manageReminders),
        people: seen,
      }),
  }),
  previewReminders: json(routes.previewReminders, {
    anyOf: [manageReminders],
    people: 'seen',
    names: answer => namesOfList(answer.visibility, answer.people),
    handle: (context, call) =>
      previewReminders(context, call.query, call.people),
  }),
  createReminders: command(routes.createReminders, {
    ...reminding,
    status: 201,
    audit: {
      event: 'reminders-create',
      severity: 'medium',
      asked: {
        firstDay: ({ body }) => body.firstDay,
        everyDays: ({ body }) => body.everyDays,
        until: ({ body }) => body.until,
      },
      found: { campaign: ({ id }) => id },
      refused:
        'without the permission, by a service, or for a wrong filter, time or text',
    },
    handle: (context, { body, caller }) =>
      createReminders(context, body, userOf(caller)),
  }),
  startReminders: command(routes.startReminders, {
    ...reminding,
    audit: {
      event: 'reminders-start',
      severity: 'medium',
      asked: { campaign: ({ params }) => params.id },
      refused: remindersRefused,
    },
    handle: (context, { params, query, caller }) =>
      startReminders(context, { ...params, ...query }, userOf(caller)),
  }),
  stopReminders: command(routes.stopReminders, {
    ...reminding,
    audit: {
      event: 'reminders-stop',
      severity: 'medium',
      asked: { campaign: ({ params }) => params.id },
      refused: remindersRefused,
    },
    handle: (context, { params, query, caller }) =>
      stopReminders(context, { ...params, ...query }, userOf(caller)),
  }),
  getEvidence: json(routes.getEvidence, {
    anyOf: [readCounts],
    people: 'nobody',
    handle: (context, { query }) => getEvidence(context, query),
  }),
  getEvidenceLeaf: json(routes.getEvidenceLeaf, {
    anyOf: [readCounts],
    people: 'nobody',
    handle: (context, { params, query }) =>
      getEvidenceLeaf(context, params, query),
  }),
  // Everybody is in it, so that its figures can be counted again.
  getEvidenceBundle: archive(routes.getEvidenceBundle, {
    anyOf: [readPeople],
    people: 'everybody',
    given: { parameter: 'names', needs: exportNames },
    open: (context, { query }) => openBundle(context, query),
    audit: {
      event: 'evidence-export',
      asked: {
        named: ({ query }) => query.names,
        format: () => 'zip',
      },
      found: {
        tenantId: ({ file: { tenantId } }) => tenantId,
        rows: ({ rows }) => rows,
        keyId: ({ file: { keyId } }) => keyId,
        snapshot: ({ file: { snapshot } }) => snapshot,
      },
      refused:
        'without `entra-mfa.people.read` or under conditions, with names without `entra-mfa.people.export`, for a date without data or before the log began, or without a key of pseudonyms',
    },
  }),
  getEvidenceReport: document(routes.getEvidenceReport, {
    anyOf: [readCounts],
    people: 'nobody',
    audit: {
      event: 'evidence-export',
      asked: { named: () => false, format: ({ params }) => params.format },
      found: {
        tenantId: ({ file: { tenantId } }) => tenantId,
        snapshot: ({ file: { snapshot } }) => snapshot,
      },
      refused:
        'without `entra-mfa.counts.read`, or for a date without data or before the log began',
    },
    open: (context, { params, query }) => openReport(context, params, query),
  }),
  getEvidenceConsistency: json(routes.getEvidenceConsistency, {
    anyOf: [readCounts],
    people: 'nobody',
    handle: (context, { query }) => getEvidenceConsistency(context, query),
  }),
  getAttempts: json(routes.getAttempts, {
    ...figures,
    handle: (context, call) => getAttempts(context, call.query),
  }),
  // Rows without a person belong to no team, so no condition can tell who may see them.
  getUnmatched: json(routes.getUnmatched, {
    anyOf: [readPeople],
    people: 'everybody',
    names: ({ items }) => items.length,
    handle: (context, { query }) => getUnmatched(context, query),
  }),
  getExceptions: json(routes.getExceptions, {
    ...exceptions,
    names: ({ items }) => items.filter(isNamed).length || null,
    handle: async (context, call) =>
      context.exceptions.list(call.query, await exceptionReaderOf(call)),
  }),
  getException: json(routes.getException, {
    ...exceptions,
    names: exception => (isNamed(exception) ? 1 : null),
    handle: async (context, call) =>
      context.exceptions.get(
        call.params.id,
        call.query,
        await exceptionReaderOf(call),
      ),
  }),
  requestException: command(routes.requestException, {
    anyOf: [requestExceptions],
    people: 'seen',
    only: onlyUsersAct,
    audit: {
      event: 'exception-request',
      severity: 'medium',
      asked: {
        subject: ({ body }) => body.subject.kind,
        until: ({ body }) => body.until,
      },
      found: { exceptionId: ({ id }) => id },
      refused:
        'without the permission, by a service, or for a wrong subject, reason or end date',
    },
    async handle({ exceptions: service, shares }, call) {
      const { body, caller } = call;
      const requester = await requesterOf(call);
      const request = async () => service.request(body, requester);
      // A pattern is matched with every name of the tenant.
      return body.subject.kind === 'rule'
        ? shares.exceptionRules.run(caller.credentials, request)
        : request();
    },
  }),
  decideException: command(routes.decideException, {
    anyOf: [decideExceptions],
    people: 'seen',
    only: onlyUsersAct,
    audit: {
      event: 'exception-decide',
      severity: 'medium',
      asked: {
        exceptionId: ({ params }) => params.id,
        decision: ({ body }) => body.decision,
      },
      found: { exceptionId: ({ id }) => id },
      refused:
        'without the permission, by a service, by who asked or (to approve) is exempted by it, or when it is decided already',
    },
    handle: async (context, call) =>
      context.exceptions.decide(
        call.params.id,
        call.body,
        await requesterOf(call),
      ),
  }),
  endException: command(routes.endException, {
    anyOf: [decideExceptions],
    people: 'seen',
    only: onlyUsersAct,
    audit: {
      event: 'exception-end',
      severity: 'medium',
      asked: { exceptionId: ({ params }) => params.id },
      found: { exceptionId: ({ id }) => id },
      refused:
        'without the permission, by a service, or when it is not in force',
    },
    handle: async (context, call) =>
      context.exceptions.end(
        call.params.id,
        call.body,
        await requesterOf(call),
      ),
  }),
  // Whoever asked may withdraw, also after the permission to ask was taken from them.
  withdrawException: command(routes.withdrawException, {
    ...exceptions,
    only: onlyUsersAct,
    audit: {
      event: 'exception-withdraw',
      severity: 'medium',
      asked: { exceptionId: ({ params }) => params.id },
      found: { exceptionId: ({ id }) => id },
      refused:
        'by somebody else than who asked, by a service, or when it does not wait any more',
    },
    handle: async (context, call) =>
      context.exceptions.withdraw(call.params.id, await requesterOf(call)),
  }),
  getWhatIf: json(routes.getWhatIf, {
    ...figures,
    handle: ({ whatIf, shares }, { query, people: seen, caller, signal }) =>
      shares.whatIf.run(caller.credentials, () =>
        whatIf.getWhatIf(query, signal, seen),
      ),
  }),
  // Whoever may try any filter can tell anybody apart by it, so that it is for who sees everybody.
  previewScope: json(routes.previewScope, {
    anyOf: [readPeople],
    people: 'everybody',
    names: ({ items }) => items.length,
    handle: ({ whatIf, shares }, { query, caller, signal }) =>
      shares.whatIf.run(caller.credentials, () =>
        whatIf.previewScope(query, signal),
      ),
  }),
  getReviews: json(routes.getReviews, {
    ...reviews,
    handle: async (context, call) =>
      context.reviews.list(call.query, await reviewReaderOf(call)),
  }),
  openReview: command(routes.openReview, {
    ...reviewing,
    audit: {
      event: 'review-open',
      severity: 'medium',
      asked: {
        scope: ({ body }) => body.scope?.kind,
        reviewers: ({ body }) => body.reviewers?.kind,
        dueOn: ({ body }) => body.dueOn,
      },
      found: {
        tenantId: ({ tenant }) => tenant,
        review: ({ number }) => number,
        items: ({ counts }) => counts.items,
      },
      refused:
        'without the permission `entra-mfa.review.conduct`, by a service, of what there is not or is not read, with wrong reviewers or a wrong day, or while another review of the same is open',
    },
    handle: async (context, call) =>
      context.reviews.open(call.body, await conductorOf(call)),
  }),
  getReview: json(routes.getReview, {
    ...reviews,
    handle: async (context, call) =>
      context.reviews.get(
        { ...call.params, ...call.query },
        await reviewReaderOf(call),
      ),
  }),
  getReviewItems: json(routes.getReviewItems, {
    ...reviews,
    names: ({ items }) => items.length,
    handle: async (context, call) =>
      context.reviews.items(
        { ...call.params, tenant: call.query.tenant },
        call.query,
        await reviewReaderOf(call),
      ),
  }),
  exportReviewItems: file(routes.exportReviewItems, {
    ...reviews,
    given: { parameter: 'names', needs: exportNames },
    audit: {
      event: 'review-export',
      asked: {
        review: ({ params }) => params.number,
        named: ({ query }) => query.names,
        format: ({ params }) => params.format,
        filter: ({ query }) => filterOf(query, reviewItemFilterSchema),
      },
      found: {
        tenantId: ({ file: { tenant } }) => tenant,
        rows: ({ rows }) => rows,
        keyId: ({ file: { keyId } }) => keyId,
      },
      refused:
        'as `people-export`, for a review of which the caller sees nobody, or for one that is open',
    },
    open: async (context, call) =>
      context.reviews.export(
        { ...call.params, tenant: call.query.tenant },
        call.query,
        await reviewReaderOf(call),
      ),
    file: reviewFile,
  }),
  decideReviewItem: command(routes.decideReviewItem, {
    ...deciding,
    audit: {
      event: 'review-decide',
      severity: 'medium',
      asked: {
        review: ({ params }) => params.number,
        objectId: ({ params }) => params.objectId,
        decision: ({ body }) => body.decision,
      },
      found: { tenantId: ({ tenant }) => tenant, decided: () => 1 },
      refused: reviewDecideRefused,
    },
    handle: async (context, call) =>
      context.reviews.decide(
        { ...call.params, ...call.query },
        call.body,
        await conductorOf(call),
      ),
  }),
  decideReviewItems: command(routes.decideReviewItems, {
    ...deciding,
    audit: {
      event: 'review-decide',
      severity: 'medium',
      asked: {
        review: ({ params }) => params.number,
        decision: ({ body }) => body.decision,
      },
      found: {
        tenantId: ({ review }) => review.tenant,
        decided: ({ decided }) => decided,
      },
      refused: reviewDecideRefused,
    },
    handle: async (context, call) =>
      context.reviews.decideMany(
        { ...call.params, ...call.query },
        call.body,
        await conductorOf(call),
      ),
  }),
  handOverReview: command(routes.handOverReview, {
    ...reviewing,
    audit: {
      event: 'review-hand-over',
      severity: 'medium',
      asked: {
        review: ({ params }) => params.number,
      },
      found: {
        tenantId: ({ review }) => review.tenant,
        given: ({ given }) => given,
      },
      refused:
        'without the permission, by a service, to who is no user or is the reviewer of before, from who has nobody left, of the other one alone, or when it is closed',
    },
    handle: async (context, call) =>
      context.reviews.handOver(
        { ...call.params, ...call.query },
        call.body,
        await conductorOf(call),
      ),
  }),
  closeReview: command(routes.closeReview, {
    ...reviewing,
    audit: {
      event: 'review-close',
      severity: 'medium',
      asked: { review: ({ params }) => params.number },
      found: {
        tenantId: ({ tenant }) => tenant,
        items: ({ counts }) => counts.items,
        open: ({ counts }) => counts.open,
      },
      refused:
        'without the permission, by a service, with people without a decision who are not accounted for, or when it is closed',
    },
    handle: async (context, call) =>
      context.reviews.close(
        { ...call.params, ...call.query },
        call.body,
        await conductorOf(call),
      ),
  }),
  // Figures of the whole tenant alone, which name nobody.
  createReviewSchedule: command(routes.createReviewSchedule, {
    ...reviewing,
    status: 201,
    audit: {
      event: 'review-schedule-create',
      severity: 'medium',
      asked: {
        scope: ({ body }) => body.scope.kind,
        reviewers: ({ body }) => body.reviewers.kind,
        every: ({ body }) => body.every,
        firstDay: ({ body }) => body.firstDay,
      },
      found: { tenantId: ({ tenant }) => tenant, schedule: ({ id }) => id },
      refused:
        'without the permission, by a service, of what there is not or is not read, or with wrong reviewers or a wrong day',
    },
    handle: (context, { body, caller }) =>
      createSchedule(context, body, userOf(caller)),
  }),
  changeReviewSchedule: command(routes.changeReviewSchedule, {
    ...reviewing,
    audit: {
      event: 'review-schedule-change',
      severity: 'medium',
      asked: {
        schedule: ({ params }) => params.id,
        changed: ({ body: { version: _, ...changed } }) =>
          Object.keys(changed).sort().join(', '),
        reviewers: ({ body }) => body.reviewers?.kind,
        every: ({ body }) => body.every,
        dueDays: ({ body }) => body.dueDays,
      },
      found: { tenantId: ({ tenant }) => tenant },
      refused:
        'without the permission, by a service, with wrong reviewers, for a schedule that does not exist or is stopped, or one that was changed since it was looked at',
    },
    handle: (context, { params, query, body, caller }) =>
      changeSchedule(context, { ...params, ...query }, body, userOf(caller)),
  }),
  stopReviewSchedule: command(routes.stopReviewSchedule, {
    ...reviewing,
    audit: {
      event: 'review-schedule-stop',
      severity: 'medium',
      asked: { schedule: ({ params }) => params.id },
      found: { tenantId: ({ tenant }) => tenant },
      refused:
        'without the permission, by a service, or for a schedule that does not exist or is stopped',
    },
    handle: (context, { params, query, caller }) =>
      stopReviews(context, { ...params, ...query }, userOf(caller)),
  }),
  getControls: json(routes.getControls, {
    anyOf: [readCompliance],
    people: 'nobody',
    handle: (context, call) => getControls(context, call.query),
  }),
  getControl: json(routes.getControl, {
    anyOf: [readCompliance],
    people: 'nobody',
    handle: (context, call) => getControl(context, call.params, call.query),
  }),
  getControlTeams: json(routes.getControlTeams, {
    ...teamControls,
    handle: (context, call) =>
      getControlTeams(context, call.params, call.query, call.people),
  }),
  getTeamControls: json(routes.getTeamControls, {
    ...teamControls,
    handle: (context, call) =>
      getTeamControls(
        context,
        stringifyEntityRef(call.params),
        call.query,
        call.people,
      ),
  }),
  // Figures alone; who prepared, approved and commented is told.
  getAssessments: json(routes.getAssessments, {
    ...assessments,
    handle: async (context, call) =>
      context.assessmentReader.list(call.query, await assessmentReaderOf(call)),
  }),
  getAssessment: json(routes.getAssessment, {
    ...assessments,
    handle: async (context, call) =>
      context.assessmentReader.get(
        { ...call.params, ...call.query },
        await assessmentReaderOf(call),
      ),
  }),
  getAssessmentBundle: archive(routes.getAssessmentBundle, {
    ...assessments,
    open: async (context, call) =>
      openAssessmentBundle(
        context,
        { ...call.params, ...call.query },
        await assessmentReaderOf(call),
      ),
    audit: {
      event: 'assessment-export',
      asked: {
        assessment: ({ params }) => params.number,
        format: () => 'zip',
      },
      found: {
        tenantId: ({ file: { tenantId } }) => tenantId,
        fingerprint: ({ file: { fingerprint } }) => fingerprint,
      },
      refused:
        'without a permission to read assessments, or for one that there is not or that is not assigned to who asks',
    },
  }),
  startAssessment: command(routes.startAssessment, {
    ...preparing,
    status: 201,
    audit: {
      event: 'assessment-start',
      severity: 'medium',
      asked: {
        from: ({ body }) => body.from,
        to: ({ body }) => body.to,
        supersedes: ({ body }) => body.supersedes,
      },
      found: assessed,
      refused:
        'without the permission `entra-mfa.assessment.prepare`, by a service, for a period that is not over or too long, for a control that there is not, or to supersede one that is not approved',
    },
    handle: async (context, call) =>
      context.assessments.start(call.body, await assessorOf(call)),
  }),
  changeAssessment: command(routes.changeAssessment, {
    ...preparing,
    audit: {
      event: 'assessment-change',
      severity: 'medium',
      asked: {
        assessment: ({ params }) => params.number,
        changed: ({ body }) => Object.keys(body).sort().join(', '),
      },
      found: assessed,
      refused:
        'without the permission, by a service, while it is in review, or (but for its auditors) once it is approved',
    },
    handle: async (context, call) =>
      context.assessments.change(
        { ...call.params, ...call.query },
        call.body,
        await assessorOf(call),
      ),
  }),
  submitAssessment: command(routes.submitAssessment, {
    ...preparing,
    audit: {
      event: 'assessment-submit',
      severity: 'medium',
      asked: { assessment: ({ params }) => params.number },
      found: {
        ...assessed,
        fingerprint: ({ fingerprint }) => fingerprint,
      },
      refused:
        'without the permission, by a service, or where it is in review or approved already',
    },
    handle: async (context, call) =>
      context.assessments.submit(
        { ...call.params, ...call.query },
        call.body,
        await assessorOf(call),
      ),
  }),
  decideAssessment: command(routes.decideAssessment, {
    anyOf: [approveAssessments],
    people: 'nobody',
    only: onlyUsers(
      `approve or return an assessment (${approveAssessments.name})`,
    ),
    audit: {
      event: 'assessment-decide',
      severity: 'high',
      asked: {
        assessment: ({ params }) => params.number,
        decision: ({ body }) => body.decision,
      },
      found: {
        ...assessed,
        fingerprint: ({ fingerprint }) => fingerprint,
      },
      refused:
        'without the permission `entra-mfa.assessment.approve`, by a service, by who prepared, changed or submitted it, by somebody of whom nobody can tell that they are not, when it is not in review, when another submission is than was looked at, or to return it without a note',
    },
    handle: async (context, call) =>
      context.assessments.decide(
        { ...call.params, ...call.query },
        call.body,
        await assessorOf(call),
      ),
  }),
  commentAssessment: command(routes.commentAssessment, {
    anyOf: [prepareAssessments, approveAssessments, auditAssessments],
    people: 'nobody',
    only: onlyUsers('comment on an assessment (entra-mfa.assessment.*)'),
    status: 201,
    audit: {
      event: 'assessment-comment',
      severity: 'low',
      asked: {
        assessment: ({ params }) => params.number,
        control: ({ body }) => body.control,
      },
      found: assessed,
      refused:
        'without one of the permissions, by a service, for one that is not assigned to the caller, or about a control that is not in it',
    },
    handle: async (context, call) =>
      context.assessments.comment(
        { ...call.params, ...call.query },
        call.body,
        await assessorOf(call),
      ),
  }),
  // The accounts are in no team that a condition could tell: who sees some people sees none of them.
  getBreakGlass: json(routes.getBreakGlass, {
    ...figures,
    names: answer =>
      answer.names === 'hidden' ? null : answer.accounts.length,
    handle: (context, call) =>
      getBreakGlass(
        context,
        call.query,
        call.people.kind === 'all' ? 'visible' : 'hidden',
      ),
  }),
  recordDrill: command(routes.recordDrill, {
    anyOf: [recordDrills],
    people: 'nobody',
    only: onlyUsers(`record a drill (${recordDrills.name})`),
    status: 201,
    audit: {
      event: 'break-glass-drill-record',
      severity: 'medium',
      asked: { tenantId: ({ params }) => params.tenant },
      refused:
        'without the permission `entra-mfa.break-glass.record`, by a service, for an object id that is not configured, or for a day in the future',
    },
    handle: (context, { params, body, caller }) =>
      recordDrill(context, params, body, userOf(caller)),
  }),
  getRuns: json(routes.getRuns, {
    anyOf: [readCounts],
    people: 'nobody',
    withheld: { needs: startSyncs, without: hideAppsOfRuns },
    handle: (context, { query }) => getRuns(context, query),
  }),
  getTenants: json(routes.getTenants, {
    anyOf: [readCounts],
    people: 'nobody',
    withheld: { needs: startSyncs, without: hideAppsOfTenants },
    handle: context => getTenants(context),
  }),
  startSync: command(routes.startSync, {
    anyOf: [startSyncs],
    people: 'nobody',
    status: 202,
    audit: {
      event: 'sync-start',
      severity: 'medium',
      asked: { tenantId: ({ params }) => params.id },
      refused:
        "without the permission `entra-mfa.sync`, for a tenant that is not configured, while a sync runs, or when the portal's scheduler fails",
    },
    async handle({ snapshots, sync }, { params }) {
      const tenant = await snapshots.tenantToActOn(params.id);
      await sync.trigger(tenant);
      return { tenant };
    },
  }),
  checkConnection: command(routes.checkConnection, {
    anyOf: [startSyncs],
    people: 'nobody',
    audit: {
      event: 'connection-check',
      severity: 'medium',
      asked: { tenantId: ({ params }) => params.id },
      found: {
        works: ({ dataSets }) =>
          dataSets.filter(({ verdict }) => verdict === 'works').length,
        dataSets: ({ dataSets }) => dataSets.length,
      },
      refused:
        'without the permission `entra-mfa.sync`, for a tenant that is not configured, or while the caller waits for another check',
    },
    handle: (context, { params, caller, signal }) =>
      context.shares.checks.run(caller.credentials, () =>
        checkConnection(context, params.id, signal),
      ),
  }),
  getHolds: json(routes.getHolds, {
    anyOf: [releaseHolds],
    people: 'nobody',
    handle: (context, { params, query }) => getHolds(context, params.id, query),
  }),
  releaseHold: command(routes.releaseHold, {
    anyOf: [releaseHolds],
    people: 'nobody',
    only: onlyUsers(`release a held figure (${releaseHolds.name})`),
    status: 202,
    audit: {
      event: 'hold-release',
      severity: 'high',
      asked: { tenantId: ({ params }) => params.id },
      refused:
        'without the permission `entra-mfa.hold.release`, by a service, when no figure is held, or when another one is held than was looked at',
    },
    handle: (context, { params, body, caller }) =>
      releaseHold(context, params.id, body, userOf(caller)),
  }),
  // A service may be narrowed too: figures of Groups and states of people are two permissions.
  getEntityStatus: json(routes.getEntityStatus, {
    ...figures,
    only: {
      principal: 'service',
      refusal:
        'Only other plugins of the portal may read the status of entities: read /v1/people instead',
    },
    handle: (context, call) => getEntityStatus(context, call.people),
  }),
  ...exportTable,
  getConnections: json(routes.getConnections, {
    anyOf: [readCounts],
    people: 'nobody',
    withheld: { needs: startSyncs, without: hideAppsOfConnections },
    handle: context => getConnections(context),
  }),
  // It says who did what, and which app reads.
  getTrail: json(routes.getTrail, {
    anyOf: [startSyncs],
    people: 'nobody',
    handle: (context, { params, query }) => getTrail(context, params.id, query),
  }),
  getBudget: json(routes.getBudget, {
    anyOf: [readCounts],
    people: 'nobody',
    handle: (context, { params }) => getBudget(context, params.id),
  }),
  // Who may see some could not be told apart from who is gone.
  getFeed: feed(routes.getFeed, {
    anyOf: [readPeople],
    people: 'everybody',
    given: { parameter: 'names', needs: exportNames },
    audit: {
      event: 'feed-export',
      asked: {
        class: ({ params }) => params.class,
        named: ({ query }) => query.names,
        format: () => 'ndjson',
        since: ({ query }) => query.since,
      },
      found: {
        tenantId: ({ file: { tenantId } }) => tenantId,
        rows: ({ rows }) => rows,
        keyId: ({ file: { keyId } }) => keyId,
        snapshot: ({ file: { next } }) => next,
      },
      refused:
        'without `entra-mfa.people.read` or under conditions, with names without `entra-mfa.people.export`, controls without `entra-mfa.compliance.read`, since a snapshot that there is not, for a date without data, or without a key',
    },
    async open(context, { params, query, caller }) {
      if (
        params.class === 'compliance-finding' &&
        !(await caller.allows(readCompliance))
      ) {
        throw new NotAllowedError(
          `Controls need the permission ${readCompliance.name}`,
        );
      }
      return openFeed(context, params.class, query);
    },
  }),
  getConnect: json(routes.getConnect, {
    anyOf: [manageConnections],
    people: 'nobody',
    handle: ({ connect }) => connect.get(),
  }),
  beginConnect: command(routes.beginConnect, {
    ...managing,
    audit: {
      event: 'connect-begin',
      severity: 'medium',
      asked: {
        asked: ({ body }) => body.tenant,
        handedOn: ({ body }) => body.handOn,
        kind: ({ body }) => body.kind,
      },
      found: { requestedTenant: ({ request }) => request.tenant },
      refused:
        'without the permission, by a service, for a tenant that does not exist or is connected already, or where `entraMfa.connect` is not set',
    },
    handle: ({ connect }, { body, caller }) =>
      connect.begin(body, userOf(caller)),
  }),
  withdrawConnect: command(routes.withdrawConnect, {
    ...managing,
    audit: {
      event: 'connect-withdraw',
      severity: 'medium',
      asked: { request: ({ params }) => params.id },
      refused:
        'without the permission, by a service, or for a request that does not exist',
    },
    handle: ({ connect }, { params }) => connect.withdraw(params.id),
  }),
  openConsentLink: page(routes.openConsentLink, {
    open: whereConnected,
    event: 'consent-link-open',
    handle: ({ connect }, { params }) => connect.openLink(params.token),
  }),
  answerConsent: page(routes.answerConsent, {
    open: whereConnected,
    event: 'consent-answer',
    handle: ({ connect }, { query }) => connect.answer(query),
  }),
  changeConnection: command(routes.changeConnection, {
    ...managing,
    audit: {
      event: 'connection-change',
      severity: 'medium',
      asked: {
        tenantId: ({ params }) => params.id,
        contact: ({ body }) => body.contact,
        switchedOff: ({ body }) => body.switchedOff,
        // Never the secret itself.
        secretChanged: ({ body }) => body.clientSecret !== undefined,
      },
      refused: connectionRefused,
    },
    handle: ({ connect }, { params, body, caller }) =>
      connect.change(params.id, body, userOf(caller)),
  }),
  disconnectTenant: command(routes.disconnectTenant, {
    ...managing,
    audit: {
      event: 'connection-disconnect',
      severity: 'high',
      asked: { tenantId: ({ params }) => params.id },
      refused: connectionRefused,
    },
    handle: ({ connect }, { params, caller }) =>
      connect.disconnect(params.id, userOf(caller)),
  }),
  getKpiPicture: picture(routes.getKpiPicture, {
    ...figures,
    open: {
      where: 'where `entraMfa.pictures` lists it',
      any: ({ pictures }) => pictures.some(({ team }) => team !== null),
      isSo: isOpenPicture,
    },
    draw: async (context, { query }, seen) =>
      drawKpi(await readKpiFacts(context, query, seen), query.show),
  }),
  getControlPicture: picture(routes.getControlPicture, {
    anyOf: [readCompliance],
    people: 'nobody',
    open: {
      where: 'where `entraMfa.pictures` lists it',
      any: ({ pictures }) => pictures.some(({ control }) => control !== null),
      isSo: isOpenControl,
    },
    draw: async (context, { query }) =>
      drawControl(await readControlFacts(context, query)),
  }),
  getStorage: json(routes.getStorage, {
    anyOf: [startSyncs],
    people: 'nobody',
    handle: context => getStorage(context),
  }),
  getSinks: json(routes.getSinks, {
    anyOf: [readCounts],
    people: 'nobody',
    handle: context => getSinks(context),
  }),
  getForgetting: json(routes.getForgetting, {
    anyOf: [forgetTenants],
    people: 'nobody',
    handle: ({ forget }, { params, caller }) =>
      forget.get(params.id, caller.userRef),
  }),
  askForgetting: command(routes.askForgetting, {
    ...forgetting,
    audit: {
      event: 'tenant-forget-ask',
      severity: 'high',
      asked: { tenantId: ({ params }) => params.id },
      refused:
        'without the permission `entra-mfa.connection.forget`, by a service, with another name than the tenant’s, while it is connected, or while it is to be forgotten already',
    },
    handle: ({ forget }, { params, body, caller }) =>
      forget.ask(params.id, body, userOf(caller)),
  }),
  approveForgetting: command(routes.approveForgetting, {
    ...forgetting,
    audit: {
      event: 'tenant-forget-approve',
      severity: 'high',
      asked: { tenantId: ({ params }) => params.id },
      found: { dueAt: ({ forgetting: found }) => found?.dueAt ?? null },
      refused:
        'without the permission, by a service, by who asked, by somebody of whom nobody can tell that they are not, or when there is nothing to approve or another request than was looked at',
    },
    handle: ({ forget }, { params, body, caller }) =>
      forget.approve(params.id, body, userOf(caller)),
  }),
  stopForgetting: command(routes.stopForgetting, {
    ...forgetting,
    audit: {
      event: 'tenant-forget-stop',
      severity: 'high',
      asked: { tenantId: ({ params }) => params.id },
      refused:
        'without the permission, by a service, when there is nothing to stop, or after it has begun',
    },
    handle: ({ forget }, { params, caller }) =>
      forget.stop(params.id, userOf(caller)),
  }),
};
