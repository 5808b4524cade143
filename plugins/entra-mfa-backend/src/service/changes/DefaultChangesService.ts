import type { PeopleAccess, QueryOf } from '../types';
import { getChanges, type ChangesContext } from './getChanges';
import type { ChangesService } from './types';

/** Answers from the store. It trusts the access that it is given: see AuthorizedChangesService. */
export class DefaultChangesService implements ChangesService<PeopleAccess> {
  constructor(private readonly context: ChangesContext) {}

  getChanges(query: QueryOf<'getChanges'>, access: PeopleAccess) {
    return getChanges(this.context, query, access);
  }
}
