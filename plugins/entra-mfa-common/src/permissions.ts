import { createPermission } from '@backstage/plugin-permission-common';

/** The permission resource type of an assessed person. @public */
export const RESOURCE_TYPE_ENTRA_MFA_PERSON = 'entra-mfa-person';

/** Read figures that name nobody: the overview, teams, runs and tenants. @public */
export const entraMfaCountsReadPermission = createPermission({
  name: 'entra-mfa.counts.read',
  attributes: { action: 'read' },
});

/** Read controls: their statuses, and the figures of the tenant that they rest on. Names nobody. @public */
export const entraMfaComplianceReadPermission = createPermission({
  name: 'entra-mfa.compliance.read',
  attributes: { action: 'read' },
});

/** Prepare assessments: start, change and submit them, and say which auditors may read them. @public */
export const entraMfaAssessmentPreparePermission = createPermission({
  name: 'entra-mfa.assessment.prepare',
  attributes: { action: 'update' },
});

/** Approve and return assessments that others have prepared. @public */
export const entraMfaAssessmentApprovePermission = createPermission({
  name: 'entra-mfa.assessment.approve',
  attributes: { action: 'update' },
});

/** Read the assessments that one is assigned to as an auditor, and comment on them; nothing else. @public */
export const entraMfaAssessmentAuditPermission = createPermission({
  name: 'entra-mfa.assessment.audit',
  attributes: { action: 'read' },
});

/** Read people by name. Conditional: a policy can narrow it to oneself or to one's teams. @public */
export const entraMfaPeopleReadPermission = createPermission({
  name: 'entra-mfa.people.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ENTRA_MFA_PERSON,
});

/** Export people with their names to a file; without it, exports are pseudonymous. @public */
export const entraMfaPeopleExportPermission = createPermission({
  name: 'entra-mfa.people.export',
  attributes: { action: 'read' },
});

/** Connect tenants in the portal, change and end such connections. @public */
export const entraMfaConnectionManagePermission = createPermission({
  name: 'entra-mfa.connection.manage',
  attributes: { action: 'update' },
});

/** Ask that everything of a disconnected tenant is forgotten, approve what another asked for, and stop it. @public */
export const entraMfaConnectionForgetPermission = createPermission({
  name: 'entra-mfa.connection.forget',
  attributes: { action: 'delete' },
});

/** Start a sync by hand. @public */
export const entraMfaSyncPermission = createPermission({
  name: 'entra-mfa.sync',
  attributes: { action: 'update' },
});

/** Ask for an exception. @public */
export const entraMfaExceptionRequestPermission = createPermission({
  name: 'entra-mfa.exception.request',
  attributes: { action: 'create' },
});

/** Approve, refuse and end exceptions that others have asked for. @public */
export const entraMfaExceptionDecidePermission = createPermission({
  name: 'entra-mfa.exception.decide',
  attributes: { action: 'update' },
});

/** Release a figure that is held after a sudden fall. @public */
export const entraMfaHoldReleasePermission = createPermission({
  name: 'entra-mfa.hold.release',
  attributes: { action: 'update' },
});

/** Open, decide and close access reviews. Who may sees everybody on their lists. @public */
export const entraMfaReviewConductPermission = createPermission({
  name: 'entra-mfa.review.conduct',
  attributes: { action: 'update' },
});

/** Make, start and stop campaigns of reminders. @public */
export const entraMfaRemindersManagePermission = createPermission({
  name: 'entra-mfa.reminders.manage',
  attributes: { action: 'update' },
});

/** Say why something goes on though a team is not known to meet its target. @public */
export const entraMfaTargetOverridePermission = createPermission({
  name: 'entra-mfa.target.override',
  attributes: { action: 'update' },
});

/** Record that a break-glass account was tried. @public */
export const entraMfaBreakGlassRecordPermission = createPermission({
  name: 'entra-mfa.break-glass.record',
  attributes: { action: 'create' },
});

/** Erase a person who must be forgotten from everything that is kept. @public */
export const entraMfaPersonErasePermission = createPermission({
  name: 'entra-mfa.person.erase',
  attributes: { action: 'delete' },
});

/** Every permission of the plugin. @public */
export const entraMfaPermissions = [
  entraMfaCountsReadPermission,
  entraMfaComplianceReadPermission,
  entraMfaAssessmentPreparePermission,
  entraMfaAssessmentApprovePermission,
  entraMfaAssessmentAuditPermission,
  entraMfaPeopleReadPermission,
  entraMfaPeopleExportPermission,
  entraMfaConnectionManagePermission,
  entraMfaConnectionForgetPermission,
  entraMfaSyncPermission,
  entraMfaHoldReleasePermission,
  entraMfaExceptionRequestPermission,
  entraMfaExceptionDecidePermission,
  entraMfaReviewConductPermission,
  entraMfaRemindersManagePermission,
  entraMfaTargetOverridePermission,
  entraMfaBreakGlassRecordPermission,
  entraMfaPersonErasePermission,
];
