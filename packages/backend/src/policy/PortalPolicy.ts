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
  entraMfaPeopleReadPermission,
  entraMfaSyncPermission,
} from 'backstage-plugin-entra-mfa-common';
import {
  createEntraMfaPersonConditionalDecision,
  entraMfaPersonConditions,
} from 'backstage-plugin-entra-mfa-node';

/**
 * Security sees everybody by name and may start a sync; everyone else sees themselves and the people
 * of their own teams, and counts of all. Whatever is not about people is open, as in the stock portal.
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
              entraMfaPersonConditions.inTeams({
                teamRefs: user.info.ownershipEntityRefs,
              }),
            ],
          })
        : { result: AuthorizeResult.DENY };
    }
    return {
      result: isPermission(permission, entraMfaSyncPermission)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    };
  }
}
