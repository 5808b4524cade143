import {
  AuthorizeResult,
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  entraMfaAssessmentAuditPermission,
  entraMfaCountsReadPermission,
  entraMfaExceptionRequestPermission,
  entraMfaPeopleReadPermission,
  entraMfaPermissions,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  createEntraMfaPersonConditionalDecision,
  entraMfaPersonConditions,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** What everybody may do; all else that the plugin asks for is for security. */
const forEverybody: readonly string[] = [
  entraMfaCountsReadPermission.name,
  entraMfaExceptionRequestPermission.name,
];

const lowerCase = (refs: readonly string[]) =>
  new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')));

const isOurs = (permission: string) =>
  entraMfaPermissions.some(({ name }) => name === permission);

/**
 * Security sees everybody by name, runs syncs, decides and exports; who audits sees the assessments that are assigned to
 * them and no figures; everyone else sees themselves,
 * the people of the teams that they lead, and counts of all, and may ask for exceptions.
 * Whatever is not of this plugin is open, as in the stock portal.
 */
export class PortalPolicy implements PermissionPolicy {
  readonly #security: ReadonlySet<string>;
  readonly #auditors: ReadonlySet<string>;

  /**
   * @param security - entity refs of the groups and users that are security
   * @param auditors - those of who audits, and sees no figures
   */
  constructor(security: readonly string[], auditors: readonly string[] = []) {
    this.#security = lowerCase(security);
    this.#auditors = lowerCase(auditors);
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const refs = user
      ? [user.info.userEntityRef, ...user.info.ownershipEntityRefs]
      : [];
    if (refs.some(ref => this.#security.has(ref))) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (refs.some(ref => this.#auditors.has(ref))) {
      return {
        result:
          isOurs(permission.name) &&
          !isPermission(permission, entraMfaAssessmentAuditPermission)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      };
    }
    if (isPermission(permission, entraMfaPeopleReadPermission)) {
      return user
        ? createEntraMfaPersonConditionalDecision(permission, {
            anyOf: [
              entraMfaPersonConditions.isSelf({
                userRefs: [user.info.userEntityRef],
              }),
              entraMfaPersonConditions.isLedBy({
                userRefs: [...new Set(refs)],
              }),
            ],
          })
        : { result: AuthorizeResult.DENY };
    }
    return {
      result:
        isOurs(permission.name) && !forEverybody.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    };
  }
}
