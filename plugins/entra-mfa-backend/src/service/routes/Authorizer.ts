import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  entraMfaPeopleReadPermission,
  entraMfaSyncPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaPersonFilter } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { hideApps } from './hideApps';
import type { PeopleAccess } from '../types';

/** Sees everybody. */
export const everybody: PeopleAccess = { kind: 'all' };

/** Asks the portal's permissions what a caller may do and whom they may see. */
export class Authorizer {
  readonly #permissions: PermissionsService;
  readonly #toFilter: ConditionTransformer<EntraMfaPersonFilter>;

  constructor(
    permissions: PermissionsService,
    toFilter: ConditionTransformer<EntraMfaPersonFilter>,
  ) {
    this.#permissions = permissions;
    this.#toFilter = toFilter;
  }

  /** Whether the caller has the permission. */
  async allows(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  /** Throws `NotAllowedError` without the permission. */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.allows(permission, credentials))) {
      throw notAllowed(permission.name);
    }
  }

  /** An answer as the caller may read it: which app reads is for who may start a sync. */
  async withApps<Answer extends { freshness: Parameters<typeof hideApps>[0] }>(
    answer: Answer,
    who: BackstageCredentials,
  ): Promise<Answer> {
    const { freshness } = answer;
    return freshness.problems.length === 0 ||
      (await this.allows(entraMfaSyncPermission, who))
      ? answer
      : { ...answer, freshness: hideApps(freshness) };
  }

  /** Whom the caller may see; throws `NotAllowedError` where that is nobody. */
  async requirePeople(
    credentials: BackstageCredentials,
  ): Promise<PeopleAccess> {
    const access = await this.accessOf(credentials);
    if (access.kind === 'none') {
      throw notAllowed(entraMfaPeopleReadPermission.name);
    }
    return access;
  }

  /** Whom the caller may see. */
  async accessOf(credentials: BackstageCredentials): Promise<PeopleAccess> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: entraMfaPeopleReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return everybody;
      case AuthorizeResult.CONDITIONAL:
        return { kind: 'some', criteria: this.#toFilter(decision.conditions) };
      default:
        return { kind: 'none' };
    }
  }
}

function notAllowed(permission: string): NotAllowedError {
  return new NotAllowedError(
    `You need the permission ${permission}: ask an administrator of the portal`,
  );
}
