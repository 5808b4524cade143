import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { entraMfaHoldReleasePermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../routes/Authorizer';
import type { QueryOf } from '../types';
import type { HoldService, ReleaseBody } from './types';

/** Asks the portal's permissions first. A release is a person's decision, so only a user may. */
export class AuthorizedHoldService implements HoldService {
  readonly #inner: HoldService<string>;
  readonly #auth: AuthService;
  readonly #authorizer: Authorizer;

  constructor(options: {
    inner: HoldService<string>;
    auth: AuthService;
    authorizer: Authorizer;
  }) {
    this.#inner = options.inner;
    this.#auth = options.auth;
    this.#authorizer = options.authorizer;
  }

  /** Who released and why is for those who may release. */
  async getHolds(
    tenantId: string,
    query: QueryOf<'getHolds'>,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaHoldReleasePermission, who);
    return this.#inner.getHolds(tenantId, query, '');
  }

  async release(
    tenantId: string,
    body: ReleaseBody,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaHoldReleasePermission, who);
    if (!this.#auth.isPrincipal(who, 'user')) {
      throw new NotAllowedError(
        'Only a user can release a held figure (entra-mfa.hold.release): sign in to the portal',
      );
    }
    return this.#inner.release(tenantId, body, who.principal.userEntityRef);
  }
}
