import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { entraMfaCountsReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../routes/Authorizer';
import type { PeopleAccess, QueryOf } from '../types';
import type { ChangesService } from './types';

/** Asks the portal's permissions first. One person's changes are for who may see that person. */
export class AuthorizedChangesService implements ChangesService {
  constructor(
    private readonly inner: ChangesService<PeopleAccess>,
    private readonly authorizer: Authorizer,
  ) {}

  async getChanges(query: QueryOf<'getChanges'>, who: BackstageCredentials) {
    await this.authorizer.require(entraMfaCountsReadPermission, who);
    const access = query.person
      ? await this.authorizer.requirePeople(who)
      : await this.authorizer.accessOf(who);
    return this.inner.getChanges(query, access);
  }
}
