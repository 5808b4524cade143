import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  entraMfaAssessmentApprovePermission,
  entraMfaAssessmentAuditPermission,
  entraMfaAssessmentPreparePermission,
  entraMfaBreakGlassRecordPermission,
  entraMfaComplianceReadPermission,
  entraMfaConnectionForgetPermission,
  entraMfaConnectionManagePermission,
  entraMfaExceptionDecidePermission,
  entraMfaExceptionRequestPermission,
  entraMfaHoldReleasePermission,
  entraMfaPeopleExportPermission,
  entraMfaPeopleReadPermission,
  entraMfaRemindersManagePermission,
  entraMfaReviewConductPermission,
  entraMfaSyncPermission,
  entraMfaTargetOverridePermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  createEntraMfaPersonConditionalDecision,
  entraMfaPersonConditions,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { userOf } from '../callers';

const allow = { result: AuthorizeResult.ALLOW } as const;
const deny = { result: AuthorizeResult.DENY } as const;

const ledBy = (user: string) =>
  createEntraMfaPersonConditionalDecision(
    entraMfaPeopleReadPermission,
    entraMfaPersonConditions.isLedBy({ userRefs: [user] }),
  );

/** Whom somebody sees by name; who is not in it sees everybody. */
const people: Record<string, PolicyDecision> = {
  [userOf.lead]: createEntraMfaPersonConditionalDecision(
    entraMfaPeopleReadPermission,
    entraMfaPersonConditions.inTeams({ teamRefs: ['group:default/payments'] }),
  ),
  [userOf.owner]: ledBy(userOf.owner),
  [userOf.attacker]: ledBy(userOf.attacker),
  [userOf.self]: createEntraMfaPersonConditionalDecision(
    entraMfaPeopleReadPermission,
    entraMfaPersonConditions.isSelf({ userRefs: [userOf.self] }),
  ),
  [userOf.countsOnly]: deny,
  [userOf.nobody]: deny,
};

const conducting: readonly string[] = [
  entraMfaAssessmentApprovePermission.name,
  entraMfaAssessmentAuditPermission.name,
  entraMfaAssessmentPreparePermission.name,
  entraMfaBreakGlassRecordPermission.name,
  entraMfaComplianceReadPermission.name,
  entraMfaConnectionForgetPermission.name,
  entraMfaConnectionManagePermission.name,
  entraMfaExceptionDecidePermission.name,
  entraMfaSyncPermission.name,
  entraMfaHoldReleasePermission.name,
  entraMfaPeopleExportPermission.name,
  entraMfaRemindersManagePermission.name,
  entraMfaReviewConductPermission.name,
  entraMfaTargetOverridePermission.name,
];

function mayDo(user: string, permission: string): boolean {
  if (user === userOf.nobody) {
    return false;
  }
  if (user === userOf.countsOnly) {
    return (
      !conducting.includes(permission) &&
      permission !== entraMfaExceptionRequestPermission.name
    );
  }
  return !(user in people) || !conducting.includes(permission);
}

const userIn = ({ principal }: BackstageCredentials) =>
  (principal as { userEntityRef?: string }).userEntityRef ?? '';

/** The policy of the attacked portal. */
export const attackedPermissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async (requests, options) => {
      const user = userIn(options.credentials);
      return requests.map(({ permission }) =>
        mayDo(user, permission.name) ? allow : deny,
      );
    },
    authorizeConditional: async (requests, options) => {
      const decision = people[userIn(options.credentials)] ?? allow;
      return requests.map(() => decision);
    },
  }),
});
