import { NotFoundError } from '@backstage/errors';
import type { TeamServices } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readTeam } from '../../store/read/readTeam';
import { toSnapshotRef } from '../figures';
import { readFreshness } from '../readFreshness';
import { readTenantRefs } from '../readTenantRefs';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { readReachedPage, servicesPlace } from './readServicesPage';

/** What a team owns with its sub-teams, and what it reaches through the teams above it. */
export async function getTeamServices(
  context: ReadContext,
  teamRef: string,
  query: QueryOf<'getTeamServices'>,
  access: PeopleAccess,
): Promise<TeamServices> {
  const { knex, snapshots } = context;
  const tenants = await readTenantRefs(context);
  const asOf = { ...query, snapshot: servicesPlace(query)?.snapshot };
  return snapshots.readPublished(asOf, async ({ snapshot, view }) => {
    if (!(await readTeam(knex, view, null, teamRef))) {
      throw new NotFoundError(
        `The catalog had no group ${teamRef} when it was read at ${snapshot.at.toISOString()}`,
      );
    }
    const [freshness, page] = await Promise.all([
      readFreshness(context, view.tenantId, snapshot, query.at),
      readReachedPage(context, view, { query, access, reacher: { teamRef } }),
    ]);
    return {
      tenant: tenants.find(({ id }) => id === view.tenantId)!,
      snapshot: toSnapshotRef(snapshot),
      freshness,
      ...page,
    };
  });
}
