import type { PeopleAccess, QueryOf } from '../types';
import { getEntityOwners } from './getEntityOwners';
import { getPersonServices } from './getPersonServices';
import { getServices } from './getServices';
import { getTeamServices } from './getTeamServices';
import type { ReachContext, ReachService } from './types';

/** Answers from the store. It trusts the access that it is given: see AuthorizedReachService. */
export class DefaultReachService implements ReachService<PeopleAccess> {
  constructor(private readonly context: ReachContext) {}

  getServices(query: QueryOf<'getServices'>, access: PeopleAccess) {
    return getServices(this.context, query, access);
  }

  getTeamServices(
    ref: string,
    query: QueryOf<'getTeamServices'>,
    access: PeopleAccess,
  ) {
    return getTeamServices(this.context, ref, query, access);
  }

  getPersonServices(
    person: { tenant: string; id: string },
    query: QueryOf<'getPersonServices'>,
    access: PeopleAccess,
  ) {
    return getPersonServices(this.context, person, query, access);
  }

  getEntityOwners(
    ref: string,
    query: QueryOf<'getEntityOwners'>,
    access: PeopleAccess,
  ) {
    return getEntityOwners(this.context, ref, query, access);
  }
}
