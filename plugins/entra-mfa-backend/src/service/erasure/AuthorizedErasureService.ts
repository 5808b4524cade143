import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { entraMfaPersonErasePermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../routes/Authorizer';
import type { EraseBody, ErasedParams, ErasureService } from './types';

/** Asks the portal's permissions first. Whom to forget is a person's decision, so only a user may. */
export class AuthorizedErasureService implements ErasureService {
  readonly #inner: ErasureService<string>;
  readonly #auth: AuthService;
  readonly #authorizer: Authorizer;

  constructor(options: {
    inner: ErasureService<string>;
    auth: AuthService;
    authorizer: Authorizer;
  }) {
    this.#inner = options.inner;
    this.#auth = options.auth;
    this.#authorizer = options.authorizer;
  }

  async erase(
    person: ErasedParams,
    body: EraseBody,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaPersonErasePermission, who);
    if (!this.#auth.isPrincipal(who, 'user')) {
      throw new NotAllowedError(
        'Only a user can erase a person (entra-mfa.person.erase): sign in to the portal',
      );
    }
    return this.#inner.erase(person, body, who.principal.userEntityRef);
  }
}
