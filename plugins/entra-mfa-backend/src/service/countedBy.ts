import type { PeopleFilter } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readTeamCounts, readTenantCounts } from '../store/read/readCounts';
import { readTeam } from '../store/read/readTeam';
import {
  figureOfFilter,
  figureOfRole,
  ownFigureOfFilter,
} from './figureOfFilter';
import { roleFigures } from './roleList/roleFigures';
import type { Found } from './Snapshots';
import { hiddenFrom } from './smallTeams/hiddenFrom';
import type { PeopleAccess, ReadContext } from './types';

/**
 * How many people a filter counts, for who does not see all of them by name: the figure that other pages show
 * them, and null where none does. So nothing is counted here that would be hidden there, and nobody finds out
 * about a person by filters that only this person fits.
 */
export async function countedBy(
  context: Pick<ReadContext, 'knex' | 'config'>,
  found: Found,
  filter: PeopleFilter,
  access: PeopleAccess,
): Promise<number | null> {
  const { knex } = context;
  const { view } = found;
  if (filter.team === undefined) {
    if (filter.role && filter.role.length > 0) {
      const [id] = filter.role.map(one => one.toLowerCase());
      const roles = await roleFigures(context, found, access);
      return figureOfRole(
        filter,
        roles.find(role => role.id === id),
      );
    }
    const counts = await readTenantCounts(knex, view);
    return counts && figureOfFilter(filter, counts);
  }
  const ref = filter.team.toLowerCase();
  const hidden = await hiddenFrom(context, view, access);
  if (hidden.teams.has(ref)) {
    return null;
  }
  if (filter.subTeams) {
    const counts = await readTeamCounts(knex, view, ref);
    return counts && figureOfFilter(filter, counts);
  }
  if (hidden.own.has(ref)) {
    return null;
  }
  const team = await readTeam(knex, view, null, ref);
  return team && ownFigureOfFilter(filter, team);
}
