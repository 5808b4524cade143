import { isSmall } from '../../assess/smallTeams';
import type { SnapshotView } from '../../store/asOf/types';
import type { Ends } from '../../store/read/changes/changeConditions';
import { seesWholeTeam } from '../../store/read/readTeamVisibility';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { PeopleAccess, ReadContext } from '../types';

/** Whose changes are counted. */
interface Asked {
  team?: string;
  subTeams: boolean;
  person?: string;
}

/**
 * Whether the team was or is so small, or so few people changed, that the counts are for who may see the
 * names.
 *
 * @param hiddenAt - what is hidden at a snapshot, where it is asked more than once
 */
export async function areCountsHidden(
  context: Pick<ReadContext, 'knex' | 'config'>,
  ends: Ends,
  { team, subTeams, person }: Asked,
  access: PeopleAccess,
  changed: number,
  hiddenAt = (view: SnapshotView) => hiddenFrom(context, view, access),
): Promise<boolean> {
  const { knex, config } = context;
  // Of one person, only what the caller may see is counted.
  const isFew =
    person === undefined && isSmall(changed, config.smallTeams.hideBelow);
  if (access.kind === 'all') {
    return false;
  }
  if (team === undefined) {
    return isFew;
  }
  const ref = team.toLowerCase();
  if (isFew) {
    if (access.kind === 'none') {
      return true;
    }
    for (const view of [ends.from, ends.to]) {
      if (!(await seesWholeTeam(knex, view, ref, access.criteria))) {
        return true;
      }
    }
  }
  const hidden = await Promise.all([ends.from, ends.to].map(hiddenAt));
  // The own members of a team that is hidden are hidden with it, also where it has no sub-teams.
  return hidden.some(
    ({ teams, own }) => teams.has(ref) || (!subTeams && own.has(ref)),
  );
}
