import {
  hiddenTeams,
  type HiddenTeams,
  type TeamSize,
} from '../../assess/smallTeams';
import { readTeamsSeen } from '../../store/read/readTeamsSeen';
import type { SnapshotView } from '../../store/asOf/types';
import type { PeopleAccess, ReadContext } from '../types';
import { teamSizes } from './teamSizes';

const nothing: HiddenTeams = { teams: new Set(), own: new Set() };

/**
 * The teams whose figures the caller is not shown, as of a snapshot, because they are small and the
 * caller does not see the names: the one place that decides it, for every answer that counts teams.
 * What to do with it is in `hideFigures`.
 */
export async function hiddenFrom(
  context: Pick<ReadContext, 'knex' | 'config'>,
  view: SnapshotView,
  access: PeopleAccess,
): Promise<HiddenTeams> {
  // Who sees everybody needs no sizes.
  if (context.config.smallTeams.hideBelow === 0 || access.kind === 'all') {
    return nothing;
  }
  return hiddenAmong(
    context,
    view,
    access,
    await teamSizes(context.knex, view),
  );
}

/** The same where a figure is about fewer people of each team than are in scope. */
export async function hiddenAmong(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  view: SnapshotView,
  access: PeopleAccess,
  sizes: readonly TeamSize[],
): Promise<HiddenTeams> {
  const { hideBelow } = config.smallTeams;
  if (hideBelow === 0 || access.kind === 'all') {
    return nothing;
  }
  const seen = new Set<string>();
  const hide = () => hiddenTeams(sizes, hideBelow, ref => seen.has(ref));
  let hidden = hide();
  if (access.kind === 'none') {
    return hidden;
  }
  // Only of teams that would be hidden it matters whether the caller sees them; others take their
  // place then, so it is asked again until no new ones come.
  const asked = new Set<string>();
  for (;;) {
    const unasked = [...hidden.teams, ...hidden.own].filter(
      ref => !asked.has(ref),
    );
    if (unasked.length === 0) {
      return hidden;
    }
    unasked.forEach(ref => asked.add(ref));
    const found = await readTeamsSeen(knex, view, unasked, access.criteria);
    if (found.length === 0) {
      return hidden;
    }
    found.forEach(ref => seen.add(ref));
    hidden = hide();
  }
}
