import { isSmall } from '../../assess/smallTeams';
import type { TeamListRow } from '../../store/read/readTeamsBefore';
import type { PeopleAccess, ReadContext } from '../types';

type Settings = Pick<ReadContext, 'config'>;

/** The days of a team's history on which it was large enough to be shown to who may not see names. */
export function withoutSmallDays<Day extends { inScope: number }>(
  { config }: Settings,
  series: readonly Day[],
): Day[] {
  return series.filter(
    ({ inScope }) => !isSmall(inScope, config.smallTeams.hideBelow),
  );
}

/** A team that has grown, without the figure of when it was too small to be shown. */
export function hideSmallBefore(
  { config }: Settings,
  row: TeamListRow,
  access: PeopleAccess,
): TeamListRow {
  return access.kind !== 'all' &&
    isSmall(row.inScopeBefore ?? 0, config.smallTeams.hideBelow)
    ? { ...row, coveredBefore: null, uncoveredBefore: null }
    : row;
}
