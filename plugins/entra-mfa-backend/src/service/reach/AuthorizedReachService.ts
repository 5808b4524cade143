import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { entraMfaCountsReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Authorizer } from '../routes/Authorizer';
import type { PeopleAccess, QueryOf } from '../types';
import type { ReachService } from './types';

/** Asks the portal's permissions first. What one person reaches is for who may see that person. */
export class AuthorizedReachService implements ReachService {
  constructor(
    private readonly inner: ReachService<PeopleAccess>,
    private readonly authorizer: Authorizer,
  ) {}

  async getServices(query: QueryOf<'getServices'>, who: BackstageCredentials) {
    const access = await this.#accessToCounts(who);
    const answer = await this.inner.getServices(query, access);
    return this.authorizer.withApps(answer, who);
  }

  async getTeamServices(
    ref: string,
    query: QueryOf<'getTeamServices'>,
    who: BackstageCredentials,
  ) {
    const access = await this.#accessToCounts(who);
    const answer = await this.inner.getTeamServices(ref, query, access);
    return this.authorizer.withApps(answer, who);
  }

  async getPersonServices(
    person: { tenant: string; id: string },
    query: QueryOf<'getPersonServices'>,
    who: BackstageCredentials,
  ) {
    const access = await this.authorizer.requirePeople(who);
    const answer = await this.inner.getPersonServices(person, query, access);
    return this.authorizer.withApps(answer, who);
  }

  async getEntityOwners(
    ref: string,
    query: QueryOf<'getEntityOwners'>,
    who: BackstageCredentials,
  ) {
    const access = await this.#accessToCounts(who);
    const answer = await this.inner.getEntityOwners(ref, query, access);
    return this.authorizer.withApps(answer, who);
  }

  async #accessToCounts(who: BackstageCredentials): Promise<PeopleAccess> {
    await this.authorizer.require(entraMfaCountsReadPermission, who);
    return this.authorizer.accessOf(who);
  }
}
