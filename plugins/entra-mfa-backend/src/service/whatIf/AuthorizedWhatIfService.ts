import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { entraMfaCountsReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../routes/Authorizer';
import { Shares } from '../routes/Shares';
import type { PeopleAccess } from '../types';
import type { WhatIfQuestion, WhatIfService } from './types';

/** Everybody is judged for each, one after the other: the last in this queue waits long enough. */
const MOST = { each: 3, all: 12 };

/** Asks the portal's permissions first: what would be names nobody, as what is. */
export class AuthorizedWhatIfService implements WhatIfService {
  readonly #inner: WhatIfService<PeopleAccess>;
  readonly #authorizer: Authorizer;
  readonly #shares = new Shares('what-ifs', MOST);

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
    return this.#shares.run(who, async () =>
      this.#inner.getWhatIf(
        query,
        signal,
        await this.#authorizer.accessOf(who),
      ),
    );
  }
}
