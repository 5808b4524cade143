import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import { entraMfaPeopleReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaPersonFilter } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { PeopleAccess } from '../types';

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

  /** Whom the caller may see. */
  async accessOf(credentials: BackstageCredentials): Promise<PeopleAccess> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: entraMfaPeopleReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { kind: 'all' };
      case AuthorizeResult.CONDITIONAL:
        return { kind: 'some', criteria: this.#toFilter(decision.conditions) };
      default:
        return { kind: 'none' };
    }
  }
}
