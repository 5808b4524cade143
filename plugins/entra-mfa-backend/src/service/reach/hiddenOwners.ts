import { inferableOwnerSets } from '../../assess/owners/inferableOwnerSets';
import type { TeamSize } from '../../assess/smallTeams';
import { readSharedSets } from '../../store/read/reach/readSharedSets';
import type { HiddenOwners } from '../../store/read/reach/readServices';
import type { SnapshotView } from '../../store/asOf/types';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import { memoizeBySnapshot } from '../smallTeams/memoizeBySnapshot';
import { teamSizes } from '../smallTeams/teamSizes';
import type { PeopleAccess, ReadContext } from '../types';

const sharedSets = memoizeBySnapshot(readSharedSets);

/** Whose figures must not be told, nor shown by the order of a list; null where all may be. */
export async function hiddenOwners(
  context: ReadContext,
  view: SnapshotView,
  access: PeopleAccess,
): Promise<HiddenOwners | null> {
  const { knex, config } = context;
  const { hideBelow } = config.smallTeams;
  if (access.kind === 'all' || hideBelow === 0) {
    return null;
  }
  const [{ teams }, sizes, sets] = await Promise.all([
    hiddenFrom(context, view, access),
    teamSizes(knex, view),
    sharedSets(knex, view),
  ]);
  return {
    below: hideBelow,
    teams,
    sets: inferableOwnerSets(sets, hideBelow, treeOf(sizes)),
  };
}

function treeOf(sizes: readonly TeamSize[]) {
  const byRef = new Map(sizes.map(size => [size.ref, size]));
  const above = (ref: string): string[] => {
    const parentRef = byRef.get(ref)?.parentRef ?? null;
    return parentRef === null ? [] : [parentRef, ...above(parentRef)];
  };
  return { sizeOf: (ref: string) => byRef.get(ref)?.inScope, above };
}
