import { isSmall } from '../../assess/smallTeams';
import type { TeamWeek } from '../../store/read/readTeamWeeks';
import { readTeamsSeen } from '../../store/read/readTeamsSeen';
import type { TeamListRow } from '../../store/read/readTeamsBefore';
import type { SnapshotView } from '../../store/asOf/types';
import type { PeopleAccess, ReadContext } from '../types';

/**
 * Of a list of teams, those whose past is shown with the days on which they were small, because the
 * caller sees the names of all their people. Only of teams that were small is it asked.
 */
export async function withNamesSeen(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  view: SnapshotView,
  access: PeopleAccess,
  {
    rows,
    weeks,
  }: {
    rows: readonly TeamListRow[];
    weeks: ReadonlyMap<string, readonly TeamWeek[]>;
  },
): Promise<ReadonlySet<string>> {
  const refs = rows.map(({ ref }) => ref);
  if (access.kind !== 'some') {
    return new Set(access.kind === 'all' ? refs : []);
  }
  const small = (people: number | null) =>
    isSmall(people ?? 0, config.smallTeams.hideBelow);
  const asked = rows.filter(
    ({ ref, inScopeBefore }) =>
      small(inScopeBefore) ||
      weeks.get(ref)?.some(({ inScope }) => small(inScope)),
  );
  return new Set(
    asked.length === 0
      ? []
      : await readTeamsSeen(
          knex,
          view,
          asked.map(({ ref }) => ref),
          access.criteria,
        ),
  );
}
