import { exportPeople } from './exports/exportPeople';
import { getPeople } from './getPeople';
import { getEntityStatus } from './getEntityStatus';
import { getOverview } from './getOverview';
import { getPerson } from './getPerson';
import { getRuns } from './getRuns';
import { getTeam } from './getTeam';
import { getTeams } from './getTeams';
import { getTenants } from './getTenants';
import { getUnmatched } from './getUnmatched';
import { getRoles } from './roleList/getRoles';
import { Snapshots } from './Snapshots';
import type {
  EntraMfaService,
  PeopleAccess,
  QueryOf,
  ReadContext,
} from './types';

/** Answers from the store. It trusts the access that it is given: see AuthorizedEntraMfaService. */
export class DefaultEntraMfaService implements EntraMfaService<PeopleAccess> {
  readonly #context: ReadContext;

  constructor(options: Omit<ReadContext, 'snapshots'>) {
    const { knex, clock, config } = options;
    const tenantIds = config.tenants.map(({ tenantId }) => tenantId);
    this.#context = {
      ...options,
      snapshots: new Snapshots(knex, clock, tenantIds),
    };
  }

  getOverview(query: QueryOf<'getOverview'>) {
    return getOverview(this.#context, query);
  }

  getTeams(query: QueryOf<'getTeams'>, access: PeopleAccess) {
    return getTeams(this.#context, query, access);
  }

  getTeam(ref: string, query: QueryOf<'getTeam'>, access: PeopleAccess) {
    return getTeam(this.#context, ref, query, access);
  }

  getPeople(query: QueryOf<'getPeople'>, access: PeopleAccess) {
    return getPeople(this.#context, query, access);
  }

  exportPeople(query: QueryOf<'getPeople'>, access: PeopleAccess) {
    return exportPeople(this.#context, query, access);
  }

  getPerson(
    person: { tenant: string; id: string },
    query: QueryOf<'getPerson'>,
    access: PeopleAccess,
  ) {
    return getPerson(this.#context, person, query, access);
  }

  getRoles(query: QueryOf<'getRoles'>, access: PeopleAccess) {
    return getRoles(this.#context, query, access);
  }

  getUnmatched(query: QueryOf<'getUnmatched'>) {
    return getUnmatched(this.#context, query);
  }

  getRuns(query: QueryOf<'getRuns'>) {
    return getRuns(this.#context, query);
  }

  getTenants() {
    return getTenants(this.#context);
  }

  async startSync(tenantId: string) {
    const tenant = tenantId.toLowerCase();
    await this.#context.sync.trigger(tenant);
    return { tenant };
  }

  getEntityStatus(access: PeopleAccess) {
    return getEntityStatus(this.#context, access);
  }
}
