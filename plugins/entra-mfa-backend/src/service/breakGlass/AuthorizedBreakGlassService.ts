import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  entraMfaBreakGlassRecordPermission,
  entraMfaCountsReadPermission,
  type RecordDrillBody,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../routes/Authorizer';
import type { QueryOf } from '../types';
import type {
  AccountOf,
  BreakGlassService,
  TrustingBreakGlassService,
} from './types';

/** Asks the portal's permissions first. That a drill was held is a person's word, so only a user may. */
export class AuthorizedBreakGlassService implements BreakGlassService {
  readonly #inner: TrustingBreakGlassService;
  readonly #auth: AuthService;
  readonly #authorizer: Authorizer;

  constructor(options: {
    inner: TrustingBreakGlassService;
    auth: AuthService;
    authorizer: Authorizer;
  }) {
    this.#inner = options.inner;
    this.#auth = options.auth;
    this.#authorizer = options.authorizer;
  }

  /** The accounts are in no team that a condition could tell: who sees some people sees none of them. */
  async getBreakGlass(
    query: QueryOf<'getBreakGlass'>,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    const { kind } = await this.#authorizer.accessOf(who);
    return this.#inner.getBreakGlass(
      query,
      kind === 'all' ? 'visible' : 'hidden',
    );
  }

  async recordDrill(
    account: AccountOf,
    body: RecordDrillBody,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaBreakGlassRecordPermission, who);
    if (!this.#auth.isPrincipal(who, 'user')) {
      throw new NotAllowedError(
        'Only a user can record a drill (entra-mfa.break-glass.record): sign in to the portal',
      );
    }
    return this.#inner.recordDrill(account, body, who.principal.userEntityRef);
  }
}
