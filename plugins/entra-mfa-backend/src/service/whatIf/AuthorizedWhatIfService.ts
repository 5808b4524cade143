import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { entraMfaCountsReadPermission } from 'backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../Authorizer';
import type { PeopleAccess } from '../types';
import type { WhatIfQuestion, WhatIfService } from './types';

/** Asks the portal's permissions first: what would be names nobody, as what is. */
export class AuthorizedWhatIfService implements WhatIfService {
  readonly #inner: WhatIfService<PeopleAccess>;
  readonly #authorizer: Authorizer;

  constructor(options: {
    inner: WhatIfService<PeopleAccess>;
    authorizer: Authorizer;
  }) {
    this.#inner = options.inner;
    this.#authorizer = options.authorizer;
  }

  async getWhatIf(
    query: WhatIfQuestion,
    signal: AbortSignal,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    const access = await this.#authorizer.accessOf(who);
    return this.#inner.getWhatIf(query, signal, access);
  }
}
