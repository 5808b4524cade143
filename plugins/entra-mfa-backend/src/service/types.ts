import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  EntityStatus,
  Overview,
  People,
  PersonDetail,
  RoleList,
  routes,
  Runs,
  SyncAccepted,
  Team,
  Teams,
  Tenants,
  Unmatched,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { EntraMfaConfig } from '../config/types';
import type { PersonCriteria } from '../store/read/personFilter';
import type { SyncService } from '../sync/types';
import type { PeopleExport } from './exports/types';
import type { Snapshots } from './Snapshots';

/** The checked query of a route. */
export type QueryOf<N extends keyof typeof routes> = z.output<
  (typeof routes)[N]['query']
>;

/** Which people a caller may see by name. */
export type PeopleAccess =
  | { kind: 'all' }
  | { kind: 'some'; criteria: PersonCriteria }
  | { kind: 'none' };

/** The status of entities, read only where its version is not the one that the caller holds. */
export interface EntityStatusAnswer {
  version: string;
  read(): Promise<EntityStatus>;
}

/**
 * What the API answers. `Who` says for whom: the wrapper that authorises takes a caller's
 * credentials, and what it wraps takes the access that follows from them.
 */
export interface EntraMfaService<Who = BackstageCredentials> {
  getOverview(query: QueryOf<'getOverview'>, who: Who): Promise<Overview>;
  getTeams(query: QueryOf<'getTeams'>, who: Who): Promise<Teams>;
  getTeam(ref: string, query: QueryOf<'getTeam'>, who: Who): Promise<Team>;
  getPeople(query: QueryOf<'getPeople'>, who: Who): Promise<People>;
  /** Every person of the filter, batch by batch; limit and cursor are not looked at. */
  exportPeople(query: QueryOf<'getPeople'>, who: Who): Promise<PeopleExport>;
  getPerson(
    person: { tenant: string; id: string },
    query: QueryOf<'getPerson'>,
    who: Who,
  ): Promise<PersonDetail>;
  getRoles(query: QueryOf<'getRoles'>, who: Who): Promise<RoleList>;
  getUnmatched(query: QueryOf<'getUnmatched'>, who: Who): Promise<Unmatched>;
  getRuns(query: QueryOf<'getRuns'>, who: Who): Promise<Runs>;
  getTenants(who: Who): Promise<Tenants>;
  startSync(tenantId: string, who: Who): Promise<SyncAccepted>;
  getEntityStatus(who: Who): Promise<EntityStatusAnswer>;
}

/** What every read needs. */
export interface ReadContext {
  knex: Knex;
  config: EntraMfaConfig;
  clock: EntraMfaClock;
  sync: SyncService;
  snapshots: Snapshots;
}
