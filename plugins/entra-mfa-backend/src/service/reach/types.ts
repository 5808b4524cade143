import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  EntityOwners,
  PersonServices,
  Services,
  TeamServices,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { QueryOf, ReadContext } from '../types';

/** What people reach through ownership, and who owns what. `Who` says for whom: see EntraMfaService. */
export interface ReachService<Who = BackstageCredentials> {
  getServices(query: QueryOf<'getServices'>, who: Who): Promise<Services>;
  getTeamServices(
    ref: string,
    query: QueryOf<'getTeamServices'>,
    who: Who,
  ): Promise<TeamServices>;
  getPersonServices(
    person: { tenant: string; id: string },
    query: QueryOf<'getPersonServices'>,
    who: Who,
  ): Promise<PersonServices>;
  getEntityOwners(
    ref: string,
    query: QueryOf<'getEntityOwners'>,
    who: Who,
  ): Promise<EntityOwners>;
}

/** What reading reach needs. */
export type ReachContext = ReadContext;
