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

/**
 * Security sees everybody by name, runs syncs, decides and exports; everyone else sees themselves,
 * the people of the teams that they lead, and counts of all, and may ask for exceptions.
 * Whatever is not of this plugin is open, as in the stock portal.
 */
export class PortalPolicy implements PermissionPolicy {
  readonly #security: ReadonlySet<string>;

  /** @param security - entity refs of the groups and users that are security */
  constructor(security: readonly string[]) {
    this.#security = new Set(
      security.map(ref => ref.toLocaleLowerCase('en-US')),
    );
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
    const isOurs = entraMfaPermissions.some(
      ({ name }) => name === permission.name,
    );
    return {
      result:
        isOurs && !forEverybody.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    };
  }
}
